import type { Arguments, Call, NewValue, Value } from "../../model/value.js";
import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { isCall } from "../../model/value.js";
import { isOldApi } from "../../facts/versions.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { preferred, suggest } from "../define-rule.js";
import { writtenIn } from "./written-at.js";

/** The separate calls of 0.x that an updater object takes the place of. */
export const updaterCalls: readonly string[] = [
  "learningRate",
  "momentum",
  "rho",
  "rmsDecay",
  "epsilon",
  "adamMeanDecay",
  "adamVarDecay",
  "learningRatePolicy",
  "lrPolicyDecayRate",
  "lrPolicyPower",
  "lrPolicySteps",
];

/** Parameters of an updater's constructor in order, and the old call of each. */
const adam = [
  ["learningRate", "learningRate"],
  ["beta1", "adamMeanDecay"],
  ["beta2", "adamVarDecay"],
  ["epsilon", "epsilon"],
] as const;
const parameters: Readonly<Record<string, readonly (readonly [parameter: string, call: string])[]>> = {
  Sgd: [["learningRate", "learningRate"]],
  Nesterovs: [
    ["learningRate", "learningRate"],
    ["momentum", "momentum"],
  ],
  Adam: adam,
  AdaMax: adam,
  Nadam: adam,
  AdaGrad: [
    ["learningRate", "learningRate"],
    ["epsilon", "epsilon"],
  ],
  AdaDelta: [
    ["rho", "rho"],
    ["epsilon", "epsilon"],
  ],
  RmsProp: [
    ["learningRate", "learningRate"],
    ["rmsDecay", "rmsDecay"],
    ["epsilon", "epsilon"],
  ],
};

/** What 0.9.1 takes where nothing is written, and 1.0 does not: the rate of updaters that are not of Adam's kind, and the momentum. */
const oldDefaults: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Sgd: { learningRate: 0.1 },
  Nesterovs: { learningRate: 0.1, momentum: 0.9 },
};

/** Writes the updater object that the separate calls of one builder stand for; none where a value of theirs is unknown. */
export function mergeIntoUpdater(network: Network, section: string): Fix | undefined {
  const settings = writtenIn(network, section);
  const base = baseUpdater(network, settings);
  const order = base && parameters[base.name];
  if (!base || !order) return undefined;
  const rate = rateOf({ ...writtenIn(network, "train"), ...settings });
  // Up to 0.9.1 there are no schedules, and the rate in an updater object is replaced by .learningRate(…), which has to stay.
  const isOld = isOldApi(network.framework.version);
  if (rate === null || (isOld && typeof rate === "object")) return undefined;
  const args: Record<string, NewValue> = {};
  for (const [parameter, call] of order) {
    const setting = settings[call] ?? base.args[parameter];
    if (setting !== undefined && !isKnown(setting)) return undefined;
    const value = parameter === "learningRate" && rate !== undefined ? rate : (setting?.value ?? oldDefaults[base.name]?.[parameter]);
    if (value === undefined) continue;
    const plain = plainValue(value);
    if (plain === undefined) return undefined;
    args[parameter] = plain;
  }
  const remove = [...updaterCalls, "updater"]
    .filter((key) => key in settings && !(isOld && key === "learningRate"))
    .map((key) => `${section}.${key}`);
  const title = `Write updater(new ${base.name}(${Object.values(args).map(shown).join(", ")}))`;
  return preferred(suggest(title, { kind: "merge", remove, address: `${section}.updater`, value: { name: base.name, args } }));
}

/** The updater that is written, globally for a layer without one; 0.x's default is plain SGD. */
function baseUpdater(network: Network, settings: Arguments): Call | undefined {
  const setting = settings.updater ?? network.written.train.updater;
  if (setting === undefined) return { name: "Sgd", args: {} };
  const value = valueOf(setting);
  return isCall(value) ? value : undefined;
}

/** The rate, with its policy as a schedule; `undefined` when none is written, `null` when it cannot be said. */
function rateOf(settings: Arguments): NewValue | undefined | null {
  const { learningRate, learningRatePolicy, lrPolicyDecayRate, lrPolicyPower, lrPolicySteps, learningRateSchedule } = settings;
  if (learningRateSchedule !== undefined) return null;
  const rate = learningRate === undefined ? undefined : valueOf(learningRate);
  if (learningRate !== undefined && typeof rate !== "number") return null;
  const policy = learningRatePolicy === undefined ? "None" : valueOf(learningRatePolicy);
  if (policy === "None") return typeof rate === "number" ? rate : undefined;
  const initialValue = typeof rate === "number" ? rate : 0.1;
  const [decay, power, steps] = [lrPolicyDecayRate, lrPolicyPower, lrPolicySteps].map((setting) => valueOf(setting));
  const schedule = scheduleOf(policy, { initialValue, decay, power, steps });
  return schedule === undefined ? null : schedule;
}

interface PolicyNumbers {
  readonly initialValue: number;
  readonly decay: Value | undefined;
  readonly power: Value | undefined;
  readonly steps: Value | undefined;
}

/** The schedule named like the policy. 0.9.1's policies compound (each step decays the already decayed rate), these do not. */
function scheduleOf(policy: Value | undefined, { initialValue, decay, power, steps }: PolicyNumbers): NewValue | undefined {
  const per = "iteration";
  if (typeof decay !== "number") return undefined;
  if (policy === "Exponential") return { name: "ExponentialSchedule", args: { initialValue, gamma: decay, per } };
  if (policy === "Step" && typeof steps === "number")
    return { name: "StepSchedule", args: { initialValue, decayRate: decay, step: steps, per } };
  if (policy === "Inverse" && typeof power === "number")
    return { name: "InverseSchedule", args: { initialValue, gamma: decay, power, per } };
  return undefined;
}

function plainValue(value: Value | NewValue): NewValue | undefined {
  return typeof value === "number" || (typeof value === "object" && "name" in value && isNew(value)) ? value : undefined;
}

/** True for a value that this file made; what is read from the text has settings as arguments. */
function isNew(value: {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}): value is Extract<NewValue, { readonly name: string }> {
  return Object.values(value.args).every((argument) => typeof argument === "number" || typeof argument === "string");
}

function shown(value: NewValue): string {
  if (typeof value === "number") return String(value);
  return typeof value === "object" && "name" in value ? `new ${value.name}(…)` : "…";
}
