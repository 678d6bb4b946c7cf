import type { SyntaxNode } from "@lezer/common";
import type { ArgumentNode, CallNode, KindNode, NameNode, NumberNode, ValueNode } from "./tree.js";
import type { ProblemList } from "./problem-list.js";
import { childrenOf, lastBefore, nameNode, rangeOf } from "./nodes.js";
import { numberNode, readMalformed, readString } from "./read-scalars.js";

/** Deeper than any value of the language, and far from the end of the call stack. */
const deepestValue = 32;

const valueTypes = new Set(["Number", "Malformed", "String", "Boolean", "Name", "Qualified", "List", "Call"]);

export function isValue(node: SyntaxNode): boolean {
  return valueTypes.has(node.name);
}

/** A value of the grammar; `null` when it is nested too deeply. */
export function readValueNode(node: SyntaxNode, text: string, problems: ProblemList, depth = 0): ValueNode | null {
  const range = rangeOf(node);
  switch (node.name) {
    case "Number":
      return numberNode(node, text);
    case "String":
      return { kind: "string", range, value: readString(node, text, problems) };
    case "Boolean":
      return { kind: "boolean", range, value: text.slice(node.from, node.to) === "true" };
    case "Malformed":
      return readMalformed(node, text, problems);
    case "Name":
    case "Qualified":
      return { kind: "word", range, text: javaName(node, text).text, asJava: isQualified(node, text) };
  }
  if (depth >= deepestValue) {
    problems.syntax({ start: node.from, end: node.from + 1 }, "This is nested too deeply. No value of the language has so many brackets.");
    return null;
  }
  return node.name === "List" ? readList(node, text, problems, depth) : readCall(node, text, problems, depth);
}

/** `Activation.RELU`, `new Adam`: the last name is what counts. `data.csv` is one name. */
function javaName(node: SyntaxNode, text: string): NameNode {
  const last = node.name === "Qualified" ? (node.getChildren("Name").at(-1) ?? node) : node;
  return { text: text.slice(isQualified(node, text) ? last.from : node.from, last.to), range: { start: node.from, end: last.to } };
}

function readList(node: SyntaxNode, text: string, problems: ProblemList, depth: number): ValueNode {
  const items: ValueNode[] = [];
  for (const child of childrenOf(node)) {
    const item = isValue(child) ? readValueNode(child, text, problems, depth + 1) : null;
    if (item !== null) items.push(item);
  }
  expectClosing(node, "]", "list", text, problems);
  return { kind: "list", range: writtenRange(node, "]", text), items };
}

function readCall(node: SyntaxNode, text: string, problems: ProblemList, depth: number): ValueNode {
  const [newWord, qualified] = [node.getChild("NewWord"), node.getChild("Qualified")];
  const called = javaName(qualified ?? node.getChild("Name") ?? node, text);
  const name = newWord === null ? called : { ...called, range: { start: newWord.from, end: called.range.end } };
  const asJava = newWord !== null || (qualified !== null && isQualified(qualified, text));
  const args: ArgumentNode[] = [];
  for (const child of node.getChildren("Argument")) {
    args.push(...readArgument(child, text, problems, depth));
  }
  if (node.lastChild?.name === ")") return { kind: "call", range: rangeOf(node), name, asJava, args, overrun: [] };
  return unclosedCall(node, { kind: "call", range: rangeOf(node), name, asJava, args, overrun: [] }, text, problems);
}

/** With a class before it; where the parser recovers there may be none. */
function isQualified(node: SyntaxNode, text: string): boolean {
  return node.getChildren("Name").length > 1 && /\p{Lu}/u.test(text[node.from] ?? "");
}

/** `adam 0.1` */
function reportBareArguments({ name, args, range }: CallNode, text: string, problems: ProblemList): void {
  const [first, last] = [args[0], args.at(-1)];
  if (first === undefined || last === undefined) return;
  const given = text.slice(first.range.start, last.range.end);
  problems.syntax(
    { start: range.start, end: last.range.end },
    `What \`${name.text}\` takes stands in parentheses: \`${name.text}(${given})\`.`,
    [{ title: "Write the parentheses", edits: [{ range: { start: name.range.end, end: last.range.end }, newText: `(${given})` }] }],
  );
}

/** A call that is not closed takes in the properties of the lines below it when a comma comes before them. */
function unclosedCall(node: SyntaxNode, call: CallNode, text: string, problems: ProblemList): ValueNode {
  const { name, args: all } = call;
  const below = all.findIndex(({ key, range }) => key !== null && text.slice(node.from, range.start).includes("\n"));
  const args = below < 0 ? all : all.slice(0, below);
  const overrun = below < 0 ? [] : all.slice(below);
  const end = overrun.length === 0 ? Math.max(name.range.end, lastBefore(text, node.to)) : (args.at(-1)?.range.end ?? name.range.end + 1);
  if (node.getChild("(") === null) reportBareArguments({ ...call, args }, text, problems);
  else reportUnclosedBracket(end, ")", name.text, problems);
  return { ...call, range: { start: node.from, end }, args, overrun };
}

