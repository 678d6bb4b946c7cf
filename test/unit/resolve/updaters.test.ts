import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Setting, Updater } from "../../../core/src/model/index.js";
import { updatersInForce } from "../../../core/src/resolve/updaters.js";
import { fromNnet, layerAt, listOf, seen } from "./written.js";

const dense = "DenseLayer.Builder().nIn(4).nOut(5)";
const output = "OutputLayer.Builder().nIn(5).nOut(3)";

/** An updater with its numbers. */
function plain(updater: Setting<Updater> | undefined): unknown {
  if (!updater?.value) return updater?.origin;
  const { name, ...parts } = updater.value;
  return { name, ...Object.fromEntries(Object.entries(parts).map(([key, part]: [string, Setting<unknown>]) => [key, part.value])) };
}

describe("the updater in force", () => {
  const adam = { name: "Adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  const cases: readonly (readonly [version: string, calls: string, updater: unknown])[] = [
    ["1.0.0-M2.1", "", { name: "Sgd", learningRate: 1e-3 }],
    ["1.0.0-M2.1", ".updater(new Adam(0.01))", { ...adam, learningRate: 0.01 }],
    ["1.0.0-M2.1", ".updater(new Adam())", { ...adam, learningRate: 1e-3 }],
    ["1.0.0-M2.1", ".updater(new Nesterovs(0.8))", { name: "Nesterovs", learningRate: 0.1, momentum: 0.8 }],
    ["1.0.0-M2.1", ".updater(new Nesterovs(0.01, 0.8))", { name: "Nesterovs", learningRate: 0.01, momentum: 0.8 }],
    ["1.0.0-M2.1", ".updater(new RmsProp(0.95))", { name: "RmsProp", learningRate: 0.95, rmsDecay: 0.95, epsilon: 1e-8 }],
    ["1.0.0-M2.1", ".updater(new AdaDelta())", { name: "AdaDelta", rho: 0.95, epsilon: 1e-6 }],
    ["1.0.0-M2.1", ".updater(new NoOp())", { name: "NoOp" }],
    ["1.0.0-M2.1", ".updater(Updater.RMSPROP)", { name: "RmsProp", learningRate: 0.1, rmsDecay: 0.95, epsilon: 1e-8 }],
    ["1.0.0-M2.1", ".updater(new AdaBelief())", { ...adam, name: "AdaBelief", learningRate: 1e-3, epsilon: 1e-14 }],
    ["1.0.0-M2.1", ".updater(new MyUpdater(1))", "unknown"],
    // 0.9.x: the rate inside the object is overwritten, its other coefficients are not.
    ["0.9.1", ".updater(new Adam(0.001, 0.8, 0.99, 1e-6))", { name: "Adam", learningRate: 0.1, beta1: 0.8, beta2: 0.99, epsilon: 1e-6 }],
    ["0.9.1", ".learningRate(0.05).updater(new Sgd(0.001))", { name: "Sgd", learningRate: 0.05 }],
    ["0.9.1", ".learningRate(0.05).updater(Updater.NESTEROVS).momentum(0.7)", { name: "Nesterovs", learningRate: 0.05, momentum: 0.7 }],
    ["0.8.0", ".learningRate(0.05)", { name: "Sgd", learningRate: 0.05 }],
    ["0.8.0", ".updater(Updater.ADADELTA).rho(0.9)", { name: "AdaDelta", rho: 0.9, epsilon: 1e-6 }],
    ["0.8.0", ".updater(Updater.ADAM).adamMeanDecay(0.8)", { ...adam, learningRate: 0.1, beta1: 0.8 }],
    ["0.4-rc3.8", ".updater(Updater.NESTEROVS)", { name: "Nesterovs", learningRate: 0.1, momentum: 0.5 }],
  ];
  for (const [version, calls, expected] of cases) {
    test(`${calls === "" ? "nothing" : calls} in ${version}`, () => {
      assert.deepEqual(plain(listOf(version, calls, dense, output).train.updater), expected);
    });
  }

  test("coefficients of separate calls have those calls' text and address", () => {
    const { train } = listOf("0.9.1", ".learningRate(0.05).updater(Updater.NESTEROVS)", dense, output);
    const rate = train.updater.value?.learningRate;
    assert.deepEqual([rate?.path, rate?.address, rate?.origin], ["train.updater.learningRate", "train.learningRate", "explicit"]);
    const momentum = train.updater.value?.momentum;
    assert.deepEqual([momentum?.range, momentum?.address], [null, "train.updater.momentum"]);
  });

  test("a rate nobody wrote would be written where the version has it", () => {
    const addressIn = (version: string) => listOf(version, "", dense, output).train.updater.value?.learningRate?.address;
    assert.equal(addressIn("0.9.1"), "train.learningRate");
    assert.equal(addressIn("1.0.0-M2.1"), "train.updater.learningRate");
  });

  test("a layer's updater replaces the run's whole, rate included", () => {
    const network = listOf("1.0.0-M2.1", ".updater(new Adam(0.005))", `${dense}.updater(Updater.RMSPROP)`, output);
    assert.deepEqual(plain(layerAt(network, 0).updater), { name: "RmsProp", learningRate: 0.1, rmsDecay: 0.95, epsilon: 1e-8 });
    assert.deepEqual(plain(layerAt(network, 1).updater), { ...adam, learningRate: 0.005 });
  });

  test("up to 0.9.1 a layer's updater keeps the run's rate, and a layer's rate the run's updater", () => {
    const network = listOf(
      "0.9.1",
      ".learningRate(0.05).updater(Updater.NESTEROVS)",
      `${dense}.updater(Updater.SGD)`,
      "OutputLayer.Builder().nIn(5).nOut(3).learningRate(0.01)",
    );
    const [first, last] = [layerAt(network, 0), layerAt(network, 1)];
    assert.deepEqual(plain(first.updater), { name: "Sgd", learningRate: 0.05 });
    assert.deepEqual(seen(first.updater?.value?.learningRate), [0.05, "inherited"]);
    assert.deepEqual(plain(last.updater), { name: "Nesterovs", learningRate: 0.01, momentum: 0.9 });
    assert.deepEqual(seen(last.updater?.value?.learningRate), [0.01, "explicit"]);
  });

  test("a schedule stands in the place of its number", () => {
    const { train } = fromNnet(
      "train { updater: sgd(learningRate: step(initialValue: 0.1, decayRate: 0.5, step: 10)) }\ninput: vector(2)\nlayer output { nOut: 2 }",
    );
    const rate = train.updater.value?.learningRate?.value;
    assert.ok(typeof rate === "object" && rate !== null);
    assert.equal(rate.name, "StepSchedule");
  });

  test("adaDelta's rate exists only where it is written", () => {
    const { train } = fromNnet("train { updater: adaDelta(learningRate: 0.5) }\ninput: vector(2)\nlayer output { nOut: 2 }");
    assert.deepEqual(plain(train.updater), { name: "AdaDelta", learningRate: 0.5, rho: 0.95, epsilon: 1e-6 });
  });
});

describe("updaters that move weights", () => {
  test("the run's once with all layers that share it, a layer's own apart, frozen and weightless layers not at all", () => {
    const network = fromNnet(
      "train { updater: adam(learningRate: 0.01) }\ninput: vector(4)\nlayer frozen(dense) { nOut: 5 }\nlayer dense { nOut: 5 }\n" +
        "layer dropout {}\nlayer dense { nOut: 5, updater: sgd(learningRate: 0.1) }\nlayer output { nOut: 3 }",
    );
    const found = updatersInForce(network).map(({ name, layers }) => [name, layers.map(({ index }) => index)]);
    assert.deepEqual(found, [
      ["Adam", [1, 4]],
      ["Sgd", [3]],
    ]);
  });

  test("up to 0.9.1 a rate of its own makes an updater of its own", () => {
    const network = listOf("0.9.1", ".learningRate(0.05)", `${dense}.learningRate(0.5)`, output);
    assert.deepEqual(
      updatersInForce(network).map(({ learningRate, layers }) => [learningRate?.value, layers.length]),
      [
        [0.05, 1],
        [0.5, 1],
      ],
    );
  });
});
