import type { SyntaxNode } from "@lezer/common";
import type { Write } from "../program/program.js";
import { isExpression, operandsOf, rangeOf, toExpression } from "./expressions.js";

/** What `x = …`, `x += …` or `x++` assigns to; `undefined` for what is no variable. */
export function writeOf(node: SyntaxNode, text: string): Omit<Write, "method" | "regions"> | undefined {
  const span = ({ from, to }: { readonly from: number; readonly to: number }): string => text.slice(from, to);
  const target = node.name === "UpdateExpression" ? (operandsOf(node)[0] ?? null) : node.firstChild;
  const name = nameOfTarget(target);
  if (!name) return undefined;
  const operator = node.name === "AssignmentExpression" ? node.getChild("AssignOp") : null;
  const value = operator && span(operator) === "=" ? node.lastChild : null;
  return {
    name: span(name),
    range: rangeOf(node),
    value: value && isExpression(value) && target?.name !== "ArrayAccess" ? toExpression(value, text) : null,
    ...(target?.name === "FieldAccess" && { through: target.firstChild?.name === "this" ? "this" : "object" }),
  };
}

/** The name that is assigned to: `x`, `this.x`, the array of `x[0]`. */
export function nameOfTarget(target: SyntaxNode | null): SyntaxNode | null {
  if (target?.name === "Identifier") return target;
  if (target?.name === "FieldAccess") return target.lastChild?.name === "Identifier" ? target.lastChild : null;
  return target?.name === "ArrayAccess" ? nameOfTarget(target.firstChild) : null;
}
