import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fromJava, fromNnet, layerAt, listOf, seen } from "./written.js";

const dense = "DenseLayer.Builder().nIn(4).nOut(5)";
const output = "OutputLayer.Builder().nIn(5).nOut(3)";

describe("what layers take from the run", () => {
  test("an inherited value keeps the text and address of its source, under the layer's own path", () => {
    const network = fromNnet(
      "train { l2: 1e-4 updater: adam(learningRate: 0.01) }\ndefaults { activation: relu weightInit: relu }\n" +
        "input: vector(4)\nlayer dense { nOut: 5 }\nlayer dense { nOut: 4, activation: tanh }\nlayer output { nOut: 3 }",
    );
    const [first, second] = [layerAt(network, 0), layerAt(network, 1)];
    assert.deepEqual(seen(first.activation), ["RELU", "inherited"]);
    assert.equal(first.activation?.path, "layers.0.activation");
    assert.equal(first.activation.address, "defaults.activation");
    assert.deepEqual(first.activation.range, network.written.defaults.activation?.range);
    assert.deepEqual(seen(second.activation), ["TANH", "explicit"]);
    assert.deepEqual([first.l2?.path, first.l2?.address, first.l2?.origin], ["layers.0.l2", "train.l2", "inherited"]);
    assert.deepEqual([first.updater?.address, first.updater?.origin], ["train.updater", "inherited"]);
    const rate = first.updater?.value?.learningRate;
    assert.deepEqual(seen(rate), [0.01, "inherited"]);
    assert.deepEqual([rate?.path, rate?.address], ["layers.0.updater.learningRate", "train.updater.learningRate"]);
  });

  test("a default stays a default, and says where it would be written", () => {
    const layer = layerAt(listOf("1.0.0-M2.1", "", dense, output), 0);
    assert.deepEqual(seen(layer.l1), [0, "default"]);
    assert.deepEqual([layer.l1?.range, layer.l1?.address], [null, "train.l1"]);
    assert.deepEqual([layer.activation?.range, layer.activation?.address], [null, "layers.0.activation"]);
  });

  const penalties: readonly (readonly [version: string, value: number, origin: string])[] = [
    ["0.9.1", 0, "explicit"],
    ["1.0.0-beta2", 0, "explicit"],
    ["1.0.0-beta3", 0.1, "inherited"],
    ["1.0.0-M2.1", 0.1, "inherited"],
  ];
  for (const [version, value, origin] of penalties) {
    test(`l2(0) on a layer under a global 0.1 is ${value} in ${version}`, () => {
      assert.deepEqual(seen(layerAt(listOf(version, ".l2(0.1)", `${dense}.l2(0)`, output), 0).l2), [value, origin]);
    });
  }

  const dropouts: readonly (readonly [version: string, keep: number])[] = [
    ["0.9.1", 1],
    ["1.0.0-beta2", 0.5],
    ["1.0.0-M2.1", 0.5],
  ];
  for (const [version, keep] of dropouts) {
    test(`dropOut(0.0) on a layer under a global 0.5 keeps ${keep} in ${version}`, () => {
      assert.equal(layerAt(listOf(version, ".dropOut(0.5)", `${dense}.dropOut(0.0)`, output), 0).dropOut?.value, keep);
    });
  }

  test("a global dropOut reaches the output layer and layers without weights, but not a wrapper beside what it wraps", () => {
    const network = fromNnet(
      "defaults { dropOut: keep(0.5) }\ninput: sequence(features: 3)\nlayer bidirectional(lstm) { nOut: 4 }\n" +
        "layer globalPooling { pooling: max }\nlayer output { nOut: 2 }",
    );
    const [wrapper, pooling, last] = [layerAt(network, 0), layerAt(network, 1), layerAt(network, 2)];
    assert.deepEqual(seen(last.dropOut), [0.5, "inherited"]);
    assert.deepEqual(seen(pooling.dropOut), [0.5, "inherited"]);
    assert.equal(wrapper.dropOut, undefined);
    assert.deepEqual(seen(wrapper.inner?.dropOut), [0.5, "inherited"]);
    assert.equal(wrapper.inner?.dropOut?.path, "layers.0.inner.dropOut");
  });

  test("keep(0) of .nnet keeps nothing; a builder's dropOut(0.0) is off", () => {
    const nnet = fromNnet("input: vector(4)\nlayer dense { nOut: 5, dropOut: keep(0) }\nlayer output { nOut: 3 }");
    assert.deepEqual(seen(layerAt(nnet, 0).dropOut), [0, "explicit"]);
    assert.deepEqual(seen(layerAt(listOf("1.0.0-M2.1", "", `${dense}.dropOut(0.0)`, output), 0).dropOut), [1, "explicit"]);
  });

  test("weight decay is said once, however often the version applies it", () => {
    const network = listOf("1.0.0-M2.1", ".weightDecay(0.1)", dense, output);
    assert.deepEqual(seen(network.train.weightDecay), [0.1, "explicit"]);
    assert.deepEqual(seen(layerAt(network, 0).weightDecay), [0.1, "inherited"]);
  });

  const rivals: readonly (readonly [version: string, calls: string, l2: number, weightDecay: number])[] = [
    ["1.0.0-M2.1", ".l2(0.1).weightDecay(0.2)", 0, 0.2],
    ["1.0.0-M2.1", ".weightDecay(0.2).l2(0.1)", 0.1, 0],
    ["1.0.0-M2.1", ".weightDecay(0.2).l2(0)", 0, 0.2],
  ];
  for (const [version, calls, l2, weightDecay] of rivals) {
    test(`${calls}: the later call removes the earlier`, () => {
      const { train } = listOf(version, calls, dense, output);
      assert.deepEqual([train.l2.value, train.weightDecay.value], [l2, weightDecay]);
    });
  }

  test("l2 on a layer and weight decay of the run both count", () => {
    const layer = layerAt(listOf("1.0.0-M2.1", ".weightDecay(0.2)", `${dense}.l2(0.1)`, output), 0);
    assert.deepEqual([layer.l2?.value, layer.weightDecay?.value], [0.1, 0.2]);
  });

  test("settings that a kind lacks are left out", () => {
    const network = fromNnet("input: image(height: 8, width: 8, channels: 1)\nlayer subsampling {}\nlayer output { nOut: 2 }");
    const pooling = layerAt(network, 0);
    for (const key of ["nIn", "nOut", "activation", "weightInit", "updater", "l2", "loss", "hasBias", "gradientNormalization"] as const)
      assert.equal(pooling[key], undefined, key);
    assert.equal(layerAt(network, 1).kernel, undefined);
  });

  test("unknown values stay unknown, and so does what depends on them", () => {
    const network = fromJava(
      "1.0.0-M2.1",
      "new NeuralNetConfiguration.Builder().l2(rate()).list()\n" +
        "  .layer(new DenseLayer.Builder().nIn(iter.inputColumns()).nOut(5).build())\n" +
        "  .layer(new OutputLayer.Builder().nOut(iter.totalOutcomes()).build()).build()",
    );
    const [first, last] = [layerAt(network, 0), layerAt(network, 1)];
    assert.deepEqual(seen(first.l2), ["unknown"]);
    assert.deepEqual(seen(first.nIn), ["unknown"]);
    assert.deepEqual(seen(first.parameters), ["unknown"]);
    assert.deepEqual(seen(last.nIn), [5, "inferred"]);
    assert.deepEqual(seen(last.outputShape), ["unknown"]);
    assert.deepEqual(seen(network.parameters), ["unknown"]);
  });
});
