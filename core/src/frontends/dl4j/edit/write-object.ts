import type { NewValue } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import { distributionClasses, dropoutClasses, scheduleClasses, updaterClasses } from "../calls/value-classes.js";
import { enumerationConstant } from "./spelling.js";
import { writeDecimal } from "./write-value.js";
import type { Editing } from "./written-file.js";
import { isAtLeast } from "./written-file.js";

type NewCall = Extract<NewValue, { readonly name: string }>;

const adam = { learningRate: "0.001", beta1: "0.9", beta2: "0.999", epsilon: "1e-8" };

/** Deeplearning4j's defaults for constructor arguments that a longer constructor asks for. */
const updaterDefaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Sgd: { learningRate: "0.001" },
  Nesterovs: { learningRate: "0.1", momentum: "0.9" },
  Adam: adam,
  AdaMax: adam,
  Nadam: adam,
  AMSGrad: adam,
  AdaBelief: { ...adam, epsilon: "1e-14" },
  RmsProp: { learningRate: "0.1", rmsDecay: "0.95", epsilon: "1e-8" },
  AdaGrad: { learningRate: "0.1", epsilon: "1e-6" },
  AdaDelta: { rho: "0.95", epsilon: "1e-6" },
};

/** `new Adam(0.001)`. */
export function writeUpdaterObject(name: string, args: Readonly<Record<string, NewValue>>, editing: Editing): string | null {
  const texts: Record<string, string> = {};
  for (const [parameter, value] of Object.entries(args)) {
    const text = writeRate(value, editing);
    if (text === null) return null;
    texts[parameter] = text;
  }
  return updaterCall(name, texts, editing);
}

/** The shortest constructor that takes all of the arguments, the others at their defaults. */
export function updaterCall(name: string, texts: Readonly<Record<string, string>>, editing: Editing): string | null {
  const given = Object.keys(texts);
  const isOld = !isAtLeast(editing, "1.0.0-alpha");
  const constructors = (lookUp(updaterClasses, name)?.constructors ?? []).filter((one) => !isOld || isIn091(name, one.length));
  const parameters = constructors.find((one) => given.every((parameter) => one.includes(parameter)));
  if (!parameters) return null;
  const values = parameters.map((parameter) => texts[parameter] ?? lookUp(updaterDefaults, name)?.[parameter]);
  if (values.includes(undefined)) return null;
  editing.edits.imports.add(name);
  return editing.language.construct(name, values.join(", "));
}

/** 0.9.1 has the one-argument constructors of Sgd, Nesterovs and RmsProp only. */
function isIn091(name: string, count: number): boolean {
  return count !== 1 || name === "Sgd" || name === "Nesterovs" || name === "RmsProp";
}

/** A number, or a schedule object. */
export function writeRate(value: NewValue, editing: Editing): string | null {
  if (typeof value === "number") return writeDecimal(value);
  return typeof value === "object" && "name" in value && isAtLeast(editing, "1.0.0-alpha") ? writeObject(value, editing) : null;
}

const wholeNumbers = new Set(["maxIter", "stepSize", "cycleLength", "annealingLength", "numIter", "numberOfTrials"]);

/** `new NormalDistribution(0.0, 0.01)`, `new StepSchedule(ScheduleType.EPOCH, …)`, `new GaussianDropout(0.2)`. */
export function writeObject(value: NewCall, editing: Editing): string | null {
  const { name, args } = value;
  const isSchedule = lookUp(scheduleClasses, name) !== undefined;
  const known = lookUp(scheduleClasses, name) ?? lookUp(distributionClasses, name) ?? lookUp(dropoutClasses, name);
  const given = Object.keys(args).filter((key) => key !== "per");
  const parameters = known?.constructors.find((one) => one.length === given.length && given.every((key) => one.includes(key)));
  if (!parameters) return null;
  const texts: string[] = [];
  for (const parameter of parameters) {
    const argument = args[parameter];
    if (typeof argument !== "number") return null;
    texts.push(wholeNumbers.has(parameter) ? String(argument) : writeDecimal(argument));
  }
  if (isSchedule && name !== "FixedSchedule" && name !== "RampSchedule") {
    const { per } = args;
    texts.unshift(enumerationConstant("ScheduleType", per === "epoch" ? "EPOCH" : "ITERATION", editing));
  }
  editing.edits.imports.add(name);
  return editing.language.construct(name, texts.join(", "));
}
