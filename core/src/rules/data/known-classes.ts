import type { Layer, Network } from "../../model/network.js";
import type { Call } from "../../model/value.js";
import { isKnown, valueOf, type Known, type Setting } from "../../model/setting.js";
import { isCall, nameOf } from "../../model/value.js";
import { isSoftmaxClassifier, lossOf } from "./classifier-output.js";
import { iteratorClasses } from "./fetched-data.js";
import { columnText, columnsNamed, labelColumn, type ColumnName } from "./columns.js";

/** How many values a label has, by what the text says. */
export interface LabelSize {
  readonly count: number;
  /** How the message says it: `the labels have 3 classes`. */
  readonly said: string;
  /** The written number of classes. */
  readonly classes?: Known<number>;
}

/** Classes of the language's own data sets; `sine` has one real target. */
const builtinClasses: Readonly<Record<string, number>> = {
  moons: 2,
  circles: 2,
  saturn: 2,
  xor: 2,
  linear: 2,
  spirals: 3,
  waves: 3,
  blobs: 5,
  glyphs: 10,
  sine: 1,
};

/** Losses whose labels are classes. */
const classLosses: ReadonlySet<string> = new Set(["MCXENT", "NEGATIVELOGLIKELIHOOD", "SPARSE_MCXENT"]);

/** The size of the labels for an output, or `undefined` when the text does not say it. */
export function labelSize(network: Network, output: Layer): LabelSize | undefined {
  const { data, outputs } = network;
  const only = outputs.length === 1;
  if (only && valueOf(data.label) === "features") return inputSize(network);
  const kind = valueOf(data.labels);
  if (kind?.name === "real" || kind?.name === "binary") return columnCount(network, output);
  if (!only) return undefined;
  const classifies = classLosses.has(lossOf(output) ?? "");
  if (kind?.name === "oneHot" && (network.notation === "nnet" || isSoftmax(output) || isSoftmaxClassifier(network, output)))
    return written(kind);
  if (kind?.name === "index" && classifies) return written(kind);
  return data.labels === undefined ? ofSource(network, output) : undefined;
}

const isSoftmax = ({ activation }: Layer) => nameOf(valueOf(activation)) === "SOFTMAX";

function written({ args }: Call): LabelSize | undefined {
  const { classes } = args;
  if (!isKnown(classes) || typeof classes.value !== "number") return undefined;
  return { count: classes.value, said: `the labels have ${classes.value} classes`, classes: { ...classes, value: classes.value } };
}

function ofSource(network: Network, output: Layer): LabelSize | undefined {
  const source = valueOf(network.data.train);
  if (source?.name === "builtin") {
    const name = nameOf(valueOf(source.args.name)) ?? "";
    const count = builtinClasses[name];
    return count === undefined ? undefined : { count, said: count === 1 ? `${name} has one real target` : `${name} has ${count} classes` };
  }
  const name = nameOf(valueOf(source?.args.class)) ?? "";
  const count = iteratorClasses[name];
  if (source?.name !== "iterator" || count === undefined || !isSoftmaxClassifier(network, output)) return undefined;
  return { count, said: `${name} has ${count} classes` };
}

function inputSize({ inputs }: Network): LabelSize | undefined {
  const [input, another] = inputs;
  const shape = another ? undefined : valueOf(input?.type);
  if (shape?.kind !== "feedForward" && shape?.kind !== "recurrent") return undefined;
  return { count: shape.size, said: `the target is the input, ${shape.size} ${shape.size === 1 ? "value" : "values"}` };
}

/** One value per label column. A single one behind softmax is `data/labels-not-one-hot`. */
function columnCount(network: Network, output: Layer): LabelSize | undefined {
  const columns = labelColumns(network, output);
  if (!columns || (columns.length === 1 && isSoftmaxClassifier(network, output))) return undefined;
  const count = columns.length;
  return { count, said: count === 1 ? "the label is one column" : `there are ${count} label columns` };
}

function labelColumns({ data, outputs }: Network, { name }: Layer): readonly ColumnName[] | undefined {
  const label = valueOf(data.label);
  if (isCall(label)) return columnsNamed(label.args[name]);
  return outputs.length === 1 ? columnsNamed(data.label) : undefined;
}

/** Distinct values of the label column in the training file, where they are classes. */
export interface ClassesFound {
  readonly count: number;
  readonly column: string;
  readonly rows: number;
  /** False when only the beginning of the file was read, so that there may be more. */
  readonly complete: boolean;
}

/** The classes that stand in the training file. */
export function classesFound(network: Network): ClassesFound | undefined {
  const { trainProfile: profile } = network.data;
  const column = labelColumn(network);
  if (!profile || !column?.distinct || column.type === "number" || column.type === "empty" || column.decimalComma !== null)
    return undefined;
  const name = profile.classes ? profile.path : columnText(column);
  return { count: column.distinct.length, column: name, rows: profile.rows, complete: profile.complete };
}

/** The `nOut` setting as a known number. */
export function knownSize(layer: Layer | undefined): Known<number> | undefined {
  const nOut: Setting<number> | undefined = layer?.nOut;
  return isKnown(nOut) ? nOut : undefined;
}
