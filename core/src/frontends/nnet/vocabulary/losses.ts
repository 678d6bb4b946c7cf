import { constants, number, optional, words } from "./shapes.js";

/** `LossFunctions.LossFunction` of Deeplearning4j 1.0.0-M2.1, and `LossFMeasure`, which has no constant. */
export const loss = words("a loss function", [
  ...constants({
    mcxent: "MCXENT",
    negativeLogLikelihood: "NEGATIVELOGLIKELIHOOD",
    sparseMcxent: "SPARSE_MCXENT",
    xent: "XENT",
    mse: "MSE",
    squaredLoss: "SQUARED_LOSS",
    l1: "L1",
    l2: "L2",
  }),
  { word: "meanAbsoluteError", value: "MEAN_ABSOLUTE_ERROR", aliases: ["mae"] },
  { word: "meanAbsolutePercentageError", value: "MEAN_ABSOLUTE_PERCENTAGE_ERROR", aliases: ["mape"] },
  { word: "meanSquaredLogarithmicError", value: "MEAN_SQUARED_LOGARITHMIC_ERROR", aliases: ["msle"] },
  ...constants({
    hinge: "HINGE",
    squaredHinge: "SQUARED_HINGE",
    klDivergence: "KL_DIVERGENCE",
    cosineProximity: "COSINE_PROXIMITY",
    poisson: "POISSON",
    reconstructionCrossEntropy: "RECONSTRUCTION_CROSSENTROPY",
    wasserstein: "WASSERSTEIN",
  }),
  { word: "fMeasure", value: "LossFMeasure", bare: "call", unnamed: "all", parameters: optional(number, "beta") },
]);
