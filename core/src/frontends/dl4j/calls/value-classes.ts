import { lookUp } from "./meaning.js";

/** A class whose objects are values: parameter names of its constructors, by number of arguments. */
export interface ValueClass {
  readonly constructors: readonly (readonly string[])[];
}

const rateOnly = [[], ["learningRate"]];
const adamLike: ValueClass = { constructors: [...rateOnly, ["learningRate", "beta1", "beta2", "epsilon"]] };

/** Updaters: constructors as in `org.nd4j.linalg.learning.config`. One number given to Nesterovs is the momentum. */
export const updaterClasses: Readonly<Record<string, ValueClass>> = {
  Sgd: { constructors: rateOnly },
  Nesterovs: { constructors: [[], ["momentum"], ["learningRate", "momentum"]] },
  Adam: adamLike,
  AdaMax: adamLike,
  Nadam: adamLike,
  AMSGrad: adamLike,
  AdaBelief: adamLike,
  RmsProp: { constructors: [...rateOnly, ["learningRate", "rmsDecay", "epsilon"]] },
  AdaGrad: { constructors: [...rateOnly, ["learningRate", "epsilon"]] },
  AdaDelta: { constructors: [[], ["rho", "epsilon"]] },
  NoOp: { constructors: [[]] },
};

/** Builder methods of updaters that are named otherwise than the parameter they set. */
export const updaterBuilderCalls: Readonly<Record<string, string>> = {
  learningRateSchedule: "learningRate",
  momentumISchedule: "momentum",
};

/** `.updater(Updater.ADAM)` is the class without arguments. */
export const updaterConstants: Readonly<Record<string, string>> = {
  SGD: "Sgd",
  ADAM: "Adam",
  ADAMAX: "AdaMax",
  ADADELTA: "AdaDelta",
  NESTEROVS: "Nesterovs",
  NADAM: "Nadam",
  ADAGRAD: "AdaGrad",
  RMSPROP: "RmsProp",
  NONE: "NoOp",
};

/** Schedules of `org.nd4j.linalg.schedule`, after the leading ScheduleType (but for Fixed and Ramp). */
export const scheduleClasses: Readonly<Record<string, ValueClass>> = {
  ExponentialSchedule: { constructors: [["initialValue", "gamma"]] },
  InverseSchedule: { constructors: [["initialValue", "gamma", "power"]] },
  PolySchedule: { constructors: [["initialValue", "power", "maxIter"]] },
  SigmoidSchedule: { constructors: [["initialValue", "gamma", "stepSize"]] },
  StepSchedule: { constructors: [["initialValue", "decayRate", "step"]] },
  CycleSchedule: {
    constructors: [
      ["maxLearningRate", "cycleLength"],
      ["initialLearningRate", "maxLearningRate", "cycleLength", "annealingLength", "annealingDecay"],
    ],
  },
  FixedSchedule: { constructors: [["value"]] },
  RampSchedule: { constructors: [["baseSchedule", "numIter"]] },
};

/** Distributions; `GaussianDistribution` is the old name of the normal one. */
export const distributionClasses: Readonly<Record<string, ValueClass>> = {
  NormalDistribution: { constructors: [["mean", "std"]] },
  GaussianDistribution: { constructors: [["mean", "std"]] },
  UniformDistribution: { constructors: [["lower", "upper"]] },
  TruncatedNormalDistribution: { constructors: [["mean", "std"]] },
  LogNormalDistribution: { constructors: [["mean", "std"]] },
  OrthogonalDistribution: { constructors: [["gain"]] },
  ConstantDistribution: { constructors: [["value"]] },
  BinomialDistribution: { constructors: [["numberOfTrials", "probabilityOfSuccess"]] },
};

/** Dropout objects that are not a plain probability of keeping. */
export const dropoutClasses: Readonly<Record<string, ValueClass>> = {
  GaussianDropout: { constructors: [["rate"]] },
  GaussianNoise: { constructors: [["stddev"]] },
  AlphaDropout: { constructors: [["p"]] },
  SpatialDropout: { constructors: [["p"]] },
};

/** Losses with parameters, which have no constant. */
export const lossObjectClasses: Readonly<Record<string, ValueClass>> = {
  LossFMeasure: { constructors: [[], ["beta"]] },
};

/** The parameter names of the constructor with so many arguments; `undefined` when there is none. */
export function parametersOf(table: Readonly<Record<string, ValueClass>>, name: string, count: number): readonly string[] | undefined {
  return lookUp(table, name)?.constructors.find((parameters) => parameters.length === count);
}
