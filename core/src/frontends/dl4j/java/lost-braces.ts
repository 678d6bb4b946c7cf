import type { SyntaxNode, Tree } from "@lezer/common";
import { parseJava } from "./parse.js";

/** A tree, the text that it is of, and where both count: there the text is that of the file. */
export interface Piece {
  readonly top: SyntaxNode;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where the class goes on that a damaged brace or method head has ended too early is looked for so often. */
const mostPieces = 12;

/** The name of a class or method whose own is lost. Java allows none of this name. */
export const lostName = "_";

/** `public static Type name(…) throws X {` */
const memberHead =
  /^[ \t]*(?:@\w+\s+)*(?:(?:public|protected|private|static|final|abstract|synchronized)\s+)*(?!(?:return|new|else|throw|case)\b)[\w.<>[\],? ]+\s+\w+\s*\([^;{}()]*\)\s*(?:throws[\w\s,.]+)?\{/m;

/**
 * A brace too many or too few, or a damaged method head, ends the class for the parser: the methods behind are none to it.
 * What is left is parsed as what it was meant to be: the rest of a method, then further members of the same class.
 */
export function piecesOf(text: string, tree: Tree): readonly Piece[] {
  const first = leftOver(tree.topNode, text);
  const pieces: Piece[] = [{ top: tree.topNode, text, start: 0, end: first ?? text.length }];
  const name = classNameIn(tree.topNode, text);
  for (let rest = first; rest !== undefined && pieces.length < mostPieces;) {
    const start: number = rest;
    const head = memberHead.exec(text.slice(start));
    const members = name === lostName && start === first ? start : head ? start + head.index : text.length;
    if (members > start) add(pieces, text, `class ${name}{void ${lostName}(){`, start, members);
    const next = members < text.length ? add(pieces, text, `class ${name}{`, members, text.length) : undefined;
    rest = next !== undefined && next > members ? next : undefined;
  }
  return pieces;
}

/** Parses a part of the text behind an opening that takes no place of its own: every range stays what it is. */
function add(pieces: Piece[], text: string, opening: string, start: number, end: number): number | undefined {
  const before = start - opening.length;
  if (before < 0) return undefined;
  const padded = " ".repeat(before) + opening + text.slice(start, end);
  const { topNode } = parseJava(padded);
  const rest = leftOver(topNode, padded);
  pieces.push({ top: topNode, text: padded, start, end: rest ?? end });
  return rest;
}

/** Where the first thing stands at the top of a file that is not allowed there; statements without any class or method are as they are. */
function leftOver(top: SyntaxNode, text: string): number | undefined {
  let isClassSeen = false;
  for (let child = top.firstChild; child; child = child.nextSibling) {
    if (/^(Class|Interface|Enum|Record)Declaration$/.test(child.name)) isClassSeen = true;
    else if (!/Comment$|^;$|^(Package|Import|AnnotationType)Declaration$/.test(child.name)) {
      const start = startOf(child.from, text);
      return isClassSeen || memberHead.test(text.slice(start)) ? start : undefined;
    }
  }
  return undefined;
}

function classNameIn(top: SyntaxNode, text: string): string {
  const name = top.getChild("ClassDeclaration")?.getChild("Definition");
  return name ? text.slice(name.from, name.to).trim() : lostName;
}

/** Of a statement that the parser has broken in two: behind whatever ends the one before. */
function startOf(place: number, text: string): number {
  return Math.max(...["\n", ";", "{", "}"].map((sign) => text.lastIndexOf(sign, place - 1))) + 1;
}
