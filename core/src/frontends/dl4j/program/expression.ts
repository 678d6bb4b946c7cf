import type { Range } from "../../../model/range.js";

/**
 * Expressions of the host language, as far as builder calls need them. Java and Kotlin sources become this, so that
 * everything above (evaluation, call tables, networks, edits) is written once.
 */
export type Expression = Literal | Name | Select | Construct | Invoke | List | Unary | Binary | Conditional | Cast | Opaque;

interface Placed {
  readonly range: Range;
}

/** A number, text, boolean or null. `integer`: divides as Java's int and long do. */
export interface Literal extends Placed {
  readonly kind: "literal";
  readonly value: number | string | boolean | null;
  readonly integer: boolean;
}

/** `numHidden`, `RELU`, `this`. */
export interface Name extends Placed {
  readonly kind: "name";
  readonly name: string;
}

/** `Activation.RELU`, `this.rate`. A half-typed call is one too. */
export interface Select extends Placed {
  readonly kind: "select";
  readonly on: Expression;
  readonly name: string;
  readonly nameRange: Range;
}

/** `new DenseLayer.Builder(…)`. */
export interface Construct extends Placed {
  readonly kind: "construct";
  readonly type: string;
  readonly typeRange: Range;
  readonly args: readonly Expression[];
  /** Between the parentheses; `null` when there are none. */
  readonly argsRange: Range | null;
  /** True for an anonymous class: it may do anything. */
  readonly hasBody: boolean;
}

/** `on.name(args)`; `on` is `null` for a method of the same class. */
export interface Invoke extends Placed {
  readonly kind: "invoke";
  readonly on: Expression | null;
  readonly name: string;
  readonly nameRange: Range;
  /** From the dot (from the name where there is none) to the closing parenthesis. */
  readonly linkRange: Range;
  readonly args: readonly Expression[];
  /** Between the parentheses. */
  readonly argsRange: Range;
}

/** `new int[]{5, 5}`, `{1, 2}`, `intArrayOf(5, 5)`. */
export interface List extends Placed {
  readonly kind: "list";
  readonly items: readonly Expression[];
}

export interface Unary extends Placed {
  readonly kind: "unary";
  readonly operator: string;
  readonly operand: Expression;
}

export interface Binary extends Placed {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Placed {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface Cast extends Placed {
  readonly kind: "cast";
  readonly type: string;
  readonly operand: Expression;
}

/** Anything else: lambdas, array accesses, damaged text. Its value is unknown. */
export interface Opaque extends Placed {
  readonly kind: "opaque";
}

/** The expressions directly inside another one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "name":
    case "opaque":
      return [];
    case "select":
      return [expression.on];
    case "construct":
      return expression.args;
    case "invoke":
      return expression.on ? [expression.on, ...expression.args] : expression.args;
    case "list":
      return expression.items;
    case "unary":
    case "cast":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.condition, expression.then, expression.otherwise];
  }
}

/** The dotted text of a plain name (`LossFunctions.LossFunction.MSE`); `undefined` for anything else. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === "name") return expression.name;
  if (expression.kind !== "select") return undefined;
  const on = dottedName(expression.on);
  return on === undefined ? undefined : `${on}.${expression.name}`;
}
