import type { Input, Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { DataError } from "./data-error.js";
import type { Tensor } from "./dataset.js";
import { fitFeatures } from "./fit-shapes.js";
import type { LabelKind, OutputNeeds } from "./outputs.js";
import type { RawData } from "./raw-data.js";

/** Classes of examples by number. */
export interface ClassNumbers {
  readonly classes: number;
  readonly of: ArrayLike<number>;
}

/** The only input and the only output of a network. @throws DataError where it has more; `what` names the data */
export function onlyInputAndOutput(
  { inputs }: Network,
  outputs: readonly OutputNeeds[],
  what: string,
): { readonly input: Input; readonly output: OutputNeeds } {
  const [output, another] = outputs;
  const [input, second] = inputs;
  if (!output || another || !input || second)
    throw new DataError(`${what} has one input and one output, the network has more.`, "Train it on a file: csv or --data.");
  return { input, output };
}

/** Labels as an output layer wants them: one-hot, an index, or 0 and 1 for a single unit. @throws DataError where it has too few units */
export function classLabels(
  { classes, of }: ClassNumbers,
  output: OutputNeeds,
  what: string,
): { readonly tensor: Tensor; readonly kind: LabelKind } {
  if (output.loss === "SPARSE_MCXENT") return { tensor: { shape: [of.length, 1], values: Float64Array.from(of) }, kind: "index" };
  if (output.units === 1 && classes === 2) return { tensor: { shape: [of.length, 1], values: Float64Array.from(of) }, kind: "binary" };
  if (output.units !== classes)
    throw new DataError(
      `${what} has ${classes} classes, output layer ${output.id} has ${output.units} ${output.units === 1 ? "unit" : "units"}.`,
      `Set nOut of the output layer to ${classes}.`,
    );
  const values = new Uint8Array(of.length * classes);
  Array.from(of).forEach((label, example) => (values[example * classes + label] = 1));
  return { tensor: { shape: [of.length, classes], values }, kind: "oneHot" };
}

/** Images with a class each, or with themselves as target, as the network takes them. */
export function labelledImages(network: Network, outputs: readonly OutputNeeds[], images: Tensor, of: ClassNumbers, what: string): RawData {
  const { input, output } = onlyInputAndOutput(network, outputs, what);
  const isOwnTarget = valueOf(network.data.label) === "features";
  const labels = isOwnTarget ? undefined : classLabels(of, output, what);
  return {
    dataset: {
      count: images.shape[0] ?? 0,
      features: { [input.name]: fitFeatures(images, input, what) },
      labels: labels ? { [output.name]: labels.tensor } : {},
    },
    oneHot: {},
    kinds: { [output.name]: labels?.kind ?? "real" },
    isSequence: false,
  };
}
