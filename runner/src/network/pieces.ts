import type { TrainSettings } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Batch, NumberArray } from "../engine.js";

type Arrays = Readonly<Record<string, NumberArray>>;

/**
 * The pieces of a minibatch that truncated back-propagation trains on one after the other: `tbpttForward` steps each, the last one the
 * rest. The whole minibatch where it has no series, or none that long.
 */
export function piecesOf(batch: Batch, { backpropType, tbpttForward }: TrainSettings): readonly Batch[] {
  const length = valueOf(tbpttForward);
  const steps = longest(batch);
  if (valueOf(backpropType) !== "TruncatedBPTT" || length === undefined || steps <= length) return [batch];
  return Array.from({ length: Math.ceil(steps / length) }, (_, index) =>
    piece(batch, index * length, Math.min(steps, (index + 1) * length)),
  );
}

const stepsOf = ({ shape }: NumberArray) => (shape.length === 3 ? (shape[2] ?? 0) : 0);

function longest({ features, labels }: Batch): number {
  return Math.max(0, ...[...Object.values(features), ...Object.values(labels)].map(stepsOf));
}

function piece(batch: Batch, from: number, to: number): Batch {
  const series = (arrays: Arrays) => mapValues(arrays, (array) => (stepsOf(array) === 0 ? array : sliced(array, from, to)));
  const masks = (arrays: Arrays, of: Arrays) =>
    Object.fromEntries(
      Object.entries(arrays).map(([name, mask]) => [name, of[name] && stepsOf(of[name]) > 0 ? sliced(mask, from, to) : mask]),
    );
  return {
    size: batch.size,
    features: series(batch.features),
    labels: series(batch.labels),
    ...(batch.featuresMask ? { featuresMask: masks(batch.featuresMask, batch.features) } : {}),
    ...(batch.labelsMask ? { labelsMask: masks(batch.labelsMask, batch.labels) } : {}),
  };
}

function mapValues(arrays: Arrays, change: (array: NumberArray) => NumberArray): Arrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, change(array)]));
}

/** Steps `from` … `to` (exclusive) of the last dimension. */
function sliced({ shape, values }: NumberArray, from: number, to: number): NumberArray {
  const steps = shape[shape.length - 1] ?? 0;
  const rows = steps === 0 ? 0 : values.length / steps;
  const length = to - from;
  const part = new Float32Array(rows * length);
  for (let row = 0; row < rows; row++) part.set(values.subarray(row * steps + from, row * steps + to), row * length);
  return { shape: [...shape.slice(0, -1), length], values: part };
}
