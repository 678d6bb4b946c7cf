import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { isCall } from "../../../core/src/model/value.js";
import { withLearningRate } from "../../../runner/src/network/with-learning-rate.js";
import { Refusal } from "../../../runner/src/network/refusal.js";
import { rateInForce } from "../../../runner/src/symptoms/rate.js";
import { networkIn } from "../runner-process/networks.js";

const text = (updater: string, ofOutput = "") => `network a {
  train { updater: ${updater} }
  input: vector(2)
  layer dense  { nOut: 3, activation: relu }
  layer output { nOut: 2, activation: softmax, loss: mcxent${ofOutput} }
}`;

const at = (network: Network, rate: number): Network => {
  const place = rateInForce(network).at;
  assert.ok(!("anchor" in place));
  return withLearningRate(network, place, rate);
};

const rateOf = (network: Network, layer: number) => {
  const updater = network.layers[layer]?.updater;
  assert.ok(isKnown(updater));
  return valueOf(updater.value.learningRate);
};

describe("a network at another learning rate", () => {
  test("every layer that takes the run's rate has it", () => {
    const network = at(networkIn(text("adam(learningRate: 0.1)")), 0.004);
    assert.deepEqual([rateOf(network, 0), rateOf(network, 1)], [0.004, 0.004]);
  });

  test("a layer with a rate of its own keeps it", () => {
    const network = at(networkIn(text("sgd(learningRate: 0.1)", ", updater: sgd(learningRate: 0.3)")), 0.004);
    assert.deepEqual([rateOf(network, 0), rateOf(network, 1)], [0.004, 0.3]);
  });

  test("a schedule keeps its course", () => {
    const args = (updater: string) => {
      const rate = rateOf(at(networkIn(text(updater)), 0.01), 0);
      assert.ok(rate !== undefined && isCall(rate));
      return Object.fromEntries(Object.entries(rate.args).map(([key, value]) => [key, valueOf(value)]));
    };
    assert.deepEqual(args("sgd(learningRate: step(initialValue: 0.5, decayRate: 0.1, step: 10))"), {
      per: "iteration",
      initialValue: 0.01,
      decayRate: 0.1,
      step: 10,
    });
    assert.deepEqual(args("sgd(learningRate: map(0: 0.5, 100: 0.05))"), { per: "iteration", "0": 0.01, "100": 0.001 });
  });

  test("a schedule without a first value is refused", () => {
    const network = networkIn(
      text(
        "sgd(learningRate: cycle(initialLearningRate: 0.1, maxLearningRate: 1, cycleLength: 10, annealingLength: 2, annealingDecay: 0.1))",
      ),
    );
    assert.throws(() => at(network, 0.1), Refusal);
  });
});
