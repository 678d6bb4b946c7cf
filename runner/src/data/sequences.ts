import type { Tensor, Tensors } from "./dataset.js";

/**
 * Rows of sequences that stand one after the other, `[rows, f]`, as `[n, f, time]`: shorter sequences are filled up with 0.
 * @param lengths steps of each sequence
 * @param time steps of the longest one
 */
export function foldSequences({ shape, values }: Tensor, lengths: readonly number[], time: number): Tensor {
  const features = shape[1] ?? 0;
  const folded = new Float64Array(lengths.length * features * time);
  let row = 0;
  lengths.forEach((length, example) => {
    for (let step = 0; step < length; step++, row++) {
      for (let feature = 0; feature < features; feature++)
        folded[(example * features + feature) * time + step] = values[row * features + feature] ?? 0;
    }
  });
  return { shape: [lengths.length, features, time], values: folded };
}

/** `[n, time]`: 1 where a sequence has a step, or with `last` only at its last step. */
export function stepMask(lengths: readonly number[], time: number, at: "each" | "last"): Tensor {
  const values = new Float64Array(lengths.length * time);
  lengths.forEach((length, example) => values.fill(1, example * time + (at === "last" ? length - 1 : 0), example * time + length));
  return { shape: [lengths.length, time], values };
}

/** One label for a whole sequence, `[n, f]`, repeated at each of its steps: `[n, f, time]`. */
export function repeatOverTime({ shape, values }: Tensor, time: number): Tensor {
  const [count = 0, features = 0] = shape;
  const repeated = new Float64Array(count * features * time);
  values.forEach((value, at) => repeated.fill(value, at * time, (at + 1) * time));
  return { shape: [count, features, time], values: repeated };
}

/** The last step of each sequence: `[n, f, time]` to `[n, f]`. */
export function lastSteps({ shape, values }: Tensor, lengths: readonly number[]): Tensor {
  const [count = 0, features = 0, time = 1] = shape;
  const last = Float64Array.from({ length: count * features }, (_, at) => {
    const example = Math.floor(at / features);
    return values[at * time + (lengths[example] ?? time) - 1] ?? 0;
  });
  return { shape: [count, features], values: last };
}

/** The same mask under every name. */
export function maskForAll(names: readonly string[], mask: Tensor): Tensors {
  return Object.fromEntries(names.map((name) => [name, mask]));
}
