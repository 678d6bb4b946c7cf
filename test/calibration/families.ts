import { usualRates } from "../../core/src/facts/learning-rates.js";
import type { Changes } from "./problems.js";

/** A number that is a matter of judgement: what is tried, and which rules have an opinion. */
export interface Family {
  readonly title: string;
  /** What is asked of the table. */
  readonly question: string;
  /** The rules whose findings are shown beside each value. */
  readonly rules: RegExp;
  /** Values by what names them. */
  readonly ladder: readonly (readonly [value: string, changes: Changes])[];
}

const rates = ["1e-6", "1e-5", "1e-4", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3"] as const;

const updaters = ["Sgd", "Nesterovs", "Adam", "Nadam", "AdaMax", "RmsProp", "AdaGrad"] as const;

const rateFamilies: readonly Family[] = updaters.flatMap((name) => {
  const usual = usualRates[name];
  if (!usual) return [];
  const call = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const momentum = name === "Nesterovs" ? ", momentum: 0.9" : "";
  return {
    title: `Learning rate of ${name}`,
    question: `Usual is ${usual.from} to ${usual.to}; above ${usual.high} a rate is said to be high.`,
    rules: /^learning-rate\//,
    ladder: rates.map((rate) => [rate, { updater: `${call}(learningRate: ${rate}${momentum})` }] as const),
  };
});

const depths = [1, 2, 3, 4, 6, 8];
const depthFamilies: readonly Family[] = ["sigmoid", "tanh", "relu"].map((activation) => ({
  title: `Depth of a stack of ${activation}`,
  question: "From three saturating layers on a stack is a warning; one or two of them are an info.",
  rules: /^activation\/saturating$/,
  ladder: depths.map((depth) => [
    String(depth),
    {
      hidden: Array.from({ length: depth }, () => "nOut: 16"),
      defaults: `activation: ${activation}, weightInit: ${activation === "relu" ? "relu" : "xavier"}`,
    },
  ]),
}));

/** XAVIER of 13 inputs and 24 units has 0.23. */
const deviations = ["0.0001", "0.001", "0.01", "0.1", "0.3", "1", "3", "10"];
const initFamilies: readonly Family[] = ["relu", "tanh"].map((activation) => ({
  title: `Standard deviation of the initial weights, ${activation}`,
  question: "Ten times away from what the layer's size asks for is a warning.",
  rules: /^init\//,
  ladder: deviations.map((std) => [std, { defaults: `activation: ${activation}, weightInit: normal(mean: 0, std: ${std})` }]),
}));

const rest: readonly Family[] = [
  {
    title: "Dropout: the share that is kept",
    question: "Keeping less than 0.3 is said: as a warning where it looks like a share that is dropped, else as an info.",
    rules: /^regularization\//,
    ladder: ["0.05", "0.1", "0.2", "0.3", "0.5", "0.8", "1"].map((keep) => [
      keep,
      { hidden: [`nOut: 24`, `nOut: 12, dropOut: keep(${keep})`], train: "l2: 1e-4" },
    ]),
  },
  {
    title: "l2",
    question: "Above 0.001 is an info, from 0.01 on a warning.",
    rules: /^regularization\//,
    ladder: ["1e-6", "1e-5", "1e-4", "0.001", "0.01", "0.03", "0.1", "0.3", "1"].map((l2) => [l2, { train: `l2: ${l2}`, epochs: 60 }]),
  },
  {
    title: "Minibatch, at the same number of passes",
    question: "Fewer than 10, and a single example, are an info.",
    rules: /^(minibatch|epochs)\//,
    ladder: [1, 2, 4, 8, 16, 32, 64, 128, 256].map((batchSize) => [String(batchSize), { batchSize }]),
  },
  {
    title: "Scaling of the inputs",
    question: "Inputs that are not scaled are a warning.",
    rules: /^data\//,
    ladder: ["none", "minMax(0, 1)", "minMax(-1, 1)", "standardize"].map((normalize) => [normalize, { normalize }]),
  },
];

export const families: readonly Family[] = [...rateFamilies, ...depthFamilies, ...initFamilies, ...rest];
