import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { isCall, type Call } from "../../../core/src/model/value.js";
import type { Random } from "../network/random.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { drawn } from "./drawn.js";

/** What happens to a layer's input while training. */
export type Dropout = (x: tf.Tensor, random: Random) => tf.Tensor;

/**
 * The dropout of a layer; `undefined` where it has none.
 * @throws Refusal for kinds of dropout that are not here
 */
export function dropoutOf(layer: Layer): Dropout | undefined {
  if (!layer.dropOut) return undefined;
  const path = `layers.${layer.index}.dropOut`;
  const value = knownValue(layer.dropOut, path);
  if (value === 1) return undefined;
  return isCall(value) ? otherDropout(value, path) : keeping(value, path);
}

/** `Dropout(p)`: keeps an input with probability p and divides it by p. */
function keeping(p: number, path: string): Dropout {
  if (p <= 0 || p > 1) throw new Refusal(path, `${p} is not a probability of keeping`);
  return (x, random) =>
    tf.mul(
      x,
      drawn(x, () => (random.uniform() < p ? 1 / p : 0)),
    );
}

function otherDropout(call: Call, path: string): Dropout {
  const number = (key: string) => {
    const value = knownValue(call.args[key], `${path}.${key}`);
    if (typeof value !== "number") throw new Refusal(`${path}.${key}`, `${call.name} wants a number`);
    return value;
  };
  switch (call.name) {
    case "GaussianDropout": {
      const rate = number("rate");
      const deviation = Math.sqrt(rate / (1 - rate));
      return (x, random) =>
        tf.mul(
          x,
          drawn(x, () => 1 + deviation * random.normal()),
        );
    }
    case "GaussianNoise": {
      const deviation = number("stddev");
      return (x, random) =>
        tf.add(
          x,
          drawn(x, () => deviation * random.normal()),
        );
    }
    case "AlphaDropout":
      return alpha(number("p"));
    case "SpatialDropout":
      return spatial(number("p"));
    default:
      throw new Refusal(path, `${call.name} cannot be computed here`);
  }
}

/** What SELU gives for very small inputs (Klambauer et al. 2017); `AlphaDropout` puts it in place of dropped inputs. */
const lowest = -1.7580993408473766;

function alpha(p: number): Dropout {
  const a = 1 / Math.sqrt(p + lowest * lowest * p * (1 - p));
  const b = -a * (1 - p) * lowest;
  return (x, random) => {
    const kept = drawn(x, () => (random.uniform() < p ? 1 : 0));
    const replaced = tf.add(tf.mul(x, kept), tf.mul(lowest, tf.sub(1, kept)));
    return tf.add(tf.mul(a, replaced), b);
  };
}

/** `SpatialDropout(p)`: whole channels of an image, or features of a series, at once. */
function spatial(p: number): Dropout {
  return (x, random) => {
    const shared = x.shape.map((size, dimension) => {
      const isExample = dimension === (x.shape.length === 3 ? 1 : 0);
      return isExample || dimension === x.shape.length - 1 ? size : 1;
    });
    return tf.mul(
      x,
      drawn({ shape: shared }, () => (random.uniform() < p ? 1 / p : 0)),
    );
  };
}
