import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "../../../generated/kotlin-parser.js";
import type { Range } from "../../../model/range.js";
import type { Comment } from "../../../model/written.js";
import { treeOf } from "../program/parse.js";
import type { Program } from "../program/program.js";
import { functionNames } from "./functions.js";
import { Items } from "./items.js";
import { namesInTemplates } from "./literals.js";
import { Reading, rangeOf } from "./reading.js";
import { readStatements, state } from "./statements.js";

/** Reads a Kotlin file. Damaged text gives what its undamaged parts say; Kotlin's own syntax errors are nobody's concern here. */
export function readKotlin(text: string): Program {
  const tree = treeOf(parser, text);
  const reading = new Reading(text, functionNames(tree.topNode, text));
  const scope = { start: 0, end: text.length };
  const plain = { method: null, regions: [], receiver: null, aliases: new Map<string, string>(), depth: 0 };
  const context = { ...plain, scope, isType: true, owner: undefined, isShared: true };
  state(readStatements(new Items(tree.topNode, text, true), context, reading), context, reading);
  reading.finish();
  const { imports, declarations, writes, statements, exits, methods, types, bodies } = reading;
  const found = { imports, declarations, writes, statements, exits, methods, types, bodies };
  return { text, comments: commentsOf(tree, text), ...found, mentions: mentionsOf(tree, text, imports) };
}

function commentsOf(tree: Tree, text: string): Comment[] {
  const comments: Comment[] = [];
  tree.iterate({
    enter(node) {
      if (node.name !== "LineComment" && node.name !== "BlockComment") return;
      const inside = text.slice(node.from, node.to).replace(/^\/\/+|^\/\*+|\*+\/$/g, "");
      comments.push({ range: rangeOf(node), text: inside.trim() });
    },
  });
  return comments;
}

/** Every place where a variable may be named; names of calls, of arguments and in imports are none. */
function mentionsOf(tree: Tree, text: string, imports: readonly { readonly range: Range }[]): Map<string, Range[]> {
  const mentions = new Map<string, Range[]>();
  const add = (name: string, range: Range): void => {
    const known = mentions.get(name);
    if (known) known.push(range);
    else mentions.set(name, [range]);
  };
  const lastImport = imports.at(-1)?.range.end ?? 0;
  tree.iterate({
    enter(node) {
      const { name } = node;
      if (name === "String") for (const one of namesInTemplates(text.slice(node.from, node.to))) add(one, rangeOf(node));
      if ((name !== "Name" && name !== "Property") || node.from < lastImport || isCallOrLabel(node.node, text)) return;
      add(text.slice(node.from, node.to), rangeOf(node));
    },
  });
  return mentions;
}

/** `f` in `f(…)` and `x.f(…)`, `rate` in `f(rate = 0.1)`. */
function isCallOrLabel(node: SyntaxNode, text: string): boolean {
  const { parent, nextSibling: next } = node;
  if (next?.name === "Assign" && parent?.name === "Argument" && !node.prevSibling) return text.slice(next.from, next.to) === "=";
  const called = node.name === "Property" ? parent : node;
  return called?.parent?.name === "Call" && called.parent.firstChild?.from === called.from && called.parent.firstChild.name === called.name;
}
