import { innermost } from "../../resolve/layers-of.js";
import { atLeast } from "../../facts/versions.js";
import type { Fix } from "../../model/change.js";
import type { Layer } from "../../model/network.js";
import { defineRule, isKnown, isWritten, remove, suggest } from "../define-rule.js";
import { pretrainedLayers } from "./pretrained-layers.js";

/** Autoencoder pretraining, which climbs in the real library. */
export const climbs = defineRule({
  id: "pretraining/climbs",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { pretrain } = network.train;
    const layer = pretrainedLayers(network).find((one) => innermost(one).kind === "AutoEncoder");
    if (!layer || !isKnown(pretrain) || pretrain.value === false || !atLeast(network.framework.version, "0.9.1")) return;
    report({
      at: { anchor: innermost(layer).kindRange },
      layer,
      message: "Deeplearning4j pretrains an AutoEncoder the wrong way: its reconstruction error rises.",
      detail:
        "The update is subtracted with the wrong sign (measured with 0.9.1 and 1.0.0-M2.1: the error went from 0.096 to 0.357 in 200 passes), and the loss that is set is not looked at. An autoencoder of dense layers, trained on its input, or a VariationalAutoencoder learns.",
      fixes: toVariational(layer),
    });
  },
});

/** Without what a VariationalAutoencoder does not have. */
function toVariational({ index, kind, more, loss }: Layer): readonly Fix[] {
  if (kind !== "AutoEncoder") return [];
  const gone = [more.corruptionLevel, more.sparsity, loss].flatMap((setting) => (setting && isWritten(setting) ? [remove(setting)] : []));
  return [
    suggest(
      "Use a VariationalAutoencoder",
      { kind: "changeKind", index, layer: { kind: "VariationalAutoencoder", settings: {} } },
      ...gone,
    ),
  ];
}
