import { batchOf, type Dataset } from "../data/dataset.js";
import type { LabelKind } from "../data/outputs.js";
import type { Batch, NumberArray, TrainableNetwork } from "../engine.js";
import type { RunControl } from "./control.js";
import type { Evaluation } from "./history.js";
import { joinedMetric, Scores } from "./scores.js";

/** Examples that are evaluated at a time. */
const evaluationBatch = 256;

type Kinds = Readonly<Record<string, LabelKind>>;

/**
 * Score and metrics over a data set, in inference mode.
 * @param most only so many examples, from the start
 * @returns `undefined` when the run was cancelled meanwhile
 */
export async function evaluate(
  trainable: TrainableNetwork,
  data: Dataset,
  kinds: Kinds,
  control: RunControl,
  most = Infinity,
): Promise<Evaluation | undefined> {
  const scores = Object.entries(kinds).map(([output, kind]) => ({ output, counted: new Scores(output, kind) }));
  const count = Math.min(data.count, most);
  let total = 0;
  for (let from = 0; from < count; from += evaluationBatch) {
    await control.turn();
    if (control.isCancelled) return undefined;
    const size = Math.min(evaluationBatch, count - from);
    const batch = batchOf(
      data,
      Array.from({ length: size }, (_, index) => from + index),
    );
    const { loss, outputs } = await trainable.evaluate(batch);
    total += loss * size;
    for (const { output, counted } of scores) addTo(counted, output, outputs, batch);
  }
  return {
    loss: total / count,
    metric: joinedMetric(scores.map(({ output, counted }) => [output, counted.metric()] as const)),
    classes: scores.flatMap(({ counted }) => counted.classes() ?? []),
    uncertainty: Math.max(0, ...scores.map(({ counted }) => counted.uncertainty)),
  };
}

/** Metrics of a minibatch from the outputs of the training pass; the error of its classifier, where it has just one. */
export function scoreOf(outputs: Readonly<Record<string, NumberArray>>, batch: Batch, kinds: Kinds) {
  const scores = Object.entries(kinds).map(([output, kind]) => {
    const counted = new Scores(output, kind);
    addTo(counted, output, outputs, batch);
    return { output, kind, counted };
  });
  const [only, another] = scores;
  return {
    metric: joinedMetric(scores.map(({ output, counted }) => [output, counted.metric()] as const)),
    ...(only && !another && only.kind !== "real" && { classError: only.counted.meanError }),
  };
}

function addTo(scores: Scores, output: string, outputs: Readonly<Record<string, NumberArray>>, batch: Batch): void {
  const [given, labels] = [outputs[output], batch.labels[output]];
  if (given && labels) scores.add(given, labels, batch.labelsMask?.[output] ?? stepMask(given, batch));
}

/** Where a sequence has no labels mask, its features mask says which steps it has. */
function stepMask(given: NumberArray, { featuresMask }: Batch): NumberArray | undefined {
  if (given.shape.length !== 3 || !featuresMask) return undefined;
  return Object.values(featuresMask).find(({ shape }) => shape[1] === given.shape[2]);
}
