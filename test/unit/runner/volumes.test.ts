import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { openBackend } from "../../../runner/src/backends/open-backend.js";
import type { NumberArray } from "../../../runner/src/engine.js";
import { toTensors } from "../../../runner/src/network/batch-tensors.js";
import { departuresOf } from "../../../runner/src/network/departures.js";
import { feasibility } from "../../../runner/src/network/feasibility.js";
import { networkOf } from "./golden-cases.js";
import { wasmFolder } from "./opening.js";

const output = "new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(2).activation(Activation.SOFTMAX).build()";
const pooled = "new GlobalPoolingLayer(PoolingType.AVG)";

function network(sizes: string, format: string, ...between: string[]) {
  const layers = [`new Convolution3D.Builder(1, 1, 1)${format}.nOut(2).build()`, ...between, output];
  const java = `new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).list()${layers.map((one) => `.layer(${one})`).join("")}.setInputType(InputType.convolutional3D(${sizes})).build()`;
  return networkOf({ nnet: undefined, release: "1.0.0-M2.1", java });
}

const first = "";
const last = ".dataFormat(Convolution3D.DataFormat.NDHWC)";

describe("volumes from outside", () => {
  before(() => openBackend("cpu", { wasmFolder }));

  /** The values as they lie inside, `[n, d, h, w, c]`, of 0, 1, 2, … outside. */
  function inside(sizes: string, format: string, ...shape: number[]): readonly number[] {
    const values = Float32Array.from({ length: shape.reduce((size, length) => size * length, 1) }, (_, index) => index);
    const features: NumberArray = { shape: [1, ...shape], values };
    const labels: NumberArray = { shape: [1, 2], values: new Float32Array([1, 0]) };
    const built = network(sizes, format, pooled);
    return tf.tidy(() => {
      const { inputs } = toTensors({ size: 1, features: { input: features }, labels: { [built.outputs[0] ?? ""]: labels } }, built);
      const tensor = [...inputs.values()][0]?.tensor ?? assert.fail("nothing came in");
      return [...tensor.dataSync()];
    });
  }

  const counted = Array.from({ length: 8 }, (_, index) => index);
  const moved = [0, 4, 1, 5, 2, 6, 3, 7];

  for (const format of [first, last])
    test(`come with channels first or last, as their sizes tell, ${format === last ? "NDHWC" : "NCDHW"}`, () => {
      assert.deepEqual(inside("1, 2, 2, 2", format, 2, 1, 2, 2), moved);
      assert.deepEqual(inside("1, 2, 2, 2", format, 1, 2, 2, 2), counted);
    });

  test("come as the layers say where both fit", () => {
    assert.deepEqual(inside("2, 2, 2, 2", first, 2, 2, 2, 2).slice(0, 4), [0, 8, 1, 9]);
    assert.deepEqual(inside("2, 2, 2, 2", last, 2, 2, 2, 2).slice(0, 4), [0, 1, 2, 3]);
  });
});

test("a layer that cannot take volumes is refused before the first step, by name", () => {
  const lstm = "new LSTM.Builder().nIn(36).nOut(4).build()";
  const { refused } = feasibility(network("2, 3, 3, 2", first, lstm));
  assert.deepEqual(refused[0], { setting: "layers.1", reason: "what comes in is of another kind than this LSTM takes" });
});

test("where Deeplearning4j throws on volumes, and a run trains, is said", () => {
  const said = (format: string, ...between: string[]) =>
    departuresOf(network("2, 3, 3, 2", format, ...between)).map(({ setting }) => setting);
  const dense = "new DenseLayer.Builder().nOut(3).build()";
  assert.deepEqual(said(first, pooled), []);
  assert.deepEqual(said(first, dense), ["layers.1"]);
  assert.deepEqual(said(last, dense), []);
  assert.deepEqual(said(first, "new BatchNormalization()", pooled), ["layers.1"]);
  assert.deepEqual(said(first, "new Cropping3D.Builder(0, 1, 1).build()", pooled), ["layers.1"]);
});
