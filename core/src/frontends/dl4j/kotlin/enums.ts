import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "../program/expression.js";
import type { Items } from "./items.js";
import { readArguments } from "./operands.js";
import type { Context, Reading } from "./reading.js";
import { rangeOf } from "./reading.js";

/** The constants at the beginning of `enum class Size(val units: Int) { SMALL(64), LARGE(512); … }`: objects of the class, in fields of their names. */
export function readConstants(items: Items, owner: string, context: Context, reading: Reading): void {
  while (items.next?.name === "Name" || items.next?.name === "Call") {
    const node = items.take();
    if (node?.name === "Call") readConstant(node, owner, context, reading);
    if (!items.takeIf(",")) break;
  }
  items.takeIf(";");
}

/** One with arguments. Of a block behind them nothing is read. */
function readConstant(node: SyntaxNode, owner: string, context: Context, reading: Reading): void {
  const call = node.firstChild?.name === "Call" ? node.firstChild : node;
  const [name, list] = [call.firstChild, call.getChild("ArgumentList")];
  if (name?.name !== "Name" || !list) return;
  const { args, argNames, argsRange } = readArguments(list, context, reading);
  const nameRange = rangeOf(name);
  const initializer: Expression = {
    ...{ kind: "construct", range: rangeOf(node), type: owner, typeRange: nameRange, args, argsRange },
    ...(argNames && { argNames }),
    hasBody: call !== node,
  };
  const { scope, regions } = context;
  const plain = { isPrivate: false, isAnnotated: false, method: null, regions, scope };
  reading.declare({ ...plain, name: reading.span(name), nameRange, type: owner, kind: "field", initializer, isOfObject: false });
  reading.state(initializer, context, { target: reading.span(name) });
}
