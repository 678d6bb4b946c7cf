import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { ProblemList } from "./problem-list.js";
import { itemWords } from "./read-items.js";
import { quoted } from "../nearest.js";

const longestShown = 30;

/** Reports text that the grammar had to pass over, with what may stand there instead. */
export function unexpected(node: SyntaxNode, text: string, problems: ProblemList): void {
  const raw = text.slice(node.from, Math.min(node.to, node.from + longestShown));
  const firstLine = raw.split(/[\r\n]/u)[0] ?? raw;
  const range = { start: node.from, end: node.from + Math.max(1, firstLine.length) };
  const atLineStart = node.from === 0 || text[node.from - 1] === "\n";
  if (atLineStart && /^(?:<{7}|={7}|>{7})/u.test(text.slice(node.from, node.from + 7))) {
    problems.syntax(
      { start: node.from, end: node.from + 7 },
      "An unresolved merge conflict stands here: keep one side and take the marks out.",
    );
    return;
  }
  const usual = usualMistake(node, text);
  if (usual !== null) {
    problems.syntax(usual.range, usual.message, [{ title: usual.title, edits: [{ range: usual.range, newText: usual.newText }] }]);
    return;
  }
  problems.syntax(range, `\`${printable(firstLine)}\` cannot stand here. ${expectedIn(node.parent?.name ?? "File", firstLine)}`);
}

interface UsualMistake {
  readonly range: Range;
  readonly message: string;
  readonly title: string;
  readonly newText: string;
}

/** What people write who come from another language: `0,5`, `50%`, `;`. */
function usualMistake(node: SyntaxNode, text: string): UsualMistake | null {
  const first = text[node.from] ?? "";
  const before = text.slice(Math.max(0, node.from - 40), node.from);
  const range = { start: node.from, end: node.from + 1 };
  if (first === ";") return { range, message: "Nothing ends with a `;`: take it out.", title: "Remove `;`", newText: "" };
  const whole = /(?<![\d.])-?\d+(?=,$)/u.exec(before)?.[0];
  const decimals = /^\d+/u.exec(text.slice(node.from, node.from + 40))?.[0];
  if (whole !== undefined && decimals !== undefined) {
    const newText = `${whole}.${decimals}`;
    const start = node.from - whole.length - 1;
    return {
      range: { start, end: node.from + decimals.length },
      message: `Write a decimal point: \`${newText}\`.`,
      title: `Write \`${newText}\``,
      newText,
    };
  }
  const percent = /(?:\d+\.)?\d+$/u.exec(before)?.[0];
  if (first !== "%" || percent === undefined) return null;
  const newText = String(Number((Number(percent) / 100).toPrecision(12)));
  const start = node.from - percent.length;
  return {
    range: { start, end: node.from + 1 },
    message: `Write a fraction for \`${percent}%\`: \`${newText}\`.`,
    title: `Write \`${newText}\``,
    newText,
  };
}

function expectedIn(place: string, found: string): string {
  switch (place) {
    case "File":
      return found === "}" ? "There is no `{` that it would close." : "A file consists of networks: `network name { … }`.";
    case "Network":
      return `A network holds ${quoted(itemWords)}.`;
    case "Block":
    case "Property":
    case "SubBlock":
      return "Expected `key: value` or `}`.";
    case "Call":
    case "Argument":
      return "Expected `name: value`, separated by commas, up to `)`.";
    case "List":
      return "Expected values separated by commas, up to `]`.";
    case "Section":
      return "Expected `{`.";
    default:
      return "Expected a kind, a name, `from` and a block, in this order: `layer dense hidden from a { … }`.";
  }
}

function printable(text: string): string {
  return text.replace(/[\p{Cc}`]/gu, "�");
}
