import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import { Collected } from "../program/collected.js";
import type { Expression, Name } from "../program/expression.js";
import type { Declaration, Exit, Method, Region, Statement, Write } from "../program/program.js";

/** What surrounds a place in the text. */
export interface Context {
  readonly method: Method | null;
  readonly regions: readonly Region[];
  /** Where a name declared here is visible. */
  readonly scope: Range;
  /** Directly in a file or a class body: variables are fields here. */
  readonly isType: boolean;
  /** The class around it. */
  readonly owner: string | undefined;
  /** What is declared here belongs to no object of a class: in a file, an `object`, a companion. */
  readonly isShared: boolean;
  /** The variable that calls without an object go to, in a block that is called on one (`x.apply { … }`). */
  readonly receiver: string | null;
  /** Names that stand for variables in a block: `it`, `this`, `this@apply`, a lambda's parameter. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly depth: number;
}

/** Nesting beyond this is not read: generated or hostile text must not exhaust the stack. */
export const deepest = 150;

/** Collects what a program lists, in the order it runs. */
export class Reading extends Collected {
  /** Names that imports and type aliases give to classes: `import a.DenseLayer as Dense`. */
  readonly classAliases = new Map<string, string>();
  /** Names of fields that may be assigned to. */
  readonly variables = new Set<string>();
  /** Assignments of which only types would tell whether they mean a field or another object's property. */
  readonly unclear: { readonly name: string; readonly range: Range; readonly context: Context }[] = [];
  private readonly locals = new Map<string, Range[]>();
  /** The branches in which the two values of an `if` or `when` stand; `null` for a value that is another one. */
  private readonly branches = new WeakMap<Expression, readonly (Region | null)[]>();

  /**
   * @param functions names of the functions declared in this file; true for those that are called on an object of another class
   */
  constructor(
    readonly text: string,
    readonly functions: ReadonlyMap<string, boolean>,
  ) {
    super();
  }

  span(node: { readonly from: number; readonly to: number } | null | undefined): string {
    return node ? this.text.slice(node.from, node.to) : "";
  }

  declare(declaration: Declaration): void {
    this.declarations.push(declaration);
    const { name, kind, scope } = declaration;
    if (kind === "field" || kind === "receiver") return;
    const known = this.locals.get(name);
    if (known) known.push(scope);
    else this.locals.set(name, [scope]);
  }

  /** True when a local variable or parameter of this name is visible: it wins over everything else. */
  isLocal(name: string, at: number): boolean {
    return this.locals.get(name)?.some(({ start, end }) => start <= at && at <= end) ?? false;
  }

  /** Notes what is run here. What stands inside of it (a block that an argument is given) has been noted before, and is run before. */
  state(
    expression: Expression,
    { method, regions }: Context,
    how: Partial<Pick<Statement, "target" | "isReturn" | "isFieldTarget">> = {},
  ): void {
    const { range } = expression;
    this.statements.push({ expression, range, at: range.end, target: null, isReturn: false, ...how, method, regions });
  }

  write(name: string, range: Range, value: Expression | null, { method, regions }: Context, through?: Write["through"]): void {
    this.writes.push({ name, range, value, ...(through && { through }), method, regions });
  }

  exit(kind: Exit["kind"], range: Range, { method, regions }: Context): void {
    this.exits.push({ kind, range, method, regions });
  }

  /** Remembers the branches in which the values of a conditional expression stand. */
  branched(expression: Expression, branches: readonly (Region | null)[]): Expression {
    this.branches.set(expression, branches);
    return expression;
  }

  branchesOf(expression: Expression): readonly (Region | null)[] {
    return this.branches.get(expression) ?? [];
  }

  /** The expression as what stands at another range: in parentheses, as a block's value. */
  placed(expression: Expression, range: Range): Expression {
    const branches = this.branches.get(expression);
    const placed = { ...expression, range };
    return branches ? this.branched(placed, branches) : placed;
  }

  /** What was unclear while reading: a field of the name may hold another value from there on. */
  finish(): void {
    for (const { name, context, range } of this.unclear) {
      if (!this.variables.has(name)) continue;
      this.write(name, range, null, context, "object");
      this.state(opaque(range), context, { target: name, isFieldTarget: true });
    }
  }
}

export function rangeOf(node: { readonly from: number; readonly to: number }): Range {
  return { start: node.from, end: node.to };
}

export function opaque(range: Range): Expression {
  return { kind: "opaque", range };
}

export function within(context: Context, region: Region): Context {
  return { ...context, regions: [...context.regions, region], depth: context.depth + 1 };
}

/** The name in the program for a name in the text. */
export function nameAt(node: SyntaxNode, { aliases }: Context, reading: Reading): Name {
  const written = reading.span(node).replace(/^`(.*)`$/, "$1");
  const plain = /^(this|super)@/.test(written) && !aliases.has(written) ? "this" : written;
  const name = aliases.get(plain) ?? (reading.isLocal(plain, node.from) ? plain : (reading.classAliases.get(plain) ?? plain));
  return { kind: "name", range: rangeOf(node), name };
}
