import type { Sequence } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import type { ReadLabels } from "./labels.js";
import { readLabels } from "./labels.js";

/** The labels of a `RecordReaderMultiDataSetIterator` with a single output. Of several it is not said which layer takes which. */
export function readMultiReader(sequence: Sequence, recorder: Recorder): ReadLabels {
  const outputs = sequence.links.filter(({ name }) => name === "addOutput" || name === "addOutputOneHot");
  const [output] = outputs;
  const [, first, second] = output?.args ?? [];
  if (!output?.isCertain || outputs.length > 1 || !first || !second) return { label: undefined, labels: undefined };
  const isOneHot = output.name === "addOutputOneHot";
  const given = isOneHot
    ? new Map([["label", first] as const, ["classes", second] as const])
    : new Map([["labelFrom", first] as const, ["labelTo", second] as const]);
  return readLabels(given, output.nameRange, recorder);
}
