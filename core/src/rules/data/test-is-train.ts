import type { Call } from "../../model/value.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { trainingExamples } from "../epochs/training-size.js";

/** Where a source's rows come from; what only says how they are read does not count. */
const places = ["path", "images", "labels"] as const;

/** The network is tested on what it was trained on. */
export const testIsTrain = defineRule({
  id: "data/test-is-train",
  severity: "error",
  options: { fewExamples: 50, testShare: 0.2 },

  check({ network, options, report }) {
    const { train, test } = network.data;
    if (!isKnown(train) || !test || !isKnown(test) || !isSame(train.value, test.value)) return;
    const examples = trainingExamples(network);
    const isSmall = examples?.exact === true && examples.count < options.fewExamples;
    report({
      at: test,
      severity: isSmall ? "info" : "error",
      message: "The network is tested on the data that it is trained on.",
      detail:
        "Overfitting occurs when a network predicts the training set very well, but makes poor predictions on data it has never seen. Only data that is held back shows it.",
      related: [{ message: "The training data.", at: train }],
      fixes:
        network.notation === "nnet"
          ? [
              preferred(
                suggest(`Set test to split(${options.testShare})`, set(test, { name: "split", args: { fraction: options.testShare } })),
              ),
            ]
          : [],
    });
  },
});

/** True when both name the same file; built-in data is made anew for each. */
function isSame(train: Call, test: Call): boolean {
  if (train.name !== test.name || train.name === "builtin" || test.name === "split") return false;
  const named = places.filter((key) => train.args[key] !== undefined);
  return (
    named.length > 0 && named.every((key) => valueOf(train.args[key]) !== undefined && valueOf(train.args[key]) === valueOf(test.args[key]))
  );
}
