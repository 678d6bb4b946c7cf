import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inMethod, onlyNetwork, read } from "./reading.js";

/** A network with further global calls, layers, calls on the list, and imports. */
function network({ global = "", list = ".list()", layer = "new DenseLayer.Builder().nIn(2).nOut(3).build()", after = "" }): string {
  return inMethod(
    `MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()${global}${list}.layer(0, ${layer}).layer(1, new OutputLayer.Builder().nOut(2).build())${after}.build();`,
  );
}

const imported = (path: string) => `import ${path};\n`;

describe("without a build file the version is the newest that has every call", () => {
  const table: readonly (readonly [what: string, text: string, version: string])[] = [
    ["iterations", network({ global: ".iterations(1)" }), "0.9.1"],
    ["learningRate", network({ global: ".learningRate(0.1)" }), "0.9.1"],
    ["regularization(true)", network({ global: ".regularization(true)" }), "0.9.1"],
    ["activation by its name", network({ global: '.activation("relu")' }), "0.9.1"],
    ["an RBM", network({ layer: "new RBM.Builder().nIn(2).nOut(3).build()" }), "0.9.1"],
    [
      "an RBM's units",
      network({ layer: "new RBM.Builder(RBM.HiddenUnit.BINARY, RBM.VisibleUnit.BINARY).nIn(2).nOut(3).build()" }),
      "0.9.1",
    ],
    ["WeightInit.VI", network({ global: ".weightInit(WeightInit.VI)" }), "0.7.2"],
    ["list(2)", network({ list: ".list(2)" }), "0.5.0"],
    ["a GRU", network({ layer: "new GRU.Builder().nIn(2).nOut(3).build()" }), "0.5.0"],
    ["pretrain and backprop", network({ after: ".pretrain(false).backprop(true)" }), "1.0.0-beta3"],
    ["the import of a class that moved", imported("org.nd4j.linalg.io.ClassPathResource") + network({}), "1.0.0-beta6"],
    [
      "the import of a class that is gone",
      imported("org.deeplearning4j.datasets.iterator.impl.CifarDataSetIterator") + network({}),
      "1.0.0-beta3",
    ],
    ["a package that was renamed", imported("org.deeplearning4j.ui.stats.*") + network({}), "1.0.0-beta6"],
    ["several: the oldest counts", imported("org.nd4j.linalg.io.ClassPathResource") + network({ global: ".learningRate(0.1)" }), "0.9.1"],
  ];
  for (const [what, text, version] of table)
    test(what, () => {
      assert.deepEqual(onlyNetwork(text).framework, { name: "dl4j", version, versionFrom: "calls" });
    });
});

describe("it is the newest release", () => {
  const newest = { name: "dl4j", version: "1.0.0-M2.1", versionFrom: "default" };

  test("where nothing decides", () => {
    assert.deepEqual(onlyNetwork(network({ global: ".seed(1).updater(new Adam(1e-3))" })).framework, newest);
  });

  test("where no release has all: the file is on its way", () => {
    assert.deepEqual(onlyNetwork(network({ global: ".iterations(1).weightDecay(1e-4)" })).framework, newest);
  });

  test("where an import is left over from a former version", () => {
    const text = imported("org.deeplearning4j.nn.conf.LearningRatePolicy") + network({ global: ".weightDecay(1e-4)" });
    assert.deepEqual(onlyNetwork(text).framework, newest);
  });
});

test("a build file or setting decides, whatever is called", () => {
  assert.deepEqual(read(network({ global: ".iterations(1)" }), "0.8.0").networks[0]?.framework, {
    name: "dl4j",
    version: "0.8.0",
    versionFrom: "build file",
  });
});
