import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { openBackend } from "../../../runner/src/backends/open-backend.js";
import type { Activation } from "../../../runner/src/layers/activations.js";
import type { CarriedState, Pass } from "../../../runner/src/layers/layer-math.js";
import { fused } from "../../../runner/src/layers/recurrent/fused.js";
import { lstmAtOnce } from "../../../runner/src/layers/recurrent/lstm-at-once.js";
import { seriesOf, stepOf } from "../../../runner/src/layers/recurrent/lstm.js";
import { unrolled } from "../../../runner/src/layers/recurrent/unrolled.js";
import { seededRandom } from "../../../runner/src/network/random.js";
import { wasmFolder } from "./opening.js";

// Units that vectors of four do not fit.
const [steps, examples, features, units] = [5, 3, 2, 6];
const random = seededRandom(7);
const drawn = (...shape: number[]) =>
  tf.tensor(
    Array.from({ length: shape.reduce((a, b) => a * b) }, () => random.normal() * 0.7),
    shape,
  );

const tanh: Activation = { name: "TANH", apply: (x) => tf.tanh(x) };
const sigmoid: Activation = { name: "SIGMOID", apply: (x) => tf.sigmoid(x) };
const relu: Activation = { name: "RELU", apply: (x) => tf.relu(x) };
const identity: Activation = { name: "IDENTITY", apply: (x) => tf.add(x, 0) };
const hardTanh: Activation = { name: "HARDTANH", apply: (x) => tf.clipByValue(x, -1, 1) };
const hardSigmoid: Activation = { name: "HARDSIGMOID", apply: (x) => tf.clipByValue(tf.add(tf.mul(0.2, x), 0.5), 0, 1) };
const softsign: Activation = { name: "SOFTSIGN", apply: (x) => tf.div(x, tf.add(1, tf.abs(x))) };

interface Variant {
  readonly hasPeepholes: boolean;
  readonly isMasked: boolean;
  readonly isCarried: boolean;
  readonly activation: Activation;
  readonly gate?: Activation;
}

/** Output, gradients of all arrays and of the input, and the state left behind: by one operation, and step by step. */
function bothWays({ hasPeepholes, isMasked, isCarried, activation, gate = sigmoid }: Variant): readonly (readonly Float32Array[])[] {
  const inputs = [drawn(steps, examples, features), drawn(features, 4 * units), drawn(units, 4 * units), drawn(4 * units), drawn(3, units)];
  const errors = drawn(steps, examples, units);
  const began = [drawn(examples, units), drawn(examples, units)];
  const mask = tf.tensor([1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1], [steps, examples, 1]);
  return [true, false].map((atOnce) => {
    let left: readonly tf.Tensor[] = [];
    const state: CarriedState = { read: () => began, write: (after) => (left = after.map((one) => tf.keep(tf.clone(one)))) };
    const pass: Pass = {
      ...{ training: true, random, follow: () => undefined, ...(isCarried ? { state } : {}) },
      activationsOf: () => assert.fail("Nothing else is looked at."),
    };
    const total = (x: tf.Tensor, W: tf.Tensor, RW: tf.Tensor, b: tf.Tensor, through?: tf.Tensor) => {
      const cell = { units, activation, gate, weights: tf.reshape<tf.Rank.R2>(RW, [units, 4 * units]) };
      const peepholes = through ? tf.split(through, 3) : [];
      const recurrence = { units, stateSize: 2, clearsMasked: isMasked };
      const input = { kind: "series", tensor: x, ...(isMasked ? { mask } : {}) } as const;
      const run = seriesOf(cell) ?? assert.fail("There is a way in one operation.");
      const inLoops = { ...recurrence, weights: cell.weights, further: peepholes, run };
      const given = atOnce
        ? (lstmAtOnce(input, { W, b }, { ...cell, peepholes }, isMasked, pass) ?? fused(input, { W, b }, inLoops, pass))
        : unrolled(input, { W, b }, { ...recurrence, step: stepOf({ ...cell, peepholes }) }, pass);
      return tf.sum(tf.mul(given?.tensor ?? assert.fail("This backend has it."), errors));
    };
    const { value, grads } = tf.valueAndGrads((...arrays: tf.Tensor[]) => {
      const [x, W, RW, b, through] = arrays as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor | undefined];
      return total(x, W, RW, b, through);
    })(hasPeepholes ? inputs : inputs.slice(0, 4));
    return [value, ...grads, ...left].map((one) => Float32Array.from(one.dataSync()));
  });
}

for (const backend of ["wasm", "cpu"] as const) {
  describe(`a recurrent layer in one operation on ${backend}`, () => {
    before(() => openBackend(backend, { wasmFolder }));
    const variants: Variant[] = [
      { hasPeepholes: false, isMasked: false, isCarried: false, activation: tanh },
      { hasPeepholes: true, isMasked: false, isCarried: true, activation: tanh },
      { hasPeepholes: false, isMasked: true, isCarried: true, activation: softsign },
      { hasPeepholes: true, isMasked: true, isCarried: false, activation: tanh },
      { hasPeepholes: false, isMasked: false, isCarried: false, activation: relu, gate: hardSigmoid },
      { hasPeepholes: false, isMasked: false, isCarried: false, activation: hardTanh, gate: hardTanh },
      { hasPeepholes: true, isMasked: true, isCarried: true, activation: identity, gate: softsign },
    ];
    for (const variant of variants) {
      const { hasPeepholes, isMasked, isCarried, activation, gate } = variant;
      const name = [
        gate && `gates ${gate.name}`,
        hasPeepholes && "peepholes",
        isMasked && "mask",
        isCarried && "carried state",
        activation.name,
      ].filter(Boolean);
      test(`gives what its steps give, with ${name.join(", ")}`, () => {
        const [fusedNumbers = [], stepNumbers = []] = bothWays(variant);
        assert.equal(fusedNumbers.length, stepNumbers.length);
        assert.ok(fusedNumbers.length >= 5);
        stepNumbers.forEach((expected, which) => {
          const actual = fusedNumbers[which];
          assert.equal(actual?.length, expected.length);
          expected.forEach((value, at) =>
            assert.ok(Math.abs((actual[at] ?? NaN) - value) < 2e-5 * (1 + Math.abs(value)), `${which}[${at}]: ${actual[at]} ≠ ${value}`),
          );
        });
      });
    }
  });
}
