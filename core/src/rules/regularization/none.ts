import type { Network } from "../../model/network.js";
import { innermost, layersWithWeights } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { trainingExamples } from "../epochs/training-size.js";

const penalties = ["l1", "l2", "weightDecay"] as const;

/** Far more parameters than examples, and nothing against overfitting. */
export const none = defineRule({
  id: "regularization/none",
  severity: "info",
  options: { timesExamples: 10, l2: 1e-4 },

  check({ network, options, report }) {
    const examples = trainingExamples(network);
    const parameters = valueOf(network.parameters);
    if (!examples?.exact || parameters === undefined || parameters <= options.timesExamples * examples.count) return;
    if (network.kind === "transfer" || isRegularized(network)) return;
    report({
      at: network.train.l2,
      message: `${parameters} parameters are trained on ${examples.count} examples, with nothing against overfitting.`,
      detail:
        "l2 regularization, dropout, early stopping and smaller layers can help to avoid overfitting, where the network predicts the training set very well and makes poor predictions on data it has never seen. " +
        "Common values for l2 are 1e-3 to 1e-6.",
      fixes: [preferred(suggest(`Set l2 to ${options.l2.toExponential()}`, ...switchedOn(network), set(network.train.l2, options.l2)))],
    });
  },
});

/** True where something is in force, or cannot be seen not to be. */
function isRegularized(network: Network): boolean {
  const { earlyStopping, dropConnect } = network.train;
  if (earlyStopping ?? dropConnect) return true;
  return (
    network.layers.some((layer) => innermost(layer).kind === "DropoutLayer") ||
    layersWithWeights(network).some((layer) => {
      const { dropOut, ...settings } = innermost(layer);
      const isIdle = isKnown(dropOut) && dropOut.value === 1;
      return !isIdle || penalties.some((key) => settings[key] !== undefined && valueOf(settings[key]) !== 0);
    })
  );
}

/** 0.4 to 0.9.1 apply nothing without `.regularization(true)`. */
function switchedOn({ train }: Network) {
  const { regularization } = train;
  return isKnown(regularization) && !regularization.value ? [set(regularization, true)] : [];
}
