import type { SettingTable } from "./setting-facts.js";

/** How weights are updated and held back: what a run says for all its layers, and a layer may say for itself. */
export const updateSettings: SettingTable = {
  updater: {
    title: "Updater",
    meaning: "The rule that turns a gradient into a step: it holds the learning rate, and for most updaters a memory of earlier gradients.",
    section: "updater",
    usual: "plain sgd with a rate of 0.001; 0.1 up to 0.9.1",
  },
  biasUpdater: {
    title: "Updater of biases",
    meaning: "An updater for the biases alone. Weights keep the other one.",
    section: "updater",
    usual: "the same updater as for weights",
  },
  learningRate: {
    title: "Learning rate",
    meaning:
      "How far each update moves the weights. The setting that matters most: too high and training diverges or jumps, too low and it crawls. It may be a schedule.",
    section: "learning-rate",
    usual: "0.1 up to 0.9.1; later 0.1 for nesterovs, rmsProp and adaGrad, and 0.001 for the others",
  },
  momentum: {
    title: "Momentum",
    meaning: "The share of the previous step that the next one keeps. It smooths the path and speeds up long, flat directions.",
    section: "updater",
    usual: "0.9; 0.5 before 0.4.0",
  },
  beta1: {
    title: "Beta 1",
    meaning: "How slowly the running mean of the gradient forgets. The memory is about 1 / (1 − beta1) steps long.",
    section: "updater",
    usual: "0.9",
  },
  beta2: {
    title: "Beta 2",
    meaning: "How slowly the running mean of the squared gradient forgets. The memory is about 1 / (1 − beta2) steps long.",
    section: "updater",
    usual: "0.999",
  },
  epsilon: {
    title: "Epsilon",
    meaning: "A small number added to a divisor, so that a weight with almost no gradient does not take a huge step.",
    section: "updater",
    usual: "1e-8; 1e-6 for adaGrad and adaDelta, 1e-14 for adaBelief",
  },
  rho: {
    title: "Rho",
    meaning: "How slowly AdaDelta forgets the squares of earlier gradients and steps.",
    section: "updater",
    usual: "0.95",
  },
  rmsDecay: {
    title: "RMS decay",
    meaning: "How slowly RmsProp forgets the squares of earlier gradients.",
    section: "updater",
    usual: "0.95",
  },
  l1: {
    title: "L1 regularization",
    meaning: "Pulls every weight towards 0 by a constant amount, so that weights that are not needed become exactly 0.",
    section: "regularization",
    usual: "0: none",
  },
  l2: {
    title: "L2 regularization",
    meaning: "Pulls every weight towards 0 in proportion to its size. It keeps weights small and so fights overfitting.",
    section: "regularization",
    usual: "0: none",
  },
  l1Bias: { title: "L1 of biases", meaning: "As l1, for the biases.", section: "regularization", usual: "0: none" },
  l2Bias: { title: "L2 of biases", meaning: "As l2, for the biases.", section: "regularization", usual: "0: none" },
  weightDecay: {
    title: "Weight decay",
    meaning:
      "Shrinks every weight by a share at each update, after the updater and so untouched by its memory; times the learning rate unless applyLR is false.",
    section: "regularization",
    usual: "0: none",
  },
  weightDecayBias: {
    title: "Weight decay of biases",
    meaning: "As weightDecay, for the biases.",
    section: "regularization",
    usual: "0: none",
  },
  dropConnect: {
    title: "DropConnect",
    meaning: "The probability that a weight, rather than an activation, is kept in a training step. What is kept is not scaled up.",
    section: "regularization",
    usual: "all weights are kept",
  },
  constrainWeights: {
    title: "Constraints on weights",
    meaning: "What weights are brought back to after every update: a norm no longer than some length, a norm of 1, no negative numbers.",
    section: "regularization",
    usual: "none",
  },
  constrainBias: {
    title: "Constraints on biases",
    meaning: "As constrainWeights, for the biases.",
    section: "regularization",
    usual: "none",
  },
  constrainAllParameters: {
    title: "Constraints on all parameters",
    meaning: "As constrainWeights, for weights and biases alike.",
    section: "regularization",
    usual: "none",
  },
  constrainInputWeights: {
    title: "Constraints on input weights",
    meaning: "As constrainWeights, for the weights of a recurrent layer that its input goes through.",
    section: "regularization",
    usual: "none",
  },
  constrainRecurrent: {
    title: "Constraints on recurrent weights",
    meaning: "As constrainWeights, for the weights that lead from one step to the next.",
    section: "regularization",
    usual: "none",
  },
  gradientNormalization: {
    title: "Gradient normalization",
    meaning: "Rescales or cuts gradients before the updater sees them, against steps that explode. Recurrent networks need it most.",
    section: "gradient",
    usual: "None",
  },
  gradientNormalizationThreshold: {
    title: "Gradient threshold",
    meaning: "The size from which on a clipping normalization acts. Modes that renormalize do not look at it.",
    section: "gradient",
    usual: "1",
  },
};
