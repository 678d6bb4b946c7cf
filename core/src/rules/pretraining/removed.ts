import { isOldApi } from "../../facts/versions.js";
import { defineRule, preferred, suggest, valueOf } from "../define-rule.js";

/** RBM layers, which are gone from 1.0 on. */
export const removed = defineRule({
  id: "pretraining/removed",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { version, versionFrom } = network.framework;
    if (isOldApi(version) || (versionFrom !== "build file" && versionFrom !== "setting")) return;
    network.written.layers.forEach((layer, index) => {
      if (layer.kind !== "RBM") return;
      const [nIn, nOut] = [valueOf(layer.settings.nIn), valueOf(layer.settings.nOut)];
      const settings = { ...(typeof nIn === "number" && { nIn }), ...(typeof nOut === "number" && { nOut }) };
      report({
        at: { anchor: layer.kindRange },
        message: `RBM is gone: Deeplearning4j 1.0.0-alpha removed it, and this is ${version}.`,
        detail: "Of the layers that are pretrained, AutoEncoder and VariationalAutoencoder are left.",
        fixes: [
          preferred(
            suggest("Use a VariationalAutoencoder", { kind: "replaceLayer", index, layer: { kind: "VariationalAutoencoder", settings } }),
          ),
          suggest("Use an AutoEncoder", { kind: "replaceLayer", index, layer: { kind: "AutoEncoder", settings } }),
        ],
      });
    });
  },
});
