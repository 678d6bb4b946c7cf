import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../../core/src/model/network.js";
import { valueOf } from "../../../../core/src/model/setting.js";
import { activationOf, type Activation, type Chance } from "../activations.js";
import { asRows } from "../arrange.js";
import { arrayNamed, type ArraySpec, type LayerKind } from "../layer-math.js";
import { fused, type FusedRecurrence } from "./fused.js";
import { lstmAtOnce } from "./lstm-at-once.js";
import { lstmGradients, runLstm } from "./lstm-series.js";
import { pointwise } from "./pointwise.js";
import { unrolled } from "./unrolled.js";
import { sizeIn, sizeOut } from "../sizes.js";
import { initialRecurrentWeights, initialWeights } from "../weight-init.js";

/**
 * `LSTM`: `W [nIn, 4n]`, `RW [n, 4n]`, `b [4n]`, blocks in the order input, forget gate, output gate, input gate
 * (`LSTMHelpers.activateHelper`).
 */
export const lstm: LayerKind = (layer, network) => cell(layer, sizeIn(layer, network), false);

/** `GravesLSTM`: the last three columns of `RW [n, 4n + 3]` are peepholes from the cell to forget, output and input gate. */
export const gravesLstm: LayerKind = (layer, network) => cell(layer, sizeIn(layer, network), true);

function cell(layer: Layer, nIn: number, hasPeepholes: boolean): ReturnType<LayerKind> {
  const units = sizeOut(layer);
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const gate = activationOf(layer.gateActivation, `layers.${layer.index}.gateActivation`);
  return {
    arrays: arraysOf(layer, nIn, units, hasPeepholes),
    forward: ([input], arrays, pass) => {
      const all = asRows(arrayNamed(arrays, "RW"));
      const weights = hasPeepholes ? tf.slice(all, [0, 0], [units, 4 * units]) : all;
      const peepholes = hasPeepholes ? tf.split(tf.transpose(tf.slice(all, [0, 4 * units], [units, 3])), 3) : [];
      const cell = { units, activation, gate, weights, peepholes };
      // Inside `Bidirectional` a masked step must not leave a state behind; alone it only matters to steps that follow.
      const recurrence = { units, stateSize: 2, clearsMasked: pass.clearsMasked === true };
      const atOnce = lstmAtOnce(input, arrays, cell, recurrence.clearsMasked, pass);
      if (atOnce) return atOnce;
      const run = seriesOf(cell);
      const inLoops = run && fused(input, arrays, { ...recurrence, weights, further: peepholes, run }, pass);
      return inLoops ?? unrolled(input, arrays, { ...recurrence, step: stepOf(cell, pass) }, pass);
    },
  };
}

/** The whole series in one; `undefined` for functions that this is not worked out for. */
export function seriesOf({ activation, gate }: Pick<Cell, "activation" | "gate">): FusedRecurrence["run"] | undefined {
  const functions = { activation: pointwise(activation), gate: pointwise(gate) };
  const { activation: ofCell, gate: ofGates } = functions;
  if (!ofCell || !ofGates) return undefined;
  return ({ size, sums, first: [output, memory], mask, product }, [forget, show, allow]) => {
    if (!output || !memory) throw new Error("An LSTM's state is its output and its cell.");
    const peepholes = forget && show && allow ? { forget, output: show, input: allow } : undefined;
    const cell = { activation: ofCell, gate: ofGates, ...(peepholes ? { peepholes } : {}) };
    const trace = runLstm(sums, { output, cell: memory }, product, cell, mask, size);
    return {
      outputs: trace.outputs,
      last: [trace.outputs, trace.cells].map((all) => all.slice(-size.examples * size.units)),
      back: (errors, productBack) => {
        const found = lstmGradients(trace, errors, productBack, cell, mask, size);
        return [found.sums, found.peepholes.forget, found.peepholes.output, found.peepholes.input];
      },
    };
  };
}

/** Fans as `LSTMParamInitializer` counts them; the forget gate's bias starts at `forgetGateBiasInit`, the others at 0. */
function arraysOf(layer: Layer, nIn: number, units: number, hasPeepholes: boolean): readonly ArraySpec[] {
  const fans = { in: units, out: nIn + units };
  const shapes = { W: [nIn, 4 * units], RW: [units, 4 * units + (hasPeepholes ? 3 : 0)] };
  const forget = valueOf(layer.forgetGateBiasInit) ?? 1;
  return [
    { name: "W", shape: shapes.W, role: "weight", initial: initialWeights(layer, shapes.W, fans) },
    { name: "RW", shape: shapes.RW, role: "weight", initial: initialRecurrentWeights(layer, shapes.RW, fans) },
    { name: "b", shape: [4 * units], role: "bias", initial: () => new Float32Array(4 * units).fill(forget, units, 2 * units) },
  ];
}

/** What an LSTM computes with. */
export interface Cell {
  readonly units: number;
  readonly activation: Activation;
  readonly gate: Activation;
  readonly weights: tf.Tensor2D;
  /** `[1, n]` each: forget, output, input gate; empty where there are none. */
  readonly peepholes: readonly tf.Tensor[];
}

/** One step: state `[h, c]` to the next. */
export function stepOf({ units, activation, gate, weights, peepholes }: Cell, chance?: Chance) {
  const [toForget, toOutput, toInput] = peepholes;
  const through = (x: tf.Tensor, memory: tf.Tensor, weight: tf.Tensor | undefined) =>
    gate.apply(weight ? tf.add(x, tf.mul(memory, weight)) : x, chance);
  return (fromInput: tf.Tensor, [h, c]: readonly tf.Tensor[]): readonly tf.Tensor[] => {
    if (!h || !c) throw new Error("An LSTM's state is its output and its cell.");
    const sums = tf.add(fromInput, tf.matMul(asRows(h), weights));
    const [input, forget, output, allow] = tf.split(sums, [units, units, units, units], 1);
    if (!input || !forget || !output || !allow) throw new Error("An LSTM has four blocks.");
    const kept = tf.mul(through(forget, c, toForget), c);
    const memory = tf.add(kept, tf.mul(through(allow, c, toInput), activation.apply(input, chance)));
    return [tf.mul(through(output, memory, toOutput), activation.apply(memory, chance)), memory];
  };
}
