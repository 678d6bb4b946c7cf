import type { SettingTable } from "./setting-facts.js";

/** What concerns the whole run and no layer alone. */
export const trainSettings: SettingTable = {
  seed: {
    title: "Seed",
    meaning: "The start of the random numbers. With the same seed a run can be repeated, and two settings compared fairly.",
    section: "api",
    usual: "the clock: every run differs",
  },
  epochs: {
    title: "Epochs",
    meaning: "How many times training goes through all the data. Too few stop before the network has learnt, too many overfit.",
    section: "epochs",
    usual: "1 in .nnet; in code, what the program around the network does",
  },
  iterations: {
    title: "Iterations",
    meaning: "Updates in a row on the same minibatch. More than one makes sense only where all the data is one small batch.",
    section: "epochs",
    usual: "1; 5 up to 0.5.0; gone from 1.0.0-alpha on",
  },
  batchSize: {
    title: "Minibatch size",
    meaning:
      "How many examples share one update. Larger ones give steadier gradients and better use of the hardware, smaller ones more updates.",
    section: "minibatch",
    usual: "32 in .nnet",
  },
  optimizationAlgo: {
    title: "Optimization algorithm",
    meaning:
      "How a step is taken from a gradient. The line searches and LBFGS look at the loss several times a step, and are rarely worth it.",
    section: "updater",
    usual: "stochastic gradient descent; conjugate gradient before 0.4.0",
  },
  miniBatch: {
    title: "Minibatch flag",
    meaning: "Whether gradients and score are divided by the number of examples. Switching it off makes steps grow with the minibatch.",
    section: "minibatch",
    usual: "true",
  },
  backpropType: {
    title: "Back-propagation type",
    meaning: "Whether a sequence is learnt in one piece, or cut into pieces with an update after each (truncated).",
    section: "recurrent",
    usual: "Standard",
  },
  tbpttForward: {
    title: "Truncation length, forward",
    meaning: "How many steps of a sequence make one piece. Dependencies longer than that are not learnt.",
    section: "recurrent",
    usual: "20, and only with truncated back-propagation",
  },
  tbpttBackward: {
    title: "Truncation length, backward",
    meaning: "How many steps the error is carried back. At most the forward length; in 1.0.0-M2.1 another one has no effect.",
    section: "recurrent",
    usual: "20, and only with truncated back-propagation",
  },
  pretrain: {
    title: "Layerwise pretraining",
    meaning: "Whether RBMs, autoencoders and variational layers first learn to reproduce their input, each in turn.",
    section: "pretraining",
    usual: "off; on up to 0.6.0",
  },
  earlyStopping: {
    title: "Early stopping",
    meaning: "Ends training when the score on held-out data no longer gets better, and keeps the best network found.",
    section: "epochs",
    usual: "none",
  },
  patience: {
    title: "Patience",
    meaning: "How many epochs may pass without improvement before training ends.",
    section: "epochs",
  },
  maxEpochs: { title: "Most epochs", meaning: "Training ends after this many epochs at the latest.", section: "epochs" },
  maxMinutes: { title: "Most minutes", meaning: "Training ends after this many minutes at the latest.", section: "epochs" },
  minImprovement: {
    title: "Least improvement",
    meaning: "How much better a score has to be to count as an improvement.",
    section: "epochs",
    usual: "0: any",
  },
  score: {
    title: "Score",
    meaning: "What early stopping watches: the loss on the test data, on the training data, or the accuracy.",
    section: "epochs",
    usual: "the loss on the test data",
  },
  distributed: {
    title: "Distributed training",
    meaning:
      "Several workers train side by side and average their weights or share their updates. Learning rates found on one machine may not carry over.",
    section: "learning-rate",
    usual: "one machine",
  },
  workers: { title: "Workers", meaning: "How many train side by side.", section: "learning-rate" },
  averagingFrequency: {
    title: "Averaging frequency",
    meaning: "How many minibatches each worker trains on before the weights are averaged.",
    section: "learning-rate",
    usual: "5",
  },
  regularization: {
    title: "Regularization switch",
    meaning: "Up to 0.9.1, l1 and l2 are applied only where this is true.",
    section: "regularization",
    usual: "false; gone from 1.0.0-alpha on, where l1 and l2 always apply",
  },
  useDropConnect: {
    title: "DropConnect switch",
    meaning: "Up to 0.9.1, turns the dropOut value into the probability of keeping a weight.",
    section: "regularization",
    usual: "false",
  },
  backprop: {
    title: "Back-propagation switch",
    meaning: "Whether all layers are trained from the output's error. Without it only pretraining and the output layer learn.",
    section: "shape",
    usual: "true; false up to 0.6.0; without effect from 1.0.0-beta3 on",
  },
  adamMeanDecay: { title: "Adam's mean decay", meaning: "Up to 0.9.1, beta1 of Adam.", section: "updater", usual: "0.9" },
  adamVarDecay: { title: "Adam's variance decay", meaning: "Up to 0.9.1, beta2 of Adam.", section: "updater", usual: "0.999" },
  learningRatePolicy: {
    title: "Learning-rate policy",
    meaning:
      "Up to 0.9.1, how the rate changes over the iterations. Each step changes the rate that the step before left, so it compounds.",
    section: "learning-rate",
    usual: "None: the rate stays",
  },
  lrPolicyDecayRate: {
    title: "Policy's decay rate",
    meaning: "How strongly the learning-rate policy lowers the rate.",
    section: "learning-rate",
  },
  lrPolicyPower: { title: "Policy's power", meaning: "The exponent of the Inverse and Poly policies.", section: "learning-rate" },
  lrPolicySteps: {
    title: "Policy's steps",
    meaning: "How many iterations a step of the Step, TorchStep and Sigmoid policies lasts.",
    section: "learning-rate",
  },
  learningRateSchedule: {
    title: "Learning-rate schedule",
    meaning: "Up to 0.9.1, the rate from given iterations on, for the Schedule policy.",
    section: "learning-rate",
  },
  overrideNinUponBuild: {
    title: "Override nIn",
    meaning: "Whether a written nIn gives way to the inferred one when the network is built.",
    section: "shape",
    usual: "true from 1.0.0-M1 on; before, a written nIn stays",
  },
};
