import type { Parameter, Word } from "./shapes.js";
import { constants, either, integer, number, optional, required, words } from "./shapes.js";

const per: Parameter = { name: "per", shape: words("a unit of a schedule", constants({ iteration: "iteration", epoch: "epoch" })) };

const plainSchedules: readonly Word[] = [
  {
    word: "step",
    value: "StepSchedule",
    bare: "never",
    parameters: [...required(number, "initialValue", "decayRate", "step"), per],
  },
  { word: "exponential", value: "ExponentialSchedule", bare: "never", parameters: [...required(number, "initialValue", "gamma"), per] },
  { word: "inverse", value: "InverseSchedule", bare: "never", parameters: [...required(number, "initialValue", "gamma", "power"), per] },
  {
    word: "poly",
    value: "PolySchedule",
    bare: "never",
    parameters: [...required(number, "initialValue", "power"), ...required(integer, "maxIter"), per],
  },
  {
    word: "sigmoid",
    value: "SigmoidSchedule",
    bare: "never",
    parameters: [...required(number, "initialValue", "gamma"), ...required(integer, "stepSize"), per],
  },
  { word: "map", value: "MapSchedule", bare: "never", positions: number, parameters: [per] },
  {
    word: "cycle",
    value: "CycleSchedule",
    bare: "never",
    parameters: [
      ...optional(number, "initialLearningRate"),
      ...required(number, "maxLearningRate"),
      ...required(integer, "cycleLength"),
      ...optional(integer, "annealingLength"),
      ...optional(number, "annealingDecay"),
      per,
    ],
  },
];

/** Deeplearning4j's `ISchedule`s; `RampSchedule` leads up to another one. */
const schedule = words("a schedule", [
  ...plainSchedules,
  {
    word: "ramp",
    value: "RampSchedule",
    bare: "never",
    parameters: [
      { name: "baseSchedule", shape: either(number, words("a schedule", plainSchedules)), required: true },
      { name: "numIter", shape: integer, required: true },
      per,
    ],
  },
]);

const rate = either(number, schedule);

const learningRate = optional(rate, "learningRate");
const adamParameters: readonly Parameter[] = [...learningRate, ...optional(number, "beta1", "beta2", "epsilon")];

/** `org.nd4j.linalg.learning.config`; a key left out has that class's default. */
export const updater = words("an updater", [
  { word: "sgd", value: "Sgd", bare: "call", parameters: learningRate },
  { word: "nesterovs", value: "Nesterovs", bare: "call", parameters: optional(rate, "learningRate", "momentum") },
  { word: "adam", value: "Adam", bare: "call", parameters: adamParameters },
  { word: "adaMax", value: "AdaMax", bare: "call", parameters: adamParameters },
  { word: "nadam", value: "Nadam", bare: "call", parameters: adamParameters },
  { word: "amsGrad", value: "AMSGrad", bare: "call", parameters: adamParameters },
  { word: "adaBelief", value: "AdaBelief", bare: "call", parameters: adamParameters },
  { word: "adaGrad", value: "AdaGrad", bare: "call", parameters: [...learningRate, ...optional(number, "epsilon")] },
  { word: "adaDelta", value: "AdaDelta", bare: "call", parameters: [...optional(number, "rho", "epsilon"), ...learningRate] },
  { word: "rmsProp", value: "RmsProp", bare: "call", parameters: [...learningRate, ...optional(number, "rmsDecay", "epsilon")] },
  { word: "none", value: "NoOp", bare: "call" },
]);
