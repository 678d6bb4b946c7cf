import { defineRule, isKnown, preferred, remove, set, suggest } from "../define-rule.js";

/** DropConnect, whose weights Deeplearning4j does not rescale. */
export const dropconnectUnscaled = defineRule({
  id: "regularization/dropconnect-unscaled",
  severity: "info",

  check({ network, report }) {
    const { dropConnect } = network.train;
    if (!isKnown(dropConnect) || dropConnect.value <= 0 || dropConnect.value >= 1) return;
    const { value } = dropConnect;
    // In 0.x the value is the dropOut call's own.
    const isOwnCall = network.written.train.dropConnect !== undefined;
    report({
      at: dropConnect,
      message: `DropConnect keeps each weight with probability ${value} and does not rescale the rest.`,
      detail:
        `In training the layers sum ${Number((value * 100).toPrecision(3))} % of what they sum in use, and nothing makes up for it (measured with 0.9.1 and 1.0.0-M2.1). ` +
        "DropConnect is conceptually similar to dropout, but used much less frequently.",
      fixes: isOwnCall
        ? [preferred(suggest("Use dropout with the same probability", remove(dropConnect), set("defaults.dropOut", value)))]
        : [],
    });
  },
});
