import { defineRule, isKnown, preferred, suggest } from "../define-rule.js";
import { activationName, activationPlace, innermost, isGated } from "./layer-kinds.js";
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
    for (const outer of network.layers.filter(isGated)) {
      const layer = innermost(outer);
      const name = activationName(layer);
      if (!isKnown(layer.activation) || name === undefined || !options.unfit.includes(name)) continue;
      const isDefault = layer.activation.origin === "default";
      const { address } = layer.activation;
      const sharing = isDefault
        ? [outer]
        : network.layers.filter((other) => isGated(other) && innermost(other).activation?.address === address);
      report({
        at: activationPlace(outer),
        layer: outer,
        message: isDefault
          ? `No activation is set, so this ${layer.kind}'s cell is a ${name.toLowerCase()}.`
          : `${name} does not suit the cell of ${/^[LU]/.test(layer.kind) ? "an" : "a"} ${layer.kind}.`,
        detail:
          "For LSTM layers the tanh activation is the one commonly used (softsign works too): it keeps the cell's values between -1 and 1 and around 0, step after step. " +
          "Rectified and linear cells can grow at every step; a sigmoid only adds.",
        fixes: [preferred(suggest("Set activation to TANH", ...writeActivation(network, sharing, "TANH")))],
      });
    }
  },
});
