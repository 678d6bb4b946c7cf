import type { Construct, Expression, Invoke } from "./expression.js";
import { dottedName, partsOf } from "./expression.js";
import type { Range } from "../../../model/range.js";
import type { Declaration, Statement } from "./program.js";
import { declarationFor } from "./evaluate.js";
import type { Scope } from "./scope.js";

/** One call on a builder. */
export interface Link {
  readonly name: string;
  readonly nameRange: Range;
  /** From the dot to the closing parenthesis. */
  readonly range: Range;
  readonly args: readonly Expression[];
  readonly argsRange: Range;
  /** False when it stands in a branch or loop, or may happen elsewhere: it is not known whether and how often it runs. */
  readonly isCertain: boolean;
}

/** An object in the making: its constructor and all calls on it in the order they run, wherever they stand. */
export interface Sequence {
  /** `NeuralNetConfiguration.Builder`, `Adam.Builder` (also for `Adam.builder()`), `BatchNormalization`. */
  readonly type: string;
  readonly typeRange: Range;
  /** The constructor; `null` for `X.builder()`. */
  readonly made: Construct | null;
  readonly links: readonly Link[];
  /** From the constructor to the last call. */
  readonly range: Range;
  /** The object is handed to other code (`new ConvolutionLayerSetup(builder, …)`, `addLayers(builder)`), which may call more on it. */
  readonly handedTo: readonly (Construct | Invoke)[];
}

/** Finds the calls on builders that are kept in variables. */
export interface Sequences {
  /** What an expression builds; `undefined` when its origin is not in this file. */
  of(expression: Expression): Sequence | undefined;
}

const deepest = 40;

export function sequencesOf(scope: Scope): Sequences {
  const uses = usesOf(scope);
  const of = (expression: Expression, depth: number): Sequence | undefined => {
    if (depth > deepest) return undefined;
    const links: Invoke[] = [];
    let base = unwrapped(expression);
    while (base.kind === "invoke" && base.on && !isFactory(base, scope)) {
      links.unshift(base);
      base = unwrapped(base.on);
    }
    const root = rootOf(base, depth);
    if (!root) return undefined;
    return extended(
      root,
      links.map((link) => linkOf(link, true)),
      expression.range,
    );
  };

  const rootOf = (base: Expression, depth: number): Sequence | undefined => {
    if (base.kind === "construct") {
      const type = scope.qualified(base.type);
      return { type, typeRange: base.typeRange, made: base, links: [], range: base.range, handedTo: [] };
    }
    if (base.kind === "invoke") {
      const name = base.on ? dottedName(base.on) : undefined;
      if (base.on && name !== undefined)
        return {
          type: `${scope.qualified(name)}.Builder`,
          typeRange: base.on.range,
          made: null,
          links: [],
          range: base.range,
          handedTo: [],
        };
      const returned = soleReturn(base, scope);
      return returned && of(returned, depth + 1);
    }
    const declaration = declarationFor(base, scope);
    return declaration && variable(declaration, base.range.start, depth);
  };

  /** The value of a variable at a place: its first value, and the calls on it up to there. */
  const variable = (declaration: Declaration, at: number, depth: number): Sequence | undefined => {
    const first = firstValue(declaration, scope);
    const start = first && of(first, depth + 1);
    if (!start) return undefined;
    const { calls, handed } = uses.get(declaration) ?? { calls: [], handed: [] };
    const links: Link[] = [];
    for (const { statement, chain } of calls) {
      if (statement.range.start <= first.range.start || statement.range.end > at) continue;
      const isCertain = statement.regions.length === declaration.regions.length && statement.method === declaration.method;
      for (const link of chain) links.push(linkOf(link, isCertain));
    }
    const handedTo = handed.filter((call) => call.range.end <= at && call.range.start > first.range.start);
    return { ...extended(start, links, undefined), handedTo: [...start.handedTo, ...handedTo] };
  };

  return { of: (expression) => of(expression, 0) };
}

