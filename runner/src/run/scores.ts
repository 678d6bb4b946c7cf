import type { NumberArray } from "../engine.js";
import type { LabelKind } from "../data/outputs.js";
import type { ClassCounts, Metric } from "./history.js";

/** An output's answers compared with its labels, minibatch by minibatch. */
export class Scores {
  readonly #actual: number[] = [];
  readonly #predicted: number[] = [];
  #correct = 0;
  #answers = 0;
  #absolute = 0;
  #squared = 0;
  #labelSum = 0;
  #labelSquares = 0;

  constructor(
    private readonly output: string,
    private readonly kind: LabelKind,
  ) {}

  /**
   * Counts a minibatch: `[n, o]`, `[n, o, time]` or `[n, c, h, w]`; masked positions are left out.
   * @param mask `[n, time]`, `[n, 1]`, or of the labels' own shape
   */
  add(given: NumberArray, labels: NumberArray, mask: NumberArray | undefined): void {
    const [examples = 0, units = 1] = given.shape;
    const positions = given.shape.slice(2).reduce((product, size) => product * size, 1);
    const width = labels.shape[1] ?? 1;
    for (let example = 0; example < examples; example++) {
      for (let position = 0; position < positions; position++) {
        const at = (array: NumberArray, size: number, unit: number) => array.values[(example * size + unit) * positions + position] ?? 0;
        const isKept = (unit: number) => mask === undefined || keeps(mask, example, unit, position, units, positions);
        if (this.kind === "oneHot" || this.kind === "index") {
          if (!isKept(0)) continue;
          const answer = strongest(units, (unit) => at(given, units, unit));
          this.#count(this.kind === "index" ? at(labels, width, 0) : strongest(width, (unit) => at(labels, width, unit)), answer);
        } else {
          for (let unit = 0; unit < units; unit++) if (isKept(unit)) this.#compare(at(labels, width, unit), at(given, units, unit));
        }
      }
    }
  }

  #compare(label: number, answer: number): void {
    if (this.kind === "binary") {
      this.#count(label >= 0.5 ? 1 : 0, answer >= 0.5 ? 1 : 0);
      return;
    }
    this.#answers++;
    this.#absolute += Math.abs(answer - label);
    this.#squared += (answer - label) ** 2;
    this.#labelSum += label;
    this.#labelSquares += label ** 2;
  }

  #count(actual: number, predicted: number): void {
    this.#answers++;
    if (actual === predicted) this.#correct++;
    this.#actual[actual] = (this.#actual[actual] ?? 0) + 1;
    this.#predicted[predicted] = (this.#predicted[predicted] ?? 0) + 1;
  }

  /** `accuracy`, or `mae`, `rmse` and `r2` (left out where all targets are equal). */
  metric(): Metric {
    const answers = this.#answers;
    if (answers === 0) return {};
    if (this.kind !== "real") return { accuracy: this.#correct / answers };
    const spread = this.#labelSquares - this.#labelSum ** 2 / answers;
    return {
      mae: this.#absolute / answers,
      rmse: Math.sqrt(this.#squared / answers),
      ...(spread > 1e-12 * this.#labelSquares && { r2: 1 - this.#squared / spread }),
    };
  }

  /** `undefined` for numbers. */
  classes(): ClassCounts | undefined {
    if (this.kind === "real") return undefined;
    const count = Math.max(this.#actual.length, this.#predicted.length);
    const filled = (counts: readonly number[]) => Array.from({ length: count }, (_, index) => counts[index] ?? 0);
    return { output: this.output, actual: filled(this.#actual), predicted: filled(this.#predicted), correct: this.#correct };
  }
}

function keeps({ shape, values }: NumberArray, example: number, unit: number, position: number, units: number, positions: number): boolean {
  if (shape.length > 2) return values[(example * units + unit) * positions + position] !== 0;
  const width = shape[1] ?? 1;
  const index = width === 1 ? 0 : positions > 1 ? position : unit;
  return values[example * width + index] !== 0;
}

function strongest(units: number, valueOf: (unit: number) => number): number {
  let best = 0;
  for (let unit = 1; unit < units; unit++) if (valueOf(unit) > valueOf(best)) best = unit;
  return best;
}

/** The metrics of all outputs under one roof: with several, each name begins with its output's. */
export function joinedMetric(metrics: readonly (readonly [output: string, metric: Metric])[]): Metric {
  const [only, another] = metrics;
  if (only && !another) return only[1];
  return Object.fromEntries(
    metrics.flatMap(([output, metric]) => Object.entries(metric).map(([name, value]) => [`${output}.${name}`, value])),
  );
}
