import type { Layer, Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { nameOf } from "../../../core/src/model/value.js";
import type { WrittenLayer } from "../../../core/src/model/written.js";
import { isRearranging } from "../../../core/src/resolve/preprocessors.js";
import { innermost } from "../../../core/src/resolve/layers-of.js";
import type { Unsupported } from "../engine.js";

/** Settings that the network model holds and that a run trains without. */
export function unheededSettings({ written, layers }: Network): readonly Unsupported[] {
  return [...backprop(written.train.backprop), ...written.layers.flatMap(preprocessor), ...layers.flatMap(sparsity)];
}

/** `.backprop(false)`, up to 1.0.0-beta2. */
function backprop(setting: Network["written"]["train"][string] | undefined): readonly Unsupported[] {
  if (setting === undefined || valueOf(setting) !== false) return [];
  return [
    { setting: setting.path, reason: "back-propagation is switched off, and a fit would only pretrain; here the network is trained" },
  ];
}

/** A class of the user's own, or one that computes: only those that arrange anew what comes in are heeded. */
function preprocessor({ settings }: WrittenLayer): readonly Unsupported[] {
  const setting = settings.preprocessor;
  if (!isKnown(setting)) return [];
  const name = nameOf(setting.value);
  if (name === undefined || isRearranging(name)) return [];
  return [{ setting: setting.path, reason: `what ${name} does to the layer's input is left out` }];
}

/** Only pretraining could heed it: in supervised training it has no effect in Deeplearning4j either (measured with 1.0.0-M2.1). */
function sparsity(layer: Layer): readonly Unsupported[] {
  const { kind, more } = innermost(layer);
  if (kind !== "AutoEncoder" || !isKnown(more.sparsity) || more.sparsity.value === 0) return [];
  return [{ setting: more.sparsity.path, reason: "hidden units are not held at a sparsity" }];
}
