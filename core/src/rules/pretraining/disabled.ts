import { innermost } from "../../resolve/layers-of.js";
import { isOldApi } from "../../facts/versions.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";
import { pretrainedLayers } from "./pretrained-layers.js";

const pretrainedKinds: ReadonlySet<string> = new Set(["RBM", "VariationalAutoencoder"]);

/** Layers made for pretraining, in a network that is not pretrained. */
export const disabled = defineRule({
  id: "pretraining/disabled",
  severity: "warning",

  check({ network, report }) {
    const { pretrain, isTrained } = network.train;
    const [layer] = pretrainedLayers(network).filter((one) => pretrainedKinds.has(innermost(one).kind));
    if (!layer || !isKnown(pretrain) || pretrain.value !== false) return;
    // What a file does that does not train is not known, unless it says so itself.
    if (!isTrained && pretrain.origin !== "explicit") return;
    const { kind } = innermost(layer);
    const isCall = network.notation === "nnet" || isOldApi(network.framework.version);
    report({
      at: pretrain,
      message: `Pretraining is off, and the ${kind} layer is never pretrained.`,
      detail: isCall
        ? "Without it the layer starts from random weights like any other, and what it is made for is not used."
        : "From 1.0 on fit() does no layerwise pretraining: call pretrain(iterator) before.",
      fixes: isCall ? [preferred(suggest("Set pretrain to true", set(pretrain, true)))] : [],
    });
  },
});
