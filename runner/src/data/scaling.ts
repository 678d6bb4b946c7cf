import type { Call } from "../../../core/src/model/value.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { DataError } from "./data-error.js";
import type { Tensor } from "./dataset.js";

/** `(x − subtract) / divide · multiply + add`, for one feature. */
interface Scale {
  readonly subtract: number;
  readonly divide: number;
  readonly multiply: number;
  readonly add: number;
}

/** What a normalizer learnt: one scale per feature (the second dimension of `[n, f, …]`); `null` leaves a feature as it is. */
export type Scaler = readonly (Scale | null)[];

/**
 * Fits a normalizer, as Deeplearning4j 1.0.0-M2.1 does: `NormalizerStandardize` with the population's deviation, a constant feature
 * divided by 1; `NormalizerMinMaxScaler`, the maximum of a constant feature raised by 1e-5; `ImagePreProcessingScaler` learns nothing.
 * Features of sequences and channels of images are measured over examples and positions together.
 * @param normalizer `standardize`, `minMax`, `imageScale` or `none`
 * @param isScaled false for features that stay as they are (one-hot columns)
 * @param mask `[n, time]`: steps at which it is 0 are not measured
 */
export function fitScaler(normalizer: Call, tensor: Tensor, isScaled: (feature: number) => boolean = () => true, mask?: Tensor): Scaler {
  const features = Array.from({ length: tensor.shape[1] ?? 0 }, (_, feature) => feature);
  return features.map((feature) => (isScaled(feature) ? scaleOf(normalizer, valuesOf(tensor, feature, mask)) : null));
}

function scaleOf({ name, args }: Call, values: Float64Array): Scale | null {
  const [lo, hi] = [numberOr(valueOf(args.lo), 0), numberOr(valueOf(args.hi), 1)];
  switch (name) {
    case "none":
      return null;
    case "standardize": {
      const { mean, std } = moments(values);
      return { subtract: mean, divide: std === 0 ? 1 : std, multiply: 1, add: 0 };
    }
    case "minMax": {
      const [min, max] = bounds(values);
      return { subtract: min, divide: max === min ? 1e-5 : max - min, multiply: hi - lo, add: lo };
    }
    case "imageScale":
      return { subtract: 0, divide: 255, multiply: hi - lo, add: lo };
    default:
      throw new DataError(`Scaling by \`${name}\` cannot be done here.`, "Use standardize, minMax, imageScale or none.");
  }
}

/** Scales a tensor in place with what was fitted, on this or on other data. Masked steps stay 0. */
export function applyScaler(scaler: Scaler, { shape, values }: Tensor, mask?: Tensor): void {
  const features = shape[1] ?? 0;
  const positions = shape.slice(2).reduce((product, size) => product * size, 1);
  for (let at = 0; at < values.length; at++) {
    const row = Math.floor(at / positions);
    const scale = scaler[row % features];
    if (!scale || (mask && mask.values[Math.floor(row / features) * positions + (at % positions)] === 0)) continue;
    values[at] = (((values[at] ?? 0) - scale.subtract) / scale.divide) * scale.multiply + scale.add;
  }
}

/** All values of one feature, over examples and positions that are not masked. */
function valuesOf({ shape, values }: Tensor, feature: number, mask: Tensor | undefined): Float64Array {
  const [count = 0, features = 0] = shape;
  const positions = shape.slice(2).reduce((product, size) => product * size, 1);
  const found = new Float64Array(count * positions);
  for (let example = 0; example < count; example++) {
    const from = (example * features + feature) * positions;
    found.set(values.subarray(from, from + positions), example * positions);
  }
  return mask ? found.filter((_, at) => mask.values[at] !== 0) : found;
}

function moments(values: Float64Array): { mean: number; std: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, std: Math.sqrt(variance) };
}

function bounds(values: Float64Array): [min: number, max: number] {
  return values.reduce<[number, number]>(([min, max], value) => [Math.min(min, value), Math.max(max, value)], [Infinity, -Infinity]);
}

const numberOr = (value: unknown, usual: number) => (typeof value === "number" ? value : usual);
