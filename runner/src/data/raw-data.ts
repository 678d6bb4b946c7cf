import type { Dataset } from "./dataset.js";
import type { LabelKind } from "./outputs.js";

/** Examples as a source gives them, before splitting and scaling. Features: `[n, f]`, `[n, f, time]` or `[n, c, h, w]` by input. */
export interface RawData {
  /** Labels only of the outputs whose target is not the input. */
  readonly dataset: Dataset;
  /** Features that are one-hot columns, by input: they are not scaled. */
  readonly oneHot: Readonly<Record<string, readonly boolean[]>>;
  /** What the labels are, by output layer. */
  readonly kinds: Readonly<Record<string, LabelKind>>;
  /** True when the examples' order means something: a split does not shuffle. */
  readonly isSequence: boolean;
}
