import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { asRows } from "./arrange.js";
import { lastKept } from "./last-step.js";
import type { Activations, LayerKind } from "./layer-math.js";
import { moreNumber } from "./more-settings.js";
import { backwards, ofDirection } from "./recurrent/directions.js";

/** Makes the math of a wrapped layer: the table of kinds, which these are part of themselves. */
export type MathOf = LayerKind;

function innerOf(layer: Layer): Layer {
  if (!layer.inner) throw new Refusal(`layers.${layer.index}`, `nothing is wrapped in this ${layer.kind}`);
  return layer.inner;
}

/** `FrozenLayer`: its arrays never change, and it runs as in use. */
export const frozen =
  (mathOf: MathOf): LayerKind =>
  (layer, network) => ({ ...mathOf(innerOf(layer), network), isFrozen: true });

/** `LastTimeStep`: of the wrapped layer's series the last step that the mask keeps. */
export const lastTimeStep =
  (mathOf: MathOf): LayerKind =>
  (layer, network) => {
    const { arrays, forward } = mathOf(innerOf(layer), network);
    return { arrays, forward: (inputs, values, pass) => lastKept(forward(inputs, values, pass)) };
  };

/** `TimeDistributed`: the wrapped layer on every step as if it were an example of its own. */
export const timeDistributed =
  (mathOf: MathOf): LayerKind =>
  (layer, network) => {
    const inner = mathOf(innerOf(layer), network);
    return {
      ...inner,
      forward: ([input], arrays, pass) => {
        const [steps = 0, examples = 0] = input.tensor.shape;
        const { tensor } = inner.forward([{ kind: "flat", tensor: asRows(input.tensor) }], arrays, pass);
        return { ...input, tensor: tf.reshape(tensor, [steps, examples, -1]) };
      },
    };
  };

/** `MaskZeroLayer`: a step whose features all have one value is masked, for the wrapped layer only; it leaves no state behind. */
export const maskZero =
  (mathOf: MathOf): LayerKind =>
  (layer, network) => {
    const inner = mathOf(innerOf(layer), network);
    const masked = moreNumber(layer, "maskValue", 0);
    return {
      ...inner,
      forward: ([{ kind, tensor }], arrays, pass) => {
        // A step, not a comparison, which has no gradient in tfjs.
        const differs = tf.max(tf.step(tf.abs(tf.sub(tensor, masked))), 2, true);
        const { tensor: given } = inner.forward([{ kind, tensor, mask: differs }], arrays, { ...pass, clearsMasked: true });
        return { kind, tensor: given };
      },
    };
  };

/**
 * `Bidirectional`: a second layer of the same kind goes through the series backwards; arrays of the two are prefixed `f` and `b`.
 * A mask holds for both, so that neither starts from what masked steps left behind.
 */
export const bidirectional =
  (mathOf: MathOf): LayerKind =>
  (layer, network) => {
    const inner = mathOf(innerOf(layer), network);
    const join = joinOf(layer);
    return {
      arrays: ["f", "b"].flatMap((prefix) => inner.arrays.map((array) => ({ ...array, name: prefix + array.name }))),
      forward: ([input], arrays, pass) => {
        const run = (prefix: string, series: Activations) =>
          inner.forward(
            [series],
            ofDirection(inner, arrays, (name) => prefix + name),
            { ...pass, state: undefined, clearsMasked: true },
          );
        const onwards = run("f", input);
        const back = backwards(run("b", backwards(input)));
        return { ...onwards, tensor: join(onwards.tensor, back.tensor) };
      },
    };
  };

function joinOf(layer: Layer): (onwards: tf.Tensor, back: tf.Tensor) => tf.Tensor {
  const path = `layers.${layer.index}.mode`;
  const mode = knownValue(layer.mode, path);
  switch (mode) {
    case "CONCAT":
      return (onwards, back) => tf.concat([onwards, back], -1);
    case "ADD":
      return (onwards, back) => tf.add(onwards, back);
    case "MUL":
      return (onwards, back) => tf.mul(onwards, back);
    case "AVERAGE":
      return (onwards, back) => tf.div(tf.add(onwards, back), 2);
    default:
      throw new Refusal(path, `two directions cannot be joined by ${mode}`);
  }
}
