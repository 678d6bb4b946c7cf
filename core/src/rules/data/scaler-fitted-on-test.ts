import type { Change } from "../../model/change.js";
import type { Call } from "../../model/value.js";
import { isKnown, valueOf, type Known, type Setting } from "../../model/setting.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { scalingValue } from "./scalings.js";

/** A scaler that has seen the test data. */
export const scalerFittedOnTest = defineRule({
  id: "data/scaler-fitted-on-test",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { normalize, testNormalize } = network.data;
    const seen = [normalize, testNormalize].find((setting) => ["test", "all"].includes(fittedOn(setting)));
    if (!seen || !isKnown(seen) || seen.value.name === "imageScale") return;
    const isAll = fittedOn(seen) === "all";
    report({
      at: seen.value.args.fittedOn ?? seen,
      severity: isAll ? "warning" : "error",
      message: isAll
        ? "The scaler is fitted on all data, before a part is set aside for testing."
        : "The scaler is fitted on the test data.",
      detail:
        "It then knows the test data's mean and range, and the score is better than it would be on data that has never been seen. " +
        "Fit it on the training data, and use the exact same normalization for both.",
      fixes: seen === normalize ? [preferred(suggest("Fit the scaler on the training data", ...onTraining(seen, testNormalize)))] : [],
    });
  },
});

/** The fit on the training data; a scaler of the test data's own goes with it. */
function onTraining(normalize: Known<Call>, testNormalize: Setting<Call> | undefined): Change[] {
  const fit = set(`${normalize.address}.fittedOn`, "train");
  return testNormalize && isKnown(testNormalize) ? [fit, set(testNormalize, scalingValue(normalize.value))] : [fit];
}

function fittedOn(setting: Setting<Call> | undefined): string {
  const on = valueOf(valueOf(setting)?.args.fittedOn);
  return typeof on === "string" ? on : "";
}
