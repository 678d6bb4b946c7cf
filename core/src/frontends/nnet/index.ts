import type { ParsedFile, WrittenNetwork } from "../../model/written.js";
import type { FrontEnd } from "../front-end.js";
import { editNetwork } from "./edit/edit.js";
import { formatText } from "./format/format.js";
import { readNetwork } from "./read/read-network.js";
import { parseSyntax } from "./syntax/parse.js";
import { ProblemList } from "./syntax/problem-list.js";

export { printNumber, printSetting, printValue } from "./edit/print-value.js";

/** The `.nnet` language. */
export const nnet: FrontEnd = { read, edit: editNetwork, format: formatText };

function read(text: string): ParsedFile {
  const problems = new ProblemList(text);
  const syntax = parseSyntax(text, problems);
  const names = new Set<string>();
  const networks = syntax.networks.map((node): WrittenNetwork => {
    const network = readNetwork(node, text, problems);
    if (node.name !== null && names.has(node.name.text)) {
      problems.unknownName(node.name.range, `A network of the name \`${node.name.text}\` already stands above: choose another name.`);
    }
    if (node.name !== null) names.add(node.name.text);
    return network;
  });
  return { notation: "nnet", text, networks, problems: problems.sorted(), comments: syntax.comments };
}
