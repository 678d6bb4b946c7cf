import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression } from "../program/expression.js";
import { indicesOf, type Going } from "./loops.js";
import type { Context, Reading } from "./reading.js";
import { rangeOf } from "./reading.js";

/** Several names for the parts of an item, `(units, activation)`: of a pair, or of two neighbours of a list. */
export interface Parts {
  readonly going: Going;
  /** Gives the names their values at the beginning of each round. */
  readonly begin: (inner: Context) => void;
}

/** The loop over `on` whose items are taken apart; `undefined` where it is not known what they are made of. */
export function partsOf(on: Expression, names: readonly SyntaxNode[], place: number, reading: Reading): Parts | undefined {
  if (names.length < 2) return undefined;
  const range = { start: place, end: place };
  const item: Expression = { kind: "name", range, name: `item@${place}` };
  const number = (value: number): Expression => ({ kind: "literal", range, value, integer: true });
  const neighbours = on.kind === "invoke" && on.name === "zipWithNext" && on.args.length === 0 ? on.on : null;
  if (neighbours && names.length > 2) return undefined;
  const list = neighbours ?? on;
  const next: Expression = { kind: "binary", range, operator: "+", left: item, right: number(1) };
  const { from, to } = indicesOf(list);
  const before: Expression = { kind: "binary", range, operator: "-", left: to, right: number(1) };
  const parts = names.map((name, index): Expression => {
    if (!neighbours) return { kind: "index", range: rangeOf(name), on: item, index: number(index) };
    return { kind: "index", range: rangeOf(name), on: list, index: index === 0 ? item : next };
  });
  return {
    going: neighbours
      ? { count: { variable: item.name, from, to: before, inclusive: false } }
      : { course: { kind: "each", variable: range, of: list } },
    begin: (inner) => {
      declareItem(item.name, range, inner, reading);
      names.forEach((name, index) => {
        const part = parts[index];
        if (part) reading.state(part, inner, { target: reading.span(name) });
      });
    },
  };
}

function declareItem(name: string, nameRange: Range, { method, regions, scope }: Context, reading: Reading): void {
  const plain = { type: "", initializer: null, isPrivate: false, isAnnotated: false };
  reading.declare({ name, nameRange, kind: "parameter", ...plain, scope, method, regions });
}
