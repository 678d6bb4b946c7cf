import type { SyntaxNode } from "@lezer/common";
import type { Region } from "../program/program.js";
import { isExpression, toExpression } from "./expressions.js";

/** The counter and bounds of `for (int i = a; i < b; i++)`; `undefined` for any other loop. */
export function countOf(loop: SyntaxNode, text: string): Region["count"] {
  const spec = loop.getChild("ForSpec");
  const declarator = spec?.getChild("LocalVariableDeclaration")?.getChild("VariableDeclarator");
  const condition = spec?.getChild("BinaryExpression");
  const update = spec?.getChild("UpdateExpression");
  const name = declarator?.getChild("Definition");
  const from = declarator?.lastChild;
  if (!condition || !update || !name || !from || !isExpression(from)) return undefined;
  const variable = text.slice(name.from, name.to);
  const [left, right] = [condition.firstChild, condition.lastChild];
  const operator = condition.getChild("CompareOp");
  if (!left || !right || !operator || text.slice(left.from, left.to) !== variable || !isExpression(right)) return undefined;
  if (!text.slice(update.from, update.to).includes("++")) return undefined;
  const sign = text.slice(operator.from, operator.to);
  if (sign !== "<" && sign !== "<=") return undefined;
  return { variable, from: toExpression(from, text), to: toExpression(right, text), inclusive: sign === "<=" };
}
