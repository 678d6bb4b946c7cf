import { evaluate } from "./evaluate.js";
import type { Expression } from "./expression.js";
import { dottedName, meantBy } from "./expression.js";
import type { Scope } from "./scope.js";
import type { Sequence } from "./sequence.js";
import { sequenceOf } from "./sequence.js";

const deepest = 12;

/** Everything known about an object as text: the same for two objects that are known to be built alike. */
export function signatureOf(sequence: Sequence, scope: Scope, depth = 0): string {
  const made = sequence.made?.args.map((one) => printed(one, scope, depth)).join() ?? "";
  const links = sequence.links.map((link) => {
    const args = link.args.map((one) => printed(one, scope, depth)).join();
    return `${link.name}@${String(link.range.start)}${link.isCertain ? "" : "?"}(${args})`;
  });
  return `${sequence.type}(${made}).${links.join(".")}`;
}

function printed(expression: Expression, scope: Scope, depth: number): string {
  if (depth > deepest) return "…";
  const constant = evaluate(expression, scope);
  if (constant) return JSON.stringify(constant.value);
  const meant = meantBy(expression);
  if (meant.kind === "object") return signatureOf(sequenceOf(meant), scope, depth + 1);
  if (meant.kind === "list") return `[${meant.items.map((item) => printed(item, scope, depth + 1)).join()}]`;
  if (meant.kind === "invoke" || meant.kind === "construct") {
    const name = meant.kind === "invoke" ? meant.name : meant.type;
    return `${name}(${meant.args.map((one) => printed(one, scope, depth + 1)).join()})`;
  }
  return dottedName(meant) ?? "?";
}
