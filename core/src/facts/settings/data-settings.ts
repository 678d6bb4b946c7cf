import type { SettingTable } from "./setting-facts.js";

/** What the data is and how it reaches the network. */
export const dataSettings: SettingTable = {
  train: { title: "Training data", meaning: "Where the examples come from that the network learns.", section: "data" },
  test: {
    title: "Test data",
    meaning: "Examples that are held back, to see whether the network has learnt more than its training data by heart.",
    section: "data",
    usual: "none",
  },
  features: {
    title: "Features",
    meaning: "The columns that are the network's input.",
    section: "data",
    usual: "every column that is not a label",
  },
  label: { title: "Label", meaning: "The column, or columns, that the network learns to predict.", section: "data" },
  labels: {
    title: "Kind of labels",
    meaning: "What the labels are: one class of several, yes or no, real numbers, or the index of a class.",
    section: "data",
  },
  labelAt: {
    title: "Place of the label",
    meaning: "Whether a sequence has one label for each step, or one in all.",
    section: "recurrent",
    usual: "each step",
  },
  categorical: {
    title: "Categorical columns",
    meaning: "Columns whose numbers or words are names, not amounts. Each becomes one input for each of its values.",
    section: "data",
    usual: "none",
  },
  normalize: {
    title: "Scaling of the features",
    meaning: "Brings all features to about the same range, around 0. Networks train badly on raw columns of different sizes.",
    section: "data",
    usual: "none",
  },
  normalizeLabels: {
    title: "Scaling of the labels",
    meaning: "The same for the targets of a regression.",
    section: "data",
    usual: "none",
  },
  testNormalize: {
    title: "Scaling of the test data",
    meaning: "How the test data is scaled where it is not as the training data, which makes its score wrong.",
    section: "data",
    usual: "as the training data",
  },
  shuffle: {
    title: "Shuffling",
    meaning: "Whether the examples are mixed before each epoch, so that a minibatch does not hold one class only.",
    section: "data",
    usual: "true; for a text, false",
  },
};
