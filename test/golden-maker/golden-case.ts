/** A dense array, row-major. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

type Arrays = NumberArray | Readonly<Record<string, NumberArray>>;

/** A network and its data, to be trained by Deeplearning4j itself. */
export interface CaseToMake {
  readonly id: string;
  readonly note?: string;
  /** A builder's expression. */
  readonly java: string;
  readonly batchSize: number;
  readonly data: {
    readonly features: Arrays;
    readonly labels: Arrays;
    readonly featuresMask?: NumberArray;
    readonly labelsMask?: NumberArray;
  };
}

const start = "new NeuralNetConfiguration.Builder()\n    .seed(12345)\n    .dataType(DataType.DOUBLE)";
const usual = "\n    .updater(new Sgd(0.1))\n    .activation(Activation.TANH)\n    .weightInit(WeightInit.XAVIER)";

/** Of classes, by softmax and cross entropy. */
export const classes = (count: number): string =>
  `new OutputLayer.Builder().nOut(${String(count)}).activation(Activation.SOFTMAX).lossFunction(LossFunctions.LossFunction.MCXENT).build()`;
/** The same for each step of a series. */
export const classesOfSteps = (count: number): string => classes(count).replace("OutputLayer", "RnnOutputLayer");

/** Layers one after another. */
export function list(inputType: string, layers: readonly string[], train = ""): string {
  return `${start}${usual}${train}\n    .list()${layers.map((layer) => `\n    .layer(${layer})`).join("")}\n    .setInputType(InputType.${inputType})\n    .build()`;
}

/** A graph from its calls; its outputs are named last. */
export function graph(inputs: Readonly<Record<string, string>>, calls: readonly string[], ...outputs: string[]): string {
  const names = Object.keys(inputs).map((name) => `"${name}"`);
  const types = Object.values(inputs).map((type) => `InputType.${type}`);
  return [
    `${start}${usual}`,
    ".graphBuilder()",
    `.addInputs(${names.join(", ")})`,
    ...calls.map((call) => `.${call}`),
    `.setOutputs(${outputs.map((name) => `"${name}"`).join(", ")})`,
    `.setInputTypes(${types.join(", ")})`,
    ".build()",
  ].join("\n    ");
}
