import type { Expression, Literal } from "./expression.js";
import { dottedName, meantBy } from "./expression.js";
import type { Declaration } from "./program.js";
import { ofCall } from "./constant-calls.js";
import type { Scope } from "./scope.js";
import { onlyValue } from "./scope.js";

/** A constant and how it calculates: Java's int division truncates. */
export interface Constant {
  readonly value: number | string | boolean;
  readonly integer: boolean;
  /** A `char`: a text of one sign that calculates like a number. */
  readonly isCharacter?: boolean;
}

/** What no name or setting is as long as: text that is put together in loops grows without end. */
const longestText = 4000;

/** Deeper nesting than any person writes; keeps generated text from exhausting the stack. */
const deepest = 60;

/**
 * The constant value of an expression: literals, arithmetic, comparisons, casts, `Math.*`, and names that are
 * assigned once in the file. `undefined`: cannot be known from the text.
 */
export function evaluate(expression: Expression, scope: Scope, depth = 0): Constant | undefined {
  if (expression.kind === "literal") return ofLiteral(expression);
  if (expression.kind === "object" || expression.kind === "opaque" || depth > deepest) return undefined;
  const known = scope.constants.get(expression);
  if (known !== undefined) return known ?? undefined;
  // what is made of itself has no value
  scope.constants.set(expression, null);
  const constant = calculated(expression, scope, depth);
  if (constant) scope.constants.set(expression, constant);
  return constant;
}

/** The value without what is remembered. */
function calculated(expression: Expression, scope: Scope, depth: number): Constant | undefined {
  const inner = (part: Expression): Constant | undefined => evaluate(part, scope, depth + 1);
  if (expression.is) {
    const constant = inner(expression.is);
    const type = expression.kind === "cast" ? expression.type : declarationFor(expression, scope)?.type;
    return constant && type !== undefined ? asType(constant, type, expression.kind === "cast") : constant;
  }
  switch (expression.kind) {
    case "name":
    case "select": {
      const declaration = declarationFor(expression, scope);
      const value = declaration && onlyValue(scope, declaration);
      const constant = value ? inner(value) : wellKnown(dottedName(expression));
      return constant && declaration ? asType(constant, declaration.type) : constant;
    }
    case "unary": {
      const operand = inner(expression.operand);
      if (operand === undefined) return undefined;
      if (expression.operator === "-" && typeof operand.value === "number") return { ...operand, value: -operand.value };
      if (expression.operator === "+" && typeof operand.value === "number") return operand;
      if (expression.operator === "!" && typeof operand.value === "boolean") return { ...operand, value: !operand.value };
      return undefined;
    }
    case "binary": {
      const left = inner(expression.left);
      const right = inner(expression.right);
      if (left && right) return calculate(expression.operator, left, right);
      return comparedWithNull(expression.operator, [expression.left, expression.right], inner);
    }
    case "conditional": {
      const condition = inner(expression.condition);
      if (typeof condition?.value !== "boolean") return undefined;
      return inner(condition.value ? expression.then : expression.otherwise);
    }
    case "cast": {
      const operand = inner(expression.operand);
      return operand && asType(operand, expression.type, true);
    }
    case "invoke":
      return ofCall(expression, inner);
    case "literal":
    case "list":
    case "array":
    case "index":
    case "construct":
    case "update":
    case "assign":
    case "object":
    case "opaque":
      return undefined;
  }
}

function ofLiteral({ value, integer, isCharacter }: Literal): Constant | undefined {
  return value === null ? undefined : { value, integer, ...(isCharacter && { isCharacter }) };
}

/** `x == null`, `x != null`, where it is known whether there is an object. */
function comparedWithNull(operator: string, sides: readonly Expression[], evaluated: (part: Expression) => Constant | undefined) {
  if (operator !== "==" && operator !== "!=") return undefined;
  const meant = sides.map(meantBy);
  const isNull = (one: Expression): boolean => one.kind === "literal" && one.value === null;
  const other = meant.find((one) => !isNull(one));
  if (!meant.some(isNull)) return undefined;
  const isThere = other && (/^(object|list|construct)$/.test(other.kind) || evaluated(other) !== undefined);
  if (other && isThere !== true) return undefined;
  return { value: (other === undefined) === (operator === "=="), integer: false };
}

/** A character as the number that it calculates with. */
function asNumber(constant: Constant): Constant {
  if (constant.isCharacter !== true || typeof constant.value !== "string") return constant;
  return { value: constant.value.charCodeAt(0), integer: true };
}

