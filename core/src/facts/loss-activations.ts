/** What a loss expects of the output activation. Names as in Deeplearning4j's `Activation` and `LossFunction`. */
export interface LossActivations {
  /** Activations that fit, the usual one first. */
  readonly fits: readonly string[];
  /** The score is wrong, not a number, or Deeplearning4j refuses the pair (`OutputLayerUtil`, from 1.0.0-beta3). */
  readonly errors: readonly string[];
  /** Known to train badly. */
  readonly warnings: readonly string[];
  /** What the loss does with the output. */
  readonly why: string;
}

/** Activations whose values are negative for some inputs. */
const negative = [
  "IDENTITY",
  "TANH",
  "HARDTANH",
  "RATIONALTANH",
  "SOFTSIGN",
  "LEAKYRELU",
  "ELU",
  "SELU",
  "GELU",
  "SWISH",
  "MISH",
  "RRELU",
  "CUBE",
];

/** Activations whose values leave [0, 1]: `OutputLayerUtil.OUTSIDE_ZERO_ONE_RANGE` of 1.0.0-M2.1, and GELU and MISH, which it lacks. */
const outsideZeroOne = [...negative, "RELU", "RELU6", "THRESHOLDEDRELU", "SOFTPLUS", "PRELU"];

const multiClass: LossActivations = {
  fits: ["SOFTMAX"],
  errors: [...outsideZeroOne, "SIGMOID", "HARDSIGMOID", "RECTIFIEDTANH"],
  warnings: [],
  why:
    "Multi-class cross entropy reads the outputs as a probability distribution over the classes. " +
    "Softmax gives one: its outputs sum to 1. For classification, softmax is generally combined with negative log likelihood or MCXENT.",
};

const regression: LossActivations = {
  fits: ["IDENTITY"],
  errors: [],
  warnings: ["SOFTMAX"],
  why:
    "Softmax forces the outputs to lie between 0 and 1 and to sum to 1, which real targets do not. " +
    "For regression, identity is frequently a good choice, together with the MSE loss.",
};

const hinge: LossActivations = {
  fits: ["IDENTITY", "TANH"],
  errors: [],
  warnings: ["SOFTMAX", "SIGMOID"],
  why: "The hinge loss takes scores around labels of -1 and 1. Outputs between 0 and 1 never reach the margin on the negative side.",
};

const divergence: LossActivations = {
  fits: ["SOFTMAX", "SIGMOID"],
  errors: [],
  warnings: ["IDENTITY", "TANH", "RELU"],
  why: "The loss takes the logarithm of the outputs, which are meant as probabilities between 0 and 1; anything below is clipped and learns nothing.",
};

const cosine: LossActivations = { fits: ["IDENTITY", "TANH"], errors: [], warnings: [], why: "The loss compares directions only." };

/** Which output activations fit which loss. A loss that is not listed is not judged. */
export const lossActivations: Readonly<Record<string, LossActivations>> = {
  MCXENT: multiClass,
  NEGATIVELOGLIKELIHOOD: multiClass,
  SPARSE_MCXENT: multiClass,
  XENT: {
    fits: ["SIGMOID"],
    errors: [...outsideZeroOne, "SOFTMAX"],
    warnings: ["HARDSIGMOID"],
    why:
      "Binary cross entropy reads every output as a probability of its own, between 0 and 1. Sigmoid gives one, and its gradient fits the loss; " +
      "softmax ties the outputs together, so that several cannot be true at once.",
  },
  MSE: regression,
  SQUARED_LOSS: regression,
  L1: regression,
  L2: regression,
  MEAN_ABSOLUTE_ERROR: regression,
  MEAN_ABSOLUTE_PERCENTAGE_ERROR: regression,
  MEAN_SQUARED_LOGARITHMIC_ERROR: {
    fits: ["RELU", "SOFTPLUS"],
    errors: [],
    warnings: ["SOFTMAX", "TANH", "IDENTITY"],
    why: "The loss takes the logarithm of 1 + output: for outputs of -1 and less that is not a number, and its targets are amounts from 0 up.",
  },
  POISSON: {
    fits: ["SOFTPLUS", "RELU"],
    errors: negative,
    warnings: [],
    why: "The Poisson loss takes the logarithm of the output, which is a rate and above 0: for a negative output it is not a number.",
  },
  HINGE: hinge,
  SQUARED_HINGE: hinge,
  KL_DIVERGENCE: divergence,
  RECONSTRUCTION_CROSSENTROPY: divergence,
  COSINE_PROXIMITY: cosine,
};

/** The loss that goes with an output activation, for repairing the other side of an unfit pair. */
export const lossOfActivation: Readonly<Record<string, string>> = {
  SOFTMAX: "MCXENT",
  SIGMOID: "XENT",
  IDENTITY: "MSE",
  TANH: "MSE",
  RELU: "MSE",
  LEAKYRELU: "MSE",
};

/** Losses for one class of several, one-hot or as an index. */
export const multiClassLosses: ReadonlySet<string> = new Set(["MCXENT", "NEGATIVELOGLIKELIHOOD", "SPARSE_MCXENT"]);

/** Losses for class labels. */
export const classLosses: ReadonlySet<string> = new Set([...multiClassLosses, "XENT"]);

/** Losses for real targets. */
export const regressionLosses: ReadonlySet<string> = new Set([
  "MSE",
  "SQUARED_LOSS",
  "L1",
  "L2",
  "MEAN_ABSOLUTE_ERROR",
  "MEAN_ABSOLUTE_PERCENTAGE_ERROR",
  "MEAN_SQUARED_LOGARITHMIC_ERROR",
]);

/** Losses for labels of -1 and 1. */
export const hingeLosses: ReadonlySet<string> = new Set(["HINGE", "SQUARED_HINGE"]);