function extended(root: Sequence, links: readonly Link[], whole: Range | undefined): Sequence {
  const end = Math.max(root.range.end, links.at(-1)?.range.end ?? 0, whole?.end ?? 0);
  return { ...root, links: [...root.links, ...links], range: { start: Math.min(root.range.start, whole?.start ?? Infinity), end } };
}

function linkOf(link: Invoke, isCertain: boolean): Link {
  return { name: link.name, nameRange: link.nameRange, range: link.linkRange, args: link.args, argsRange: link.argsRange, isCertain };
}

/** Looks through casts and half-typed `.foo` behind a call. */
function unwrapped(expression: Expression): Expression {
  let inner = expression;
  for (;;) {
    if (inner.kind === "cast") inner = inner.operand;
    else if (inner.kind === "select" && (inner.on.kind === "invoke" || inner.on.kind === "construct" || inner.on.kind === "select")) {
      if (dottedName(inner) !== undefined) return inner;
      inner = inner.on;
    } else return inner;
  }
}

/** `Adam.builder()`: a static method of a class, not a call on a variable. */
function isFactory(call: Invoke, scope: Scope): boolean {
  if (call.name !== "builder" || !call.on || call.args.length > 0) return false;
  const name = dottedName(call.on);
  return name !== undefined && declarationFor(call.on, scope) === undefined;
}

/** The first value of a variable: its initializer, or its only assignment that does not continue it (`b = b.seed(1)`). */
function firstValue(declaration: Declaration, scope: Scope): Expression | undefined {
  const writes = scope.writesTo(declaration).filter((write) => !(write.value && baseName(write.value) === declaration.name));
  if (declaration.initializer && declaration.initializer.kind !== "literal")
    return writes.length === 0 ? declaration.initializer : undefined;
  const [write] = writes;
  return writes.length === 1 && write?.value ? write.value : undefined;
}

function baseName(expression: Expression): string | undefined {
  let base = expression;
  while (base.kind === "invoke" && base.on) base = base.on;
  if (base.kind === "select" && base.on.kind === "name" && base.on.name === "this") return base.name;
  return base.kind === "name" ? base.name : undefined;
}

/** The expression that a method of this file returns, when there is just one. */
function soleReturn(call: Invoke, scope: Scope): Expression | undefined {
  const methods = scope.program.methods.filter((method) => method.name === call.name && method.parameters.length === call.args.length);
  const [method] = methods;
  if (methods.length !== 1 || method === undefined) return undefined;
  const returns = scope.program.statements.filter((statement) => statement.isReturn && statement.method === method);
  return returns.length === 1 ? returns[0]?.expression : undefined;
}

interface Uses {
  readonly calls: { readonly statement: Statement; readonly chain: readonly Invoke[] }[];
  readonly handed: (Construct | Invoke)[];
}

/** Per variable: the statements that call something on it, and the calls that it is an argument of. */
function usesOf(scope: Scope): Map<Declaration, Uses> {
  const uses = new Map<Declaration, Uses>();
  const entry = (declaration: Declaration): Uses => {
    const known = uses.get(declaration) ?? { calls: [], handed: [] };
    uses.set(declaration, known);
    return known;
  };
  for (const statement of scope.program.statements) {
    const chain: Invoke[] = [];
    let base = statement.expression;
    while (base.kind === "invoke" && base.on) {
      chain.unshift(base);
      base = base.on;
    }
    const declaration = chain.length > 0 ? declarationFor(base, scope) : undefined;
    if (declaration && (statement.target === null || statement.target === declaration.name))
      entry(declaration).calls.push({ statement, chain });
    forEachPart(statement.expression, (part) => {
      if (part.kind !== "invoke" && part.kind !== "construct") return;
      for (const argument of part.args) {
        const handed = argument.kind === "name" ? declarationFor(argument, scope) : undefined;
        if (handed) entry(handed).handed.push(part);
      }
    });
  }
  return uses;
}

/** Calls `visit` for an expression and everything inside it. */
export function forEachPart(expression: Expression, visit: (part: Expression) => void): void {
  const open: Expression[] = [expression];
  for (let part = open.pop(); part; part = open.pop()) {
    visit(part);
    open.push(...partsOf(part));
  }
}
