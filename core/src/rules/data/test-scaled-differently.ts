import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import type { Call } from "../../model/value.js";
import type { Known } from "../../model/setting.js";
import { defineRule, isKnown, preferred, remove, set, suggest, valueOf } from "../define-rule.js";
import { boundsOf, scalingText, scalingValue } from "./scalings.js";

/** Training and test data that do not go through the same scaling. */
export const testScaledDifferently = defineRule({
  id: "data/test-scaled-differently",
  severity: "error",

  check({ network, report }) {
    const { normalize, testNormalize, test } = network.data;
    if (!isKnown(normalize) || !isKnown(testNormalize)) return;
    const difference = differenceBetween(network, normalize.value, testNormalize.value);
    if (difference === undefined) return;
    report({
      at: testNormalize.range === null && test?.range ? test : testNormalize,
      message: difference,
      detail:
        "It is very important to use the exact same normalization for training and test data: " +
        "otherwise the same example gives other inputs in the test, and the score says nothing about the network. Fit one scaler, on the training data, and use it for both.",
      related: normalize.range ? [{ message: "The training data's scaling.", at: normalize }] : [],
      fixes: sameScaling(network, normalize, testNormalize),
    });
  },
});

/** Scalings that learn from the data that they are fitted on. */
const fitted: ReadonlySet<string> = new Set(["standardize", "minMax"]);

/** What differs, or `undefined`: nothing does, or it cannot be known. */
function differenceBetween({ notation }: Network, train: Call, test: Call): string | undefined {
  if (train.name === "custom" || test.name === "custom") return undefined;
  const [trainText, testText] = [scalingText(train, notation), scalingText(test, notation)];
  if (train.name !== test.name) {
    if (train.name === "none") return `Only the test data is scaled, by ${testText}.`;
    if (test.name === "none") return `Only the training data is scaled, by ${trainText}.`;
    return `The training data is scaled by ${trainText}, the test data by ${testText}.`;
  }
  const [trainBounds, testBounds] = [boundsOf(train), boundsOf(test)];
  if (trainBounds && testBounds && trainBounds.join() !== testBounds.join()) {
    return `The training data is scaled by ${trainText}, the test data by ${testText}.`;
  }
  const [trainFit, testFit] = [valueOf(train.args.fittedOn), valueOf(test.args.fittedOn)];
  if (trainFit !== undefined && trainFit === testFit) return undefined;
  return fitted.has(train.name) ? `Training and test data are scaled by ${trainText}, each fitted on its own.` : undefined;
}

/** The test data takes the training data's scaling; where only the test data has one, both take that. */
function sameScaling({ notation }: Network, normalize: Known<Call>, testNormalize: Known<Call>): readonly Fix[] {
  const same = notation === "nnet" ? remove(testNormalize) : set(testNormalize, scalingValue(normalize.value));
  if (normalize.value.name !== "none") return [preferred(suggest("Scale the test data like the training data", same))];
  const title = `Scale the training data by ${scalingText(testNormalize.value, notation)} too`;
  const alike = notation === "nnet" ? [remove(testNormalize)] : [];
  return [preferred(suggest(title, set(normalize, scalingValue(testNormalize.value)), ...alike))];
}
