import type { Tree } from "@lezer/common";
import type { Comment } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";
import type { Program } from "../program/program.js";
import { rangeOf } from "./expressions.js";
import { piecesOf } from "./lost-braces.js";
import { parseJava } from "./parse.js";
import { JavaReader } from "./reader.js";

/** Reads a Java file. Damaged text gives what its undamaged parts say; Java's own syntax errors are nobody's concern here. */
export function readJava(text: string): Program {
  const tree = parseJava(text);
  const reader = new JavaReader(text.length);
  for (const piece of piecesOf(text, tree)) reader.read(piece);
  const { imports, declarations, writes, statements, exits, methods, types, bodies } = reader;
  const found = { imports, declarations, writes, statements, exits, methods, types, bodies };
  return { text, comments: commentsOf(tree, text), ...found, mentions: mentionsOf(tree, text) };
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

function mentionsOf(tree: Tree, text: string): Map<string, Range[]> {
  const mentions = new Map<string, Range[]>();
  tree.iterate({
    enter(node) {
      if (node.name === "MethodName" || node.name === "ImportDeclaration" || node.name === "PackageDeclaration") return false;
      if (node.name !== "Identifier" && node.name !== "Definition") return true;
      const name = text.slice(node.from, node.to);
      const known = mentions.get(name);
      if (known) known.push(rangeOf(node));
      else mentions.set(name, [rangeOf(node)]);
      return true;
    },
  });
  return mentions;
}
