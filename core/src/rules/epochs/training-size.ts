import type { Network } from "../../model/network.js";
import { isKnown, valueOf } from "../../model/setting.js";

/** How many examples a network trains on, as far as the text and the data files say. */
export interface KnownExamples {
  readonly count: number;
  /** False when there may be more: only the beginning of the file was read. */
  readonly exact: boolean;
}

/** Examples of the language's own data sets when `examples:` is not written. */
const builtinExamples = 1000;

/** The number of training examples, without those that `split` sets aside; `undefined` when nothing says it. */
export function trainingExamples({ data }: Network): KnownExamples | undefined {
  const given = examplesGiven(data);
  if (given === undefined) return undefined;
  const test = data.test;
  if (test === undefined || valueOf(test)?.name !== "split") return given;
  const fraction = valueOf(valueOf(test)?.args.fraction);
  return typeof fraction === "number" ? { ...given, count: Math.round(given.count * (1 - fraction)) } : undefined;
}

function examplesGiven({ train, trainProfile }: Network["data"]): KnownExamples | undefined {
  if (!isKnown(train)) return undefined;
  const { name, args } = train.value;
  const examples = name === "builtin" && args.examples === undefined ? builtinExamples : valueOf(args.examples);
  // An iterator may take less than the file has.
  if (trainProfile && args.examples === undefined)
    return { count: trainProfile.rows, exact: trainProfile.complete || trainProfile.example !== undefined };
  return typeof examples === "number" ? { count: examples, exact: true } : undefined;
}

/** True when every update is known to see all examples: a data set built by hand, or one no larger than the minibatch. */
export function isFullBatch(network: Network): boolean {
  const examples = trainingExamples(network);
  const batch = valueOf(network.train.batchSize);
  if (examples?.exact && batch !== undefined) return examples.count <= batch;
  return valueOf(valueOf(network.data.train)?.args.handMade) === true;
}

/** Minibatches in one pass over `examples`. */
export function minibatchesPerEpoch(examples: number, batchSize: number): number {
  return Math.ceil(examples / batchSize);
}

/** Updates in the whole run: epochs × minibatches × iterations; `undefined` when one of them is not known. */
export function updatesInAll(network: Network): number | undefined {
  const { epochs, batchSize, iterations } = network.train;
  const examples = trainingExamples(network);
  if (!examples?.exact || !isKnown(epochs) || !isKnown(batchSize)) return undefined;
  const inARow = iterations === undefined ? 1 : valueOf(iterations);
  return inARow === undefined ? undefined : epochs.value * minibatchesPerEpoch(examples.count, batchSize.value) * inARow;
}
