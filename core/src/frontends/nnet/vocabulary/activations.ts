import { constants, number, optional, words } from "./shapes.js";

/** `Activation` of Deeplearning4j 1.0.0-M2.1. */
export const activation = words("an activation", [
  ...constants({ identity: "IDENTITY", relu: "RELU" }),
  { word: "leakyRelu", value: "LEAKYRELU", unnamed: "all", parameters: optional(number, "alpha") },
  ...constants({
    relu6: "RELU6",
    elu: "ELU",
    selu: "SELU",
    gelu: "GELU",
    swish: "SWISH",
    mish: "MISH",
    softplus: "SOFTPLUS",
    softsign: "SOFTSIGN",
    tanh: "TANH",
    hardTanh: "HARDTANH",
    rationalTanh: "RATIONALTANH",
    rectifiedTanh: "RECTIFIEDTANH",
    sigmoid: "SIGMOID",
    hardSigmoid: "HARDSIGMOID",
    softmax: "SOFTMAX",
    cube: "CUBE",
    rrelu: "RRELU",
  }),
  { word: "thresholdedRelu", value: "THRESHOLDEDRELU", unnamed: "all", parameters: optional(number, "theta") },
]);
