import type { Range } from "../../../model/range.js";
import { Collected } from "../program/collected.js";
import type { Expression } from "../program/expression.js";
import type { Context } from "./context.js";
import type { Members } from "./records.js";

/** What is found in Java, and what no text has as it stands. */
export class JavaCollected extends Collected {
  add({ methods, declarations, writes, statements }: Members): void {
    this.methods.push(...methods);
    this.declarations.push(...declarations);
    this.writes.push(...writes);
    this.statements.push(...statements);
  }

  /** An expression that no text has as it stands. */
  state(expression: Expression, { method, regions }: Context, target: string | null = null): void {
    this.statements.push({ expression, range: expression.range, target, isReturn: false, method, regions });
  }

  /** A variable of each round of a loop, or of a step in it. */
  declareItem(name: string, nameRange: Range, { method, regions, scope }: Context, initializer: Expression | null = null): void {
    const kind = initializer ? "local" : "parameter";
    this.declarations.push({ name, nameRange, type: "", kind, initializer, scope, isPrivate: true, isAnnotated: false, method, regions });
  }
}
