import { isOldApi } from "../../facts/versions.js";
import { defineRule, isKnown, remove, safe } from "../define-rule.js";

/** 0.x: DropConnect switched on, with no probability. */
export const dropconnectIdle = defineRule({
  id: "regularization/dropconnect-idle",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { train, defaults, layers } = network.written;
    const { useDropConnect } = train;
    if (!isOldApi(network.framework.version) || !isKnown(useDropConnect) || useDropConnect.value !== true) return;
    if (defaults.dropOut ?? layers.some((layer) => (layer.inner ?? layer).settings.dropOut)) return;
    if (network.layers.some(({ kind }) => kind === "Layer")) return;
    report({
      at: useDropConnect,
      message: "DropConnect has no probability: no dropOut value is written.",
      detail: "useDropConnect(true) turns the dropOut value into the probability of retaining a weight. Without one nothing is dropped.",
      fixes: [safe("Remove useDropConnect", remove(useDropConnect))],
    });
  },
});
