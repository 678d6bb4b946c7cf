import { nameOf } from "../../model/value.js";
import { defineRule, isKnown, safe, set } from "../define-rule.js";
import { outputLayers } from "../activation/output-activation.js";
import { ownAddress } from "../activation/own-address.js";

/** Up to 0.5.0 the default; no value of the enumeration of later releases, and not to be written. */
const unwritable = "RMSE_XENT";

/** An output layer whose loss nobody chose. */
export const implicit = defineRule({
  id: "loss/implicit",
  severity: "info",

  check({ network, report }) {
    for (const output of outputLayers(network)) {
      const { loss, kindRange } = output;
      const name = isKnown(loss) && loss.origin === "default" ? nameOf(loss.value) : undefined;
      if (!loss || name === undefined) continue;
      report({
        at: { anchor: kindRange, path: loss.path },
        layer: output,
        message: `No loss is written, so that it is ${name}.`,
        detail:
          "The purpose of a network determines the loss function. For classification use multi-class cross entropy, for regression mean squared error.",
        fixes: name === unwritable ? [] : [safe(`Write loss ${name}`, set(ownAddress(network, output, loss), name))],
      });
    }
  },
});
