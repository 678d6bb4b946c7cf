import type { Tensor } from "../dataset.js";
import { DataError } from "../data-error.js";
import { Random } from "../random.js";
import { drawGlyph, glyphClasses, glyphSize } from "./glyphs.js";
import { pointSets } from "./points.js";
import { drawWave, waveClasses, waveSteps } from "./waves.js";

/** Generated examples: a class for each, or a number to predict. */
export interface Generated {
  readonly features: Tensor;
  readonly labels: { readonly classes: number; readonly of: readonly number[] } | { readonly targets: Tensor };
}

/** How much to generate; the same seed and part give the same examples. */
export interface GenerateOptions {
  readonly examples: number;
  /** Deviation of the noise; what it is added to stands with each data set. */
  readonly noise: number;
  readonly seed: number;
  /** Test examples differ from the training examples of the same seed. */
  readonly part: "train" | "test";
}

/**
 * Generates a built-in data set. Classes take turns, so that each has as many examples as the others.
 *
 * | name | features | range |
 * |---|---|---|
 * | `moons`, `circles`, `spirals`, `xor`, `linear` | `[n, 2]` | about [-1, 1] |
 * | `saturn` | `[n, 2]` | about [-10, 10] |
 * | `blobs` | `[n, 10]`, five classes | about [-3, 3] |
 * | `sine` | `[n, 1]`, the target `[n, 1]` is sin(πx) | [-1, 1] |
 * | `waves` | `[n, 1, 60]`, three classes | [-1, 1] |
 * | `glyphs` | `[n, 1, 28, 28]`, ten classes | 0 … 255 |
 */
export function generate(name: string, options: GenerateOptions): Generated {
  const random = new Random(options.part === "train" ? options.seed : ~options.seed);
  const points = pointSets[name];
  if (points) return classified(points.classes, [2], options, (label) => points.draw(label, options.noise, random));
  switch (name) {
    case "blobs":
      return blobs(options, random);
    case "sine":
      return sine(options, random);
    case "waves":
      return classified(waveClasses, [1, waveSteps], options, (label) => drawWave(label, options.noise, random));
    case "glyphs":
      return classified(glyphClasses, [1, glyphSize, glyphSize], options, (label) => drawGlyph(label, options.noise, random));
    default:
      throw new DataError(
        `There is no built-in data set "${name}".`,
        "Choose one of moons, circles, saturn, spirals, xor, linear, blobs, sine, waves, glyphs.",
      );
  }
}

function classified(
  classes: number,
  shape: readonly number[],
  { examples }: GenerateOptions,
  draw: (label: number) => ArrayLike<number>,
): Generated {
  const of = Array.from({ length: examples }, (_, example) => example % classes);
  const size = shape.reduce((product, length) => product * length, 1);
  const values = new Float64Array(examples * size);
  of.forEach((label, example) => values.set(draw(label), example * size));
  return { features: { shape: [examples, ...shape], values }, labels: { classes, of } };
}

const blobClasses = 5;
const blobFeatures = 10;

/** Normal clouds of deviation 5 · noise (0.5 by default) around centres within ±1.5. */
function blobs(options: GenerateOptions, random: Random): Generated {
  const place = new Random(options.seed + 1);
  const centres = Array.from({ length: blobClasses }, () => Array.from({ length: blobFeatures }, () => place.between(-1.5, 1.5)));
  return classified(blobClasses, [blobFeatures], options, (label) =>
    (centres[label] ?? []).map((centre) => centre + 5 * options.noise * random.normal()),
  );
}

function sine({ examples, noise }: GenerateOptions, random: Random): Generated {
  const x = Float64Array.from({ length: examples }, () => random.between(-1, 1));
  const y = x.map((value) => Math.sin(Math.PI * value) + noise * random.normal());
  return { features: { shape: [examples, 1], values: x }, labels: { targets: { shape: [examples, 1], values: y } } };
}
