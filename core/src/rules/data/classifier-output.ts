import type { Layer, Network } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";
import { hasWeights } from "../../resolve/layers-of.js";

/** Losses that compare a softmax distribution with one-hot labels. */
const oneHotLosses: ReadonlySet<string> = new Set(["MCXENT", "NEGATIVELOGLIKELIHOOD"]);

/** The network's only output or loss layer; `undefined` when there are several. */
export function onlyOutput({ layers, outputs }: Network): Layer | undefined {
  return outputs.length === 1 ? layers.find(({ name }) => name === outputs[0]) : undefined;
}

/** The loss's constant name. */
export function lossOf({ loss }: Layer): string | undefined {
  return nameOf(valueOf(loss));
}

/** True when the output is a softmax judged by multi-class cross entropy; a loss layer may leave the softmax to the layer before it. */
export function isSoftmaxClassifier(network: Network, output: Layer): boolean {
  if (!oneHotLosses.has(lossOf(output) ?? "")) return false;
  const own = nameOf(valueOf(output.activation));
  if (own === "SOFTMAX") return true;
  return own === "IDENTITY" && output.nOut === undefined && nameOf(valueOf(feeding(network, output)?.activation)) === "SOFTMAX";
}

/** The layer that says how many values come out: the output layer, or what feeds a loss layer, which has no size of its own. */
export function sizedOutput(network: Network, output: Layer): Layer | undefined {
  return output.nOut === undefined && !hasWeights(output) ? feeding(network, output) : output;
}

function feeding({ layers }: Network, { from, index }: Layer): Layer | undefined {
  const [only, another] = from;
  return another === undefined ? layers.find(({ name }) => name === only) : layers[index - 1];
}
