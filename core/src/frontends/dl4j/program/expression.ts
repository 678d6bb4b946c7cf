import type { Range } from "../../../model/range.js";
import type { MadeObject } from "./made-object.js";
import type { Path } from "./path.js";

/**
 * Expressions of the host language, as far as builder calls need them. Java and Kotlin sources become this, so that
 * everything above (evaluation, call tables, networks, edits) is written once.
 */
export type Expression =
  | Literal
  | Name
  | Select
  | Construct
  | Invoke
  | List
  | NewArray
  | Index
  | Unary
  | Binary
  | Conditional
  | Cast
  | Update
  | Assign
  | Opaque
  | ObjectRef;

interface Placed {
  readonly range: Range;
  /**
   * What the expression stood for when the program was run as far as it can be (`execution.ts`): a literal, a list, a constant's name,
   * an object. Absent in what a parser made, and where it cannot be known.
   */
  readonly is?: Expression;
}

/** An object that was made while the program was run, as it was after so many calls on it. Only `is` refers to it. */
export interface ObjectRef extends Placed {
  readonly kind: "object";
  readonly object: MadeObject;
  readonly calls: number;
  /** Where in the program's course it was referred to. */
  readonly path: Path | null;
}

/** A number, text, boolean or null. `integer`: divides as Java's int and long do. */
export interface Literal extends Placed {
  readonly kind: "literal";
  readonly value: number | string | boolean | null;
  readonly integer: boolean;
  /** `'a'`: calculates like a number. */
  readonly isCharacter?: boolean;
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

/** `new DenseLayer.Builder(…)`, `DenseLayer.Builder(…)`. */
export interface Construct extends Placed {
  readonly kind: "construct";
  readonly type: string;
  readonly typeRange: Range;
  readonly args: readonly Expression[];
  /** Names that Kotlin gives to arguments (`rate = 0.1`), by their place; `null` for the others. */
  readonly argNames?: readonly (string | null)[];
  /** Between the parentheses; `null` when there are none. */
  readonly argsRange: Range | null;
  /** True for an anonymous class: it may do anything. */
  readonly hasBody: boolean;
  /** The name under which its body is listed. */
  readonly bodyName?: string;
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
  readonly argNames?: readonly (string | null)[];
  /** Between the parentheses. */
  readonly argsRange: Range;
  /** Kotlin's `on.property = argument`; at `nameRange` stands the property. */
  readonly isAssignment?: boolean;
}

/** `new int[]{5, 5}`, `{1, 2}`, `intArrayOf(5, 5)`. */
export interface List extends Placed {
  readonly kind: "list";
  readonly items: readonly Expression[];
  /** The array that it is the state of: whoever has the same one sees what is stored in it. */
  readonly array?: object;
}

/** `new Layer[3]`. */
export interface NewArray extends Placed {
  readonly kind: "array";
  readonly length: Expression;
}

/** `filters[0]`. */
export interface Index extends Placed {
  readonly kind: "index";
  readonly on: Expression;
  readonly index: Expression;
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

/** `i++`, `--i`. */
export interface Update extends Placed {
  readonly kind: "update";
  readonly operator: "++" | "--";
  /** `++i`: the value after it. */
  readonly isPrefix: boolean;
  readonly operand: Expression;
}

/** `x += 2`, `layers[0] = layer`; also `a = b` inside an expression. */
export interface Assign extends Placed {
  readonly kind: "assign";
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}

/** Anything else: lambdas, damaged text. Its value is unknown. */
export interface Opaque extends Placed {
  readonly kind: "opaque";
}

/** The expressions directly inside another one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "name":
    case "opaque":
    case "object":
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
    case "update":
      return [expression.operand];
    case "index":
      return [expression.on, expression.index];
    case "array":
      return [expression.length];
    case "assign":
      return [expression.target, expression.value];
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

/** What an expression stood for in the end; itself where nothing more is known. */
export function meantBy(expression: Expression): Expression {
  let meant = expression;
  while (meant.is) meant = meant.is;
  return meant;
}

/** The expression with what it came to, where that is known. */
export function known<T extends Expression>(expression: T, value: Expression | undefined): T {
  return value ? { ...expression, is: value } : expression;
}
