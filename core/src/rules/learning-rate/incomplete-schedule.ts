import type { Change, Fix } from "../../model/change.js";
import type { Arguments } from "../../model/value.js";
import { valueOf, type Setting } from "../../model/setting.js";
import { defineRule, preferred, remove, set, suggest } from "../define-rule.js";
import { isOldApi } from "../../facts/versions.js";

/** What each learning-rate policy needs (`LayerValidation`, Deeplearning4j 0.4.0 – 0.9.1), by the model's keys. */
const needs: Readonly<Record<string, readonly string[]>> = {
  Exponential: ["lrPolicyDecayRate"],
  Inverse: ["lrPolicyDecayRate", "lrPolicyPower"],
  Poly: ["lrPolicyPower"],
  Sigmoid: ["lrPolicyDecayRate", "lrPolicySteps"],
  Step: ["lrPolicyDecayRate", "lrPolicySteps"],
  TorchStep: ["lrPolicyDecayRate", "lrPolicySteps"],
  Score: ["lrPolicyDecayRate"],
  Schedule: ["learningRateSchedule"],
};

/** Values that throw beside a policy that does not use them. A decay rate is let pass. */
const onlyFor: Readonly<Record<string, readonly string[]>> = {
  lrPolicyPower: ["Inverse", "Poly"],
  lrPolicySteps: ["Step", "Sigmoid", "TorchStep"],
  learningRateSchedule: ["Schedule"],
};

/** 0.x: a learning-rate policy without the values it needs, or values that no policy uses. */
export const incompleteSchedule = defineRule({
  id: "learning-rate/incomplete-schedule",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    if (!isOldApi(network.framework.version)) return;
    const { train } = network.written;
    const policy = train.learningRatePolicy;
    const name = policy === undefined ? "None" : valueOf(policy);
    if (typeof name !== "string") return;
    const missing = (needs[name] ?? []).filter((key) => train[key] === undefined);
    if (policy && missing.length > 0)
      report({
        at: policy,
        message: `The learning-rate policy ${name} needs ${missing.map(callName).join(" and ")}.`,
        detail: `Deeplearning4j ${network.framework.version} throws when the configuration is built.`,
        fixes: [preferred(suggest("Keep the rate fixed", ...withoutPolicy(train)))],
      });
    for (const { key, setting, policies } of unused(train, name))
      report({
        at: setting,
        message: `${callName(key)} is used by ${policies.join(", ")}, and the policy is ${name}.`,
        detail: `Deeplearning4j ${network.framework.version} throws when the configuration is built. Set learningRateDecayPolicy to a policy that uses the value, or take the value out.`,
        fixes: repairs(train, key, setting),
      });
  },
});

function unused(train: Arguments, policy: string) {
  return Object.entries(onlyFor).flatMap(([key, policies]) => {
    const setting: Setting<unknown> | undefined = train[key];
    return setting && !policies.includes(policy) ? [{ key, setting, policies }] : [];
  });
}

/** The policy out of the text, and the values that are nobody's then. */
function withoutPolicy(train: Arguments): Change[] {
  return ["learningRatePolicy", "lrPolicyDecayRate", ...Object.keys(onlyFor)].flatMap((key) => {
    const setting = train[key];
    return setting ? [remove(setting)] : [];
  });
}

/** A schedule that is written out was meant; any other value may be left over from a policy. */
function repairs(train: Arguments, key: string, setting: Setting<unknown>): readonly Fix[] {
  const out = suggest(`Take ${callName(key)} out`, remove(setting));
  if (key !== "learningRateSchedule") return [preferred(out)];
  const policy = set(train.learningRatePolicy ?? "train.learningRatePolicy", "Schedule");
  return [preferred(suggest("Set the policy to Schedule", policy)), out];
}

/** What the value is called in the text. */
function callName(key: string): string {
  return `.${key}(…)`;
}
