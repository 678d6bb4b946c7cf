import { defineRule, preferred, suggest } from "../define-rule.js";
import { activationName, activationPlace, isGated } from "./layer-kinds.js";
import { innermost } from "../../resolve/layers-of.js";
import { bySameText, namingLayers } from "./same-text.js";
import { writeActivation } from "./write-activation.js";

/** An LSTM or GRU whose cell is not squashed around 0. */
export const unfitForRecurrent = defineRule({
  id: "activation/unfit-for-recurrent",
  severity: "warning",
  options: {
    unfit: [
      "SIGMOID",
      "HARDSIGMOID",
      "IDENTITY",
      "RELU",
      "LEAKYRELU",
      "RELU6",
      "ELU",
      "SELU",
      "GELU",
      "SWISH",
      "MISH",
      "RRELU",
      "THRESHOLDEDRELU",
      "SOFTPLUS",
      "CUBE",
      "SOFTMAX",
    ],
  },

  check({ network, options, report }) {
    const unfit = network.layers.filter((layer) => isGated(layer) && options.unfit.includes(activationName(layer) ?? ""));
    for (const group of bySameText(unfit, (layer) => layer)) {
      const [first] = group;
      const { kind, activation } = innermost(first);
      const name = activationName(first) ?? "";
      const message =
        activation?.origin === "default"
          ? `No activation is set, so this ${kind}'s cell is a ${name.toLowerCase()}.`
          : `${name} does not suit the cell of ${/^[LI]/.test(kind) ? "an" : "a"} ${kind}.`;
      report({
        at: activationPlace(first),
        ...(group.length === 1 && { layer: first }),
        message: namingLayers(message, group),
        detail:
          "For LSTM layers the tanh activation is the one commonly used (softsign works too): it keeps the cell's values between -1 and 1 and around 0, step after step. " +
          "Rectified and linear cells can grow at every step; a sigmoid only adds.",
        fixes: [preferred(suggest("Set activation to TANH", ...writeActivation(network, group, "TANH")))],
      });
    }
  },
});