/** The variable that an expression names: `x`, `this.x`, `Config.x` with a class of this file, `config.x` with an object of one. */
export function declarationFor(expression: Expression, scope: Scope): Declaration | undefined {
  if (expression.kind === "name") return scope.declarationOf(expression.name, expression.range.start);
  if (expression.kind !== "select" || expression.on.kind !== "name") return undefined;
  const on = expression.on.name;
  if (on === "this" || on === "super") return scope.fieldOf(expression.name, expression.range.start);
  const type = scope.program.types.has(on) ? on : scope.declarationOf(on, expression.range.start)?.type;
  if (type === undefined || !scope.program.types.has(type)) return undefined;
  if (scope.program.bodies) return scope.fieldsAbove(type, expression.name)[0];
  const fields = scope.fieldsNamed(expression.name);
  return fields.length === 1 ? fields[0] : undefined;
}

function wellKnown(name: string | undefined): Constant | undefined {
  if (name === "Math.PI") return { value: Math.PI, integer: false };
  if (name === "Math.E") return { value: Math.E, integer: false };
  if (name === "Integer.MAX_VALUE") return { value: 2 ** 31 - 1, integer: true };
  return undefined;
}

/** A constant in a variable of a type, or cast to it. */
export function asType(constant: Constant, type: string, isCast = false): Constant {
  if (type === "char" && constant.integer) {
    const code = asNumber(constant).value;
    return typeof code === "number" ? { value: String.fromCharCode(code), integer: true, isCharacter: true } : constant;
  }
  if (constant.isCharacter === true && /^(int|long|short|byte|double|float)$/.test(type)) return asType(asNumber(constant), type, isCast);
  if (typeof constant.value !== "number") return constant;
  if (/^[fF]loat$/.test(type)) return { value: Math.fround(constant.value), integer: false };
  if (/^[dD]ouble$/.test(type)) return { value: constant.value, integer: false };
  if (isCast && /^(int|long|short|byte)$/.test(type)) return { value: Math.trunc(constant.value), integer: true };
  return constant;
}

function calculate(operator: string, first: Constant, second: Constant): Constant | undefined {
  const isText = [first, second].some(({ value, isCharacter }) => typeof value === "string" && isCharacter !== true);
  const [left, right] = isText ? [first, second] : [asNumber(first), asNumber(second)];
  if (typeof left.value === "string" || typeof right.value === "string") {
    const isEqual = left.value === right.value;
    if (operator === "==" || operator === "!=") return { value: isEqual === (operator === "=="), integer: false };
    const [start, end] = [textOf(left), textOf(right)];
    if (operator !== "+" || start === undefined || end === undefined || start.length + end.length > longestText) return undefined;
    return { value: start + end, integer: false };
  }
  if (typeof left.value === "number" && typeof right.value === "number") {
    const integer = left.integer && right.integer;
    const number = arithmetic(operator, left.value, right.value, integer);
    if (number !== undefined) return Number.isFinite(number) ? { value: number, integer } : undefined;
    const truth = comparison(operator, left.value, right.value);
    return truth === undefined ? undefined : { value: truth, integer: false };
  }
  if (typeof left.value === "boolean" && typeof right.value === "boolean") {
    if (operator === "&&") return { value: left.value && right.value, integer: false };
    if (operator === "||") return { value: left.value || right.value, integer: false };
    if (operator === "==") return { value: left.value === right.value, integer: false };
    if (operator === "!=" || operator === "^") return { value: left.value !== right.value, integer: false };
  }
  return undefined;
}

/** A value in a text, as Java prints it; `undefined` for decimals, whose digits would have to be Java's own. */
export function textOf({ value, integer }: Constant): string | undefined {
  if (typeof value !== "number" || integer) return String(value);
  return Number.isInteger(value) && Math.abs(value) < 1e7 ? `${value}.0` : undefined;
}

function arithmetic(operator: string, left: number, right: number, integer: boolean): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return integer ? (right === 0 ? NaN : Math.trunc(left / right)) : left / right;
    case "%":
      return left % right;
    case "<<":
      return integer ? left * 2 ** right : undefined;
    case ">>":
      return integer ? Math.floor(left / 2 ** right) : undefined;
    default:
      return undefined;
  }
}

function comparison(operator: string, left: number, right: number): boolean | undefined {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
    default:
      return undefined;
  }
}
