import type { Tree } from "@lezer/common";

/** The tree of a text; an empty one where the text nests deeper than the parser's stack reaches: nobody wrote it. */
export function treeOf(parser: { parse(text: string): Tree }, text: string): Tree {
  try {
    return parser.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return parser.parse("");
    throw error;
  }
}
