import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { apiOf } from "../../../core/src/facts/api.js";

const globalBuilder = "NeuralNetConfiguration.Builder";

describe("the life of calls, classes and constants", () => {
  const lives: readonly [owner: string, name: string, count: number, since: string, removedIn?: string, deprecatedSince?: string][] = [
    [globalBuilder, "learningRate", 1, "0.4-rc0", "1.0.0-alpha"],
    [globalBuilder, "momentum", 1, "0.4-rc0", "1.0.0-alpha", "0.9.1"],
    [globalBuilder, "dist", 1, "0.4-rc3.8", undefined, "1.0.0-beta4"],
    [globalBuilder, "weightDecay", 2, "1.0.0-beta4"],
    // Java's int widens: seed(int) is gone, seed(long) is not.
    [globalBuilder, "seed", 1, "0.4-rc0"],
    [globalBuilder, "activation", 1, "0.4-rc3.8"],
    [globalBuilder, "list", 0, "0.4.0"],
    ["NeuralNetConfiguration.ListBuilder", "pretrain", 1, "0.4-rc0", "1.0.0-beta4", "1.0.0-beta3"],
    ["ListBuilder", "cnnInputSize", 3, "0.4-rc3.8", "0.9.1", "0.6.0"],
    ["RBM.Builder", "RBM.Builder", 0, "0.4-rc0", "1.0.0-alpha"],
    ["RBM.Builder", "k", 1, "0.4-rc0", "1.0.0-alpha"],
    ["RBM.HiddenUnit", "RECTIFIED", 0, "0.4-rc0", "1.0.0-alpha"],
    ["LSTM.Builder", "LSTM.Builder", 0, "0.9.1"],
    ["GravesLSTM.Builder", "nOut", 1, "0.4-rc0", undefined, "1.0.0-beta2"],
    ["Adam", "Adam", 1, "1.0.0-alpha"],
    ["Adam", "Adam", 4, "0.9.1"],
    ["WeightInit", "VI", 0, "0.4-rc0", "0.8.0", "0.7.0"],
    ["LossFunctions.LossFunction", "RMSE_XENT", 0, "0.4-rc0", "1.0.0-beta6", "0.6.0"],
    ["CifarDataSetIterator", "CifarDataSetIterator", 2, "0.4-rc3.8", "1.0.0-beta4"],
    ["ConvolutionLayer.Builder", "kernelSize", 2, "0.4-rc0"],
  ];
  for (const [owner, name, count, since, removedIn, deprecatedSince] of lives) {
    test(`${owner}.${name} with ${count} arguments`, () => {
      const { since: first, removedIn: gone, deprecatedSince: deprecated } = apiOf(owner, name, count) ?? {};
      assert.deepEqual([first, gone, deprecated], [since, removedIn, deprecatedSince]);
    });
  }

  test("nothing is known of classes and methods of the user's own", () => {
    assert.equal(apiOf("MyLayer.Builder", "nOut", 1), undefined);
    assert.equal(apiOf("DenseLayer.Builder", "frobnicate", 1), undefined);
    assert.equal(apiOf("Builder", "nOut", 1), undefined);
    assert.equal(apiOf("DenseLayer.Builder", "nOut", 7), undefined);
  });
});
