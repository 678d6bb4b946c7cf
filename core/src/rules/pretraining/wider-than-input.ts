import type { Layer, Network } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { multiClassLosses } from "../../facts/loss-activations.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { compressingLayers, nextInputs } from "./pretrained-layers.js";

/** A layer that is to compress its input, and has room for all of it. */
export const widerThanInput = defineRule({
  id: "pretraining/wider-than-input",
  severity: "warning",
  options: { share: 0.9 },

  check({ network, options, report }) {
    const compressing = compressingLayers(network);
    for (const layer of compressing) {
      const { nIn, nOut, kind } = innermost(layer);
      const inputs = valueOf(nIn);
      // A variational autoencoder's code layer is narrow on purpose, and its encoder is not judged.
      if (kind === "VariationalAutoencoder" || !isKnown(nOut) || inputs === undefined || nOut.value <= inputs * options.share || inputs < 2)
        continue;
      // Behind a narrow code a deep autoencoder gets wider again.
      if (network.layers.slice(0, layer.index).some((before) => (valueOf(innermost(before).nIn) ?? 0) > inputs)) continue;
      const isWider = nOut.value >= inputs;
      const half = Math.max(1, Math.round(inputs / 2));
      report({
        at: nOut,
        layer,
        severity: isWider && !isCorrupted(layer) && !isClassifier(network) && !leadsToCode(layer, compressing) ? "warning" : "info",
        message: `${nOut.value} units for ${inputs} inputs: the layer can learn to copy them.`,
        detail:
          "Hidden layers for compression have fewer units than there is input data. With too many, you risk reconstructing the identity function, and the likelihood of noise and overfitting grows.",
        fixes: [preferred(suggest(`Set nOut to ${half}`, set(nOut, half), ...nextInputs(network, layer, half)))],
      });
    }
  },
});

/** Inputs that are disturbed cannot simply be copied. */
function isCorrupted(layer: Layer): boolean {
  const { more, dropOut } = innermost(layer);
  const level = valueOf(more.corruptionLevel);
  return (typeof level === "number" && level > 0) || (isKnown(dropOut) && dropOut.value !== 1);
}

/** A deep autoencoder may widen first: a layer further on has fewer units than this one has inputs. */
function leadsToCode(layer: Layer, compressing: readonly Layer[]): boolean {
  const inputs = valueOf(innermost(layer).nIn) ?? 0;
  return compressing.some((later) => later.index > layer.index && (valueOf(innermost(later).nOut) ?? inputs) < inputs);
}

function isClassifier({ layers, data }: Network): boolean {
  return valueOf(data.label) !== "features" && layers.some(({ loss }) => multiClassLosses.has(nameOf(valueOf(loss)) ?? ""));
}
