import { constants, number, required, words } from "./shapes.js";

/** `WeightInit` of Deeplearning4j 1.0.0-M2.1, and its distributions. */
export const weightInit = words("an initialization", [
  ...constants({
    xavier: "XAVIER",
    xavierUniform: "XAVIER_UNIFORM",
    xavierFanIn: "XAVIER_FAN_IN",
    xavierLegacy: "XAVIER_LEGACY",
    relu: "RELU",
    reluUniform: "RELU_UNIFORM",
    sigmoidUniform: "SIGMOID_UNIFORM",
  }),
  {
    word: "uniform",
    value: "UNIFORM",
    callValue: "UniformDistribution",
    positional: true,
    unnamed: "all",
    parameters: [
      { name: "lo", key: "lower", shape: number, required: true },
      { name: "hi", key: "upper", shape: number, required: true },
    ],
  },
  {
    word: "normal",
    value: "NORMAL",
    callValue: "NormalDistribution",
    positional: true,
    unnamed: "all",
    parameters: required(number, "mean", "std"),
  },
  ...constants({
    lecunNormal: "LECUN_NORMAL",
    lecunUniform: "LECUN_UNIFORM",
    varScalingNormalFanIn: "VAR_SCALING_NORMAL_FAN_IN",
    varScalingNormalFanOut: "VAR_SCALING_NORMAL_FAN_OUT",
    varScalingNormalFanAvg: "VAR_SCALING_NORMAL_FAN_AVG",
    varScalingUniformFanIn: "VAR_SCALING_UNIFORM_FAN_IN",
    varScalingUniformFanOut: "VAR_SCALING_UNIFORM_FAN_OUT",
    varScalingUniformFanAvg: "VAR_SCALING_UNIFORM_FAN_AVG",
    identity: "IDENTITY",
  }),
  {
    word: "truncatedNormal",
    value: "TruncatedNormalDistribution",
    bare: "never",
    positional: true,
    unnamed: "all",
    parameters: required(number, "mean", "std"),
  },
  { word: "orthogonal", value: "OrthogonalDistribution", bare: "call", unnamed: "all", parameters: [{ name: "gain", shape: number }] },
  { word: "constant", value: "ConstantDistribution", bare: "never", unnamed: "all", parameters: required(number, "value") },
  ...constants({ zero: "ZERO", ones: "ONES" }),
]);
