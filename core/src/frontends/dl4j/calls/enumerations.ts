/** Constants of `org.nd4j.linalg.activations.Activation`, and the old string names (0.4 … 0.9.1), which are the same in lower case. */
export const activations: ReadonlySet<string> = new Set(
  (
    "CUBE ELU HARDSIGMOID HARDTANH IDENTITY LEAKYRELU RELU RRELU SIGMOID SOFTMAX SOFTPLUS SOFTSIGN TANH RATIONALTANH RECTIFIEDTANH SELU " +
    "SWISH RELU6 THRESHOLDEDRELU GELU MISH PRELU"
  ).split(" "),
);

/** Classes of `org.nd4j.linalg.activations.impl` and their constants; the second is the parameter of a one-argument constructor. */
export const activationClasses: Readonly<Record<string, readonly [constant: string, parameter?: string]>> = {
  ActivationCube: ["CUBE"],
  ActivationELU: ["ELU", "alpha"],
  ActivationGELU: ["GELU"],
  ActivationHardSigmoid: ["HARDSIGMOID"],
  ActivationHardTanH: ["HARDTANH"],
  ActivationHardTanh: ["HARDTANH"],
  ActivationIdentity: ["IDENTITY"],
  ActivationLReLU: ["LEAKYRELU", "alpha"],
  ActivationMish: ["MISH"],
  ActivationRReLU: ["RRELU"],
  ActivationRationalTanh: ["RATIONALTANH"],
  ActivationReLU: ["RELU"],
  ActivationReLU6: ["RELU6"],
  ActivationRectifiedTanh: ["RECTIFIEDTANH"],
  ActivationSELU: ["SELU"],
  ActivationSigmoid: ["SIGMOID"],
  ActivationSoftPlus: ["SOFTPLUS"],
  ActivationSoftSign: ["SOFTSIGN"],
  ActivationSoftmax: ["SOFTMAX"],
  ActivationSwish: ["SWISH"],
  ActivationTanH: ["TANH"],
  ActivationTanh: ["TANH"],
  ActivationThresholdedReLU: ["THRESHOLDEDRELU", "theta"],
};

/** Classes of `org.nd4j.linalg.lossfunctions.impl` and the constants that make them. */
export const lossClasses: Readonly<Record<string, string>> = {
  LossMSE: "MSE",
  LossL1: "L1",
  LossL2: "L2",
  LossBinaryXENT: "XENT",
  LossMCXENT: "MCXENT",
  LossSparseMCXENT: "SPARSE_MCXENT",
  LossKLD: "KL_DIVERGENCE",
  LossNegativeLogLikelihood: "NEGATIVELOGLIKELIHOOD",
  LossCosineProximity: "COSINE_PROXIMITY",
  LossHinge: "HINGE",
  LossSquaredHinge: "SQUARED_HINGE",
  LossMAE: "MEAN_ABSOLUTE_ERROR",
  LossMAPE: "MEAN_ABSOLUTE_PERCENTAGE_ERROR",
  LossMSLE: "MEAN_SQUARED_LOGARITHMIC_ERROR",
  LossPoisson: "POISSON",
  LossWasserstein: "WASSERSTEIN",
  LossMultiLabel: "LossMultiLabel",
};

/** Classes of `org.deeplearning4j.nn.weights` (1.0.0-beta4) and the constants of WeightInit that make them. */
export const weightInitClasses: Readonly<Record<string, string>> = {
  WeightInitIdentity: "IDENTITY",
  WeightInitLecunNormal: "LECUN_NORMAL",
  WeightInitLecunUniform: "LECUN_UNIFORM",
  WeightInitNormal: "NORMAL",
  WeightInitRelu: "RELU",
  WeightInitReluUniform: "RELU_UNIFORM",
  WeightInitSigmoidUniform: "SIGMOID_UNIFORM",
  WeightInitUniform: "UNIFORM",
  WeightInitVarScalingNormalFanAvg: "VAR_SCALING_NORMAL_FAN_AVG",
  WeightInitVarScalingNormalFanIn: "VAR_SCALING_NORMAL_FAN_IN",
  WeightInitVarScalingNormalFanOut: "VAR_SCALING_NORMAL_FAN_OUT",
  WeightInitVarScalingUniformFanAvg: "VAR_SCALING_UNIFORM_FAN_AVG",
  WeightInitVarScalingUniformFanIn: "VAR_SCALING_UNIFORM_FAN_IN",
  WeightInitVarScalingUniformFanOut: "VAR_SCALING_UNIFORM_FAN_OUT",
  WeightInitXavier: "XAVIER",
  WeightInitXavierLegacy: "XAVIER_LEGACY",
  WeightInitXavierUniform: "XAVIER_UNIFORM",
};
