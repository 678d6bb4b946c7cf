/** A small problem that a good configuration learns in a second, and what an experiment changes of its configuration. */
export interface Problem {
  readonly name: string;
  readonly data: string;
  readonly inputs: number;
  readonly classes: number;
  readonly examples: number;
}

/** Tables of three kinds: chemistry, cell nuclei, two half moons. */
export const problems: readonly Problem[] = [
  { name: "wine", data: 'csv("wine.csv"), label: "cultivar", labels: oneHot(3)', inputs: 13, classes: 3, examples: 178 },
  { name: "breast cancer", data: 'csv("breast-cancer.csv"), label: "benign", labels: oneHot(2)', inputs: 30, classes: 2, examples: 569 },
  { name: "moons", data: "builtin(moons, examples: 600)", inputs: 2, classes: 2, examples: 600 },
];

/** What is usual, and what an experiment changes of it. */
export interface Changes {
  readonly updater?: string;
  readonly train?: string;
  readonly normalize?: string;
  readonly batchSize?: number;
  readonly epochs?: number;
  readonly defaults?: string;
  readonly hidden?: readonly string[];
}

const usual = {
  updater: "adam(learningRate: 0.005)",
  train: "",
  normalize: "standardize",
  batchSize: 32,
  epochs: 25,
  defaults: "activation: relu, weightInit: relu",
  hidden: ["nOut: 24", "nOut: 12"],
} satisfies Required<Changes>;

/** The configuration of a problem. */
export function configOf({ data, inputs, classes }: Problem, changes: Changes): string {
  const { updater, train, normalize, batchSize, epochs, defaults, hidden } = { ...usual, ...changes };
  const scaling = normalize === "none" ? "" : `, normalize: ${normalize}`;
  return `network problem {
  data { train: ${data}${scaling}, test: split(0.25), batchSize: ${batchSize} }
  train { epochs: ${epochs}, updater: ${updater}${train === "" ? "" : `, ${train}`} }
  defaults { ${defaults} }
  input: vector(${inputs})
${hidden.map((settings) => `  layer dense { ${settings} }`).join("\n")}
  layer output { nOut: ${classes}, activation: softmax, loss: mcxent, weightInit: xavier }
}
`;
}
