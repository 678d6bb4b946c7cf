import type { Range } from "./range.js";
import type { NewValue } from "./value.js";

/**
 * What a fix changes, said in the model's terms. The front end turns it into the smallest text edit in its own
 * notation, in the style of the text around it; `null` from the front end means that it cannot say this there.
 */
export type Change =
  /** Writes the value at the address: replaces what stands there, else adds it. `data.normalize` in builder calls becomes the statements that scale. */
  | { readonly kind: "set"; readonly address: string; readonly value: NewValue }
  /** Takes the setting's text out, all of its entries. */
  | { readonly kind: "remove"; readonly address: string }
  /** Takes the calls at `remove` out and writes `value` at `address` in the place of the first of them. */
  | { readonly kind: "merge"; readonly remove: readonly string[]; readonly address: string; readonly value: NewValue }
  | { readonly kind: "insertLayer"; readonly before: number; readonly layer: NewLayer }
  | { readonly kind: "replaceLayer"; readonly index: number; readonly layer: NewLayer }
  | { readonly kind: "removeLayer"; readonly index: number }
  /** Makes another kind of a layer, which keeps what is set on it; the new layer's settings are written beside that. */
  | { readonly kind: "changeKind"; readonly index: number; readonly layer: NewLayer }
  /** Puts a layer into a wrapper, by its class: `LastTimeStep`. */
  | { readonly kind: "wrapLayer"; readonly index: number; readonly wrapper: string }
  /** Writes another name or number in the place of a literal one that the text has there. */
  | { readonly kind: "respell"; readonly at: Range; readonly as: string };

/** A layer that a change writes: Deeplearning4j's class name and canonical settings. */
export interface NewLayer {
  readonly kind: string;
  readonly settings: Readonly<Record<string, NewValue>>;
}

/** A repair: `safe` leaves the resolved model as it is; everything else is `suggested`. */
export interface Fix {
  /** Imperative, with the value: `Set learning rate to 0.01`. */
  readonly title: string;
  readonly safety: "safe" | "suggested";
  readonly preferred: boolean;
  readonly changes: readonly Change[];
}
