import * as tf from "@tensorflow/tfjs-core";
import { applyWithGradient } from "../losses/own-gradient.js";
import type { LayerMath } from "./layer-math.js";

/**
 * The same layer with twice the gradient, of its arrays and of what comes in. So 1.0.0-M2 and M2.1 train layers that are written in
 * SameDiff, which adds the error of the output up twice (measured; up to M1.1 it does not).
 */
export function withDoubledGradient(math: LayerMath): LayerMath {
  return {
    ...math,
    forward: (inputs, arrays, pass) => {
      const given = math.forward(inputs, arrays, pass);
      return { ...given, tensor: twiceBack(given.tensor) };
    },
  };
}

function twiceBack(x: tf.Tensor): tf.Tensor {
  return applyWithGradient(x, (input) => ({ value: tf.clone(input), saved: [], gradient: (dy) => tf.mul(2, dy) }));
}
