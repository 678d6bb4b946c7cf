import { parser } from "@lezer/java";
import type { Tree } from "@lezer/common";
import { treeOf } from "../program/parse.js";

/** Words that mean something in a `module-info.java` only, and that the grammar takes for keywords everywhere. */
const moduleWords = /\b(with|to|uses|opens|exports|provides|requires|transitive|open|module)\b/g;
const moduleHead = /^\s*(?:@\w+\s*)*(?:open\s+)?module\s+[\w.]+\s*\{/m;

/** The tree of a Java text. Names are to be taken from the text itself: some stand under others of the same length for the parser. */
export function parseJava(text: string): Tree {
  return treeOf(parser, moduleHead.test(text) ? text : text.replace(moduleWords, (word) => `${word.slice(0, -1)}$`));
}
