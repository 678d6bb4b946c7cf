import type { Network } from "../../model/network.js";
import { defineRule, isKnown, remove, safe, valueOf, type Report } from "../define-rule.js";
import { writtenDropouts, type WrittenDropout } from "./dropouts.js";

/** A dropout that is no probability, or that drops nothing. */
export const dropoutRange = defineRule({
  id: "regularization/dropout-range",
  severity: "error",

  check({ network, report }) {
    for (const dropout of writtenDropouts(network)) {
      const said = judge(network, dropout);
      if (said) report({ at: dropout.setting, ...(dropout.layer && { layer: dropout.layer }), ...said });
    }
  },
});

function judge(network: Network, { setting, layer }: WrittenDropout): Omit<Report, "at"> | undefined {
  if (!isKnown(setting) || typeof setting.value !== "number") return undefined;
  const { value } = setting;
  if (value < 0 || value > 1)
    return {
      message: `A dropout of ${value} is no probability: it has to lie between 0 and 1.`,
      detail:
        "It is the probability of retaining an activation. Deeplearning4j accepts the value when the configuration is built; the training is then wrong, or fails.",
    };
  if (value === 0 && isConstructed(network, setting.range))
    return {
      message: "new Dropout(0) throws: an activation has to be kept with a probability above 0.",
      detail: "The number is the probability of retaining an activation. Only the call dropOut(0.0) means that nothing is dropped.",
    };
  // A layer's 1 may be there to switch the global dropout off.
  const isOverride =
    layer !== undefined && network.written.defaults.dropOut !== undefined && valueOf(network.written.defaults.dropOut) !== 1;
  if (value !== 1 || isOverride) return undefined;
  return {
    severity: "info",
    message: "A dropout of 1 keeps everything: it does nothing.",
    detail: "The number is the probability of retaining an activation.",
    fixes: [safe("Remove the dropout", remove(setting))],
  };
}

function isConstructed({ written }: Network, range: { readonly start: number; readonly end: number } | null): boolean {
  return written.apiUses.some(
    ({ kind, owner, range: at }) =>
      kind === "constructor" && owner === "Dropout" && range !== null && at.end <= range.start && range.start - at.end < 3,
  );
}
