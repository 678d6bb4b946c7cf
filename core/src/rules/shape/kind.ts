import { layers as layerFacts } from "../../facts/layers.js";
import { feeds, innermost } from "../../resolve/layers-of.js";
import { preprocessed } from "../../resolve/preprocessors.js";
import { atLeast } from "../../facts/versions.js";
import type { Layer, Network } from "../../model/network.js";
import { volumeFormat } from "../../resolve/volumes.js";
import { defineRule, valueOf, type Report } from "../define-rule.js";

const words = {
  ...{ feedForward: "rows", recurrent: "series", convolutional: "images", convolutionalFlat: "images in rows" },
  ...{ convolutional3D: "volumes", volume: "volumes" },
} as const;

/** A layer that gets another kind of input, with no step between that the library would insert. */
export const kind = defineRule({
  id: "shape/kind",
  severity: "error",

  check({ network, report }) {
    if (network.kind === "transfer") return;
    for (const outer of network.layers) {
      const layer = innermost(outer);
      const wants = layerFacts[layer.kind]?.wants;
      const [before, another] = feeds(network, outer);
      const shape = before && !another ? valueOf(before.outputShape) : undefined;
      if (outer.isVertex || wants === undefined || wants === "any" || !shape || !before) continue;
      if (wants === "feedForward" && isVolumeWithChannelsFirst(network, before)) {
        report({ ...rowsOfVolumes(before), at: { anchor: layer.kindRange }, layer: outer });
        continue;
      }
      if (preprocessed(shape, wants) || network.written.layers[outer.index]?.settings.preprocessor !== undefined) continue;
      report({
        at: { anchor: layer.kindRange },
        layer: outer,
        message: `${layer.kind} takes ${words[wants]}, and layer ${before.id} gives ${words[shape.kind]}.`,
        detail:
          "Deeplearning4j inserts a step between layers of different kinds where it can; between these it has none. Set a preprocessor by hand, or put another layer between.",
      });
    }
  },
});

/** `Cnn3DToFeedForwardPreProcessor` refuses them, whatever their sizes (measured with 1.0.0-beta7 and 1.0.0-M2.1). */
function isVolumeWithChannelsFirst(network: Network, before: Layer): boolean {
  if (valueOf(before.outputShape)?.kind !== "convolutional3D") return false;
  return atLeast(network.framework.version, "1.0.0-beta7") && volumeFormat(network) === "NCDHW";
}

function rowsOfVolumes(before: Layer): Omit<Report, "at"> {
  return {
    message: `Layer ${before.id} gives volumes with channels first, which Deeplearning4j cannot turn into rows.`,
    detail:
      "The step that it inserts throws at the first fit, whatever the sizes. Give the layers on volumes dataFormat(NDHWC) and feed them arrays with channels last, or put a GlobalPoolingLayer between.",
  };
}
