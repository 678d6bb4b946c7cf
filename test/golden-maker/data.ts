import type { NumberArray } from "./golden-case.js";

/** Numbers that are the same every time: a linear congruence (Park and Miller 1988), as fractions of 1. */
function drawing(seed: number): () => number {
  let state = (seed * 48271) % 2147483647 || 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function filled(seed: number, shape: readonly number[], next: (draw: () => number) => number): NumberArray {
  const draw = drawing(seed);
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, values: Array.from({ length: size }, () => Math.round(next(draw) * 1000) / 1000) };
}

/** About normal: twelve fractions less 6. */
export const gauss = (seed: number, ...shape: number[]): NumberArray =>
  filled(seed, shape, (draw) => Array.from({ length: 12 }, draw).reduce((sum, part) => sum + part) - 6);

/** From 0 up to 1. */
export const fractions = (seed: number, ...shape: number[]): NumberArray => filled(seed, shape, (draw) => draw());

/** 0 or 1. */
export const binary = (seed: number, ...shape: number[]): NumberArray => filled(seed, shape, (draw) => (draw() < 0.5 ? 0 : 1));

/** Whole numbers below a limit. */
export const indices = (seed: number, limit: number, ...shape: number[]): NumberArray =>
  filled(seed, shape, (draw) => Math.floor(draw() * limit));

/** One class of several along dimension 1, for each place of the others. */
export function oneHot(seed: number, examples: number, classes: number, ...places: number[]): NumberArray {
  const draw = drawing(seed);
  const size = places.reduce((product, length) => product * length, 1);
  const values = new Array<number>(examples * classes * size).fill(0);
  for (let example = 0; example < examples; example++)
    for (let place = 0; place < size; place++) values[(example * classes + Math.floor(draw() * classes)) * size + place] = 1;
  return { shape: [examples, classes, ...places], values };
}

/** `[n, steps]`: 1 for the first so many steps of each example. */
export function firstSteps(steps: number, ...lengths: number[]): NumberArray {
  return {
    shape: [lengths.length, steps],
    values: lengths.flatMap((length) => Array.from({ length: steps }, (_, at) => (at < length ? 1 : 0))),
  };
}

/** The array with some of its values replaced. */
export function changed({ shape, values }: NumberArray, change: (value: number, index: number) => number): NumberArray {
  return { shape, values: values.map(change) };
}