/** One argument; two numbers where the comma between them is missing. */
function readArgument(node: SyntaxNode, text: string, problems: ProblemList, depth: number): ArgumentNode[] {
  const parts = childrenOf(node).filter((child) => !child.type.isError && !child.type.isSkipped);
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first !== last && first.name === "Number" && node.getChild(":") === null) return withoutComma(first, last, text, problems, depth);
  const key = first === last && first.name !== "Key" ? undefined : first;
  if (last === key || !isValue(last)) {
    problems.syntax(rangeOf(first), `\`${text.slice(first.from, first.to)}:\` needs a value after it.`);
    return [];
  }
  if (key?.name === "Name") reportMissingColon(key, last, text, problems);
  const value = readValueNode(last, text, problems, depth + 1);
  if (value === null) return [];
  return [{ range: { start: first.from, end: value.range.end }, key: key === undefined ? null : nameNode(key, text), value }];
}

function withoutComma(first: SyntaxNode, last: SyntaxNode, text: string, problems: ProblemList, depth: number): ArgumentNode[] {
  problems.syntax(rangeOf(last), "Arguments are separated by commas.", [
    { title: "Insert `,`", edits: [{ range: { start: first.to, end: last.from }, newText: ", " }] },
  ]);
  return [first, last].flatMap((node) => {
    const value = isValue(node) ? readValueNode(node, text, problems, depth + 1) : null;
    return value === null ? [] : [{ range: value.range, key: null, value }];
  });
}

/** `key = value` and `key value`. */
export function reportMissingColon(key: SyntaxNode, value: SyntaxNode, text: string, problems: ProblemList): void {
  const between = text.slice(key.to, value.from);
  const range = between.includes("=") ? rangeOf(key.nextSibling ?? key) : rangeOf(key);
  const written = text.slice(value.from, value.to).trimEnd();
  const shown = written.length > 40 ? "…" : written;
  problems.syntax(range, `Write a \`:\` between name and value: \`${text.slice(key.from, key.to)}: ${shown}\`.`, [
    { title: "Write `:`", edits: [{ range: { start: key.to, end: value.from }, newText: ": " }] },
  ]);
}

/** `dense`, `bidirectional(lstm)`, `subset(1, 4)`; `null` when the kind is missing. */
export function readKind(node: SyntaxNode, text: string, problems: ProblemList, depth = 0): KindNode | null {
  const nameChild = node.getChild("Name") ?? (node.name === "InputWord" ? node : null);
  if (nameChild === null || depth >= deepestValue) return null;
  const name = nameNode(nameChild, text);
  const args: (KindNode | NumberNode)[] = [];
  const list = node.getChild("KindArguments");
  for (const child of list === null ? [] : childrenOf(list)) {
    const number =
      child.name === "Number" ? numberNode(child, text) : child.name === "Malformed" ? readMalformed(child, text, problems) : null;
    if (number !== null) args.push(number);
    const inner = child.name === "Kind" || child.name === "InputWord" ? readKind(child, text, problems, depth + 1) : null;
    if (inner !== null) args.push(inner);
  }
  if (list !== null) expectClosing(list, ")", name.text, text, problems);
  return { kind: "kind", range: { start: node.from, end: list === null ? name.range.end : writtenRange(list, ")", text).end }, name, args };
}

function expectClosing(node: SyntaxNode, bracket: ")" | "]", what: string, text: string, problems: ProblemList): void {
  const opened = node.getChild(bracket === ")" ? "(" : "[") !== null;
  if (opened && node.lastChild?.name !== bracket) reportUnclosedBracket(lastBefore(text, node.to), bracket, what, problems);
}

function reportUnclosedBracket(end: number, bracket: ")" | "]", what: string, problems: ProblemList): void {
  const message =
    bracket === ")" ? `The parentheses of \`${what}(\` are not closed: write \`)\` here.` : "This list is not closed: write `]` here.";
  problems.unclosed({ start: end - 1, end }, message, [
    { title: `Insert \`${bracket}\``, edits: [{ range: { start: end, end }, newText: bracket }] },
  ]);
}

/** Without the spaces that an unclosed bracket takes in. */
function writtenRange(node: SyntaxNode, bracket: string, text: string): { start: number; end: number } {
  return { start: node.from, end: node.lastChild?.name === bracket ? node.to : Math.max(node.from + 1, lastBefore(text, node.to)) };
}
