import type { NumberShape, Shape, Word } from "../vocabulary/shapes.js";
import { quoted } from "../nearest.js";

/** More names than this are not listed in a message. */
export const mostListed = 12;

/** What a shape takes, in words: `a whole number`, `an activation`. */
export function expected(shape: Shape): string {
  switch (shape.type) {
    case "number":
      return expectedNumber(shape);
    case "string":
      return "text in quotes";
    case "boolean":
      return "`true` or `false`";
    case "column":
      return "a column (its name in quotes, or its index)";
    case "reference":
      return "the name of an input or layer";
    case "word":
      return shape.words.length <= mostListed ? `${shape.what} (${alternatives(shape.words)})` : shape.what;
    case "list":
      return `a list, \`[…]\`, of ${plural(shape.of)}`;
    case "sizes":
      return expectedSizes(shape.dimensions, shape.sides === true);
    case "either":
      return shape.shapes.flatMap(alternativesOf).map(expected).join(", or ");
  }
}

function alternativesOf(shape: Shape): readonly Shape[] {
  return shape.type === "either" ? shape.shapes.flatMap(alternativesOf) : [shape];
}

function expectedNumber({ integer = false, min, max }: NumberShape): string {
  if (min !== undefined && max !== undefined) return `a ${integer ? "whole " : ""}number from ${String(min)} to ${String(max)}`;
  const bound = min === undefined ? "" : min === 0 ? " that is not negative" : ` of at least ${String(min)}`;
  return `a ${integer ? "whole " : ""}number${bound}`;
}

function expectedSizes(dimensions: 1 | 2, sides: boolean): string {
  if (dimensions === 1) return "a whole number";
  return sides
    ? "a whole number, `[height, width]` or `[top, bottom, left, right]`"
    : "a whole number (for both dimensions) or `[height, width]`";
}

function plural(shape: Shape): string {
  if (shape.type === "column") return "columns (names in quotes, or indices)";
  return shape.type === "number" && shape.integer === true ? "whole numbers" : "numbers";
}

/** `relu`, `step(…)` or `map(…)`. */
export function alternatives(list: readonly Word[]): string {
  return quoted(list.map(shortForm)).replace(/ and (?=`[^`]*`$)/u, " or ");
}

/** `relu`, `step(…)`. */
function shortForm(word: Word): string {
  const count = (word.parameters?.length ?? 0) + (word.positions === undefined ? 0 : 1);
  return word.bare === "never" || (word.bare === undefined && count > 0)
    ? `${word.word}(${count === 1 ? (word.parameters?.[0]?.name ?? "…") : "…"})`
    : word.word;
}

/** `relu`, `clipL2PerLayer(threshold)`. */
export function callForm(word: Word): string {
  if (word.positions !== undefined) return `${word.word}(0: …)`;
  const parameters = word.parameters ?? [];
  return parameters.length === 0 ? word.word : `${word.word}(${parameters.map(({ name }) => name).join(", ")})`;
}
