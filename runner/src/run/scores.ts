import type { NumberArray } from "../engine.js";
import type { LabelKind } from "../data/outputs.js";
import { ClassTable } from "./class-table.js";
import type { ClassCounts, Metric } from "./history.js";

/** Below it a probability counts as this much: one example that is surely wrong does not outweigh all others. */
const leastProbability = 1e-10;

/** An output's answers compared with its labels, minibatch by minibatch. */
export class Scores {
  readonly #classes = new ClassTable();
  #answers = 0;
  #absolute = 0;
  #squared = 0;
  #labelSum = 0;
  #labelSquares = 0;
  #examples = 0;
  #errors = 0;
  #errorSquares = 0;

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
    // A density over labels is no answer that could be compared with them.
    if (this.kind === "real" && width !== units) return;
    for (let example = 0; example < examples; example++) {
      let error = 0;
      for (let position = 0; position < positions; position++) {
        const at = (array: NumberArray, size: number, unit: number) => array.values[(example * size + unit) * positions + position] ?? 0;
        const isKept = (unit: number) => mask === undefined || keeps(mask, example, unit, position, units, positions);
        if (this.kind === "oneHot" || this.kind === "index") {
          if (!isKept(0)) continue;
          const actual = this.kind === "index" ? at(labels, width, 0) : strongest(width, (unit) => at(labels, width, unit));
          error += this.#count(
            actual,
            strongest(units, (unit) => at(given, units, unit)),
            at(given, units, actual),
          );
        } else {
          for (let unit = 0; unit < units; unit++)
            if (isKept(unit)) error += this.#compare(at(labels, width, unit), at(given, units, unit));
        }
      }
      this.#examples++;
      this.#errors += error;
      this.#errorSquares += error * error;
    }
  }

  /** @returns the answer's error: −ln of the probability that it gives to what is right, or the squared difference */
  #compare(label: number, answer: number): number {
    if (this.kind === "binary") {
      const actual = label >= 0.5 ? 1 : 0;
      return this.#count(actual, answer >= 0.5 ? 1 : 0, actual === 1 ? answer : 1 - answer);
    }
    this.#answers++;
    this.#absolute += Math.abs(answer - label);
    this.#squared += (answer - label) ** 2;
    this.#labelSum += label;
    this.#labelSquares += label ** 2;
    return (answer - label) ** 2;
  }

  #count(actual: number, predicted: number, probability: number): number {
    this.#answers++;
    this.#classes.count(actual, predicted);
    return -Math.log(Math.min(1, Math.max(leastProbability, probability)));
  }

  /** `accuracy`, or `mae`, `rmse` and `r2` (left out where all targets are equal). */
  metric(): Metric {
    const answers = this.#answers;
    if (answers === 0) return {};
    if (this.kind !== "real") return { accuracy: this.#classes.correct / answers };
    const spread = this.#labelSquares - this.#labelSum ** 2 / answers;
    return {
      mae: this.#absolute / answers,
      rmse: Math.sqrt(this.#squared / answers),
      ...(spread > 1e-12 * this.#labelSquares && { r2: 1 - this.#squared / spread }),
    };
  }

  /** `undefined` for numbers. */
  classes(): ClassCounts | undefined {
    return this.kind === "real" ? undefined : this.#classes.counts(this.output);
  }

  /** The mean error of an answer. */
  get meanError(): number {
    return this.#errors / this.#answers;
  }

  /** How far the mean error of other examples of the same kind would lie from this one: its standard error as a share of it. */
  get uncertainty(): number {
    const mean = this.#errors / this.#examples;
    const variance = Math.max(0, this.#errorSquares / this.#examples - mean * mean);
    return mean > 0 ? Math.sqrt(variance / this.#examples) / mean : 0;
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
