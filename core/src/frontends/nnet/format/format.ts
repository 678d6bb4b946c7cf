import type { TextEdit } from "../../../model/range.js";
import { lineEnding } from "../edit/style.js";
import { readNetwork } from "../read/read-network.js";
import { parseSyntax } from "../syntax/parse.js";
import { ProblemList } from "../syntax/problem-list.js";
import { joinLines } from "./lines.js";
import { printNetworks } from "./print.js";
import { FormatSource } from "./source.js";

/**
 * The text in canonical form: two spaces a step, values in columns, one empty line at most, the language's own spelling.
 * What stood on one line stays on one where it fits; comments stay where they are.
 * @returns `null` for a text with mistakes: what it means is not known, so nothing of it is moved
 */
export function formatText(text: string): string | null {
  const problems = new ProblemList(text);
  const syntax = parseSyntax(text, problems);
  const spellings: TextEdit[] = [];
  for (const network of syntax.networks) readNetwork(network, text, problems, spellings);
  if (problems.sorted().length > 0) return null;
  const inOrder = spellings.toSorted((a, b) => a.range.start - b.range.start);
  return joinLines(printNetworks(syntax.networks, new FormatSource(text, syntax.comments, inOrder)), lineEnding(text));
}
