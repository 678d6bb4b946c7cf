import { Caller } from "./calls.js";
import { itemOf, lengthOf } from "./collections.js";
import { declarationFor, evaluate } from "./evaluate.js";
import type { Assign, Expression, Select, Update } from "./expression.js";
import { known, meantBy } from "./expression.js";
import { builderFromElsewhere } from "./network-parts.js";
import type { Declaration } from "./program.js";
import type { Run } from "./run.js";
import type { Scope } from "./scope.js";
import { onlyValue } from "./scope.js";

const largestArray = 1000;

/** The functions that Kotlin's operators stand for; an infix function is its own. */
const operatorFunctions: ReadonlyMap<string, string> = new Map([
  ["+", "plus"],
  ["-", "minus"],
  ["*", "times"],
  ["/", "div"],
  ["%", "rem"],
]);

/** Works out what expressions come to at one point of a run, and does what they do. */
export class Reducer {
  private readonly caller: Caller;
  /** Fields whose value is being worked out. */
  private readonly underWay = new Set<Declaration>();

  constructor(private readonly run: Run) {
    this.caller = new Caller(run, this);
  }

  private get scope() {
    return this.run.course.scope;
  }

  /** The expression with what it and its parts came to. */
  reduce(expression: Expression): Expression {
    this.run.course.budget--;
    const result = this.worked(expression);
    if (result !== expression) this.run.course.noteResult(expression, result);
    return result;
  }

  private worked(expression: Expression): Expression {
    switch (expression.kind) {
      case "literal":
      case "opaque":
      case "object":
        return expression;
      case "name":
        return this.name(expression);
      case "select":
        return this.select(expression);
      case "construct":
        return this.caller.construct({ ...expression, args: this.all(expression.args) });
      case "invoke":
        return this.caller.chain(expression);
      case "list": {
        const list = { ...expression, items: this.all(expression.items), array: {} };
        return { ...list, is: list };
      }
      case "array":
        return this.emptyArray({ ...expression, length: this.reduce(expression.length) });
      case "index": {
        const [on, index] = [this.reduce(expression.on), this.reduce(expression.index)];
        return known({ ...expression, on, index }, itemOf(on, this.numberOf(index)));
      }
      case "unary":
        return this.folded({ ...expression, operand: this.reduce(expression.operand) });
      case "cast": {
        const operand = this.reduce(expression.operand);
        return meantBy(operand).kind === "object"
          ? { ...expression, operand, is: meantBy(operand) }
          : this.folded({ ...expression, operand });
      }
      case "binary":
        return this.binary({ ...expression, left: this.reduce(expression.left), right: this.reduce(expression.right) });
      case "conditional": {
        const condition = this.reduce(expression.condition);
        const holds = evaluate(condition, this.scope)?.value;
        if (typeof holds !== "boolean")
          return { ...expression, condition, then: this.reduce(expression.then), otherwise: this.reduce(expression.otherwise) };
        const chosen = this.reduce(holds ? expression.then : expression.otherwise);
        return { ...expression, condition, ...(holds ? { then: chosen } : { otherwise: chosen }), is: chosen };
      }
      case "update":
        return this.update(expression);
      case "assign":
        return this.assign(expression);
    }
  }

  all(expressions: readonly Expression[]): readonly Expression[] {
    return expressions.map((one) => this.reduce(one));
  }

  /** The expression with its value, where that is a constant now. */
  folded(expression: Expression): Expression {
    const constant = evaluate(expression, this.scope);
    return constant ? { ...expression, is: { kind: "literal", range: expression.range, ...constant } } : expression;
  }

  numberOf(expression: Expression): number | undefined {
    const value = evaluate(expression, this.scope)?.value;
    return typeof value === "number" ? value : undefined;
  }

  private name(expression: Expression & { kind: "name" }): Expression {
    const { self } = this.run.frame;
    if (expression.name === "this") return self ? { ...expression, is: this.run.refer(self, expression.range) } : expression;
    const declaration = this.scope.declarationOf(expression.name, expression.range.start);
    return known(expression, declaration && this.valueOf(declaration));
  }

  /** The field of the object that a variable holds: `size.units`. */
  private fieldHeld({ on, name }: Select, { isOfObject }: Declaration): Expression | undefined {
    if (isOfObject !== true || on.kind !== "name" || on.name === "this") return undefined;
    const meant = meantBy(this.reduce(on));
    const field = meant.kind === "object" && meant.object.isOwn === true ? this.fieldIn(meant.object.type, name) : undefined;
    return field && meant.kind === "object" ? (this.run.environment.fieldOf(meant.object, field) ?? undefined) : undefined;
  }

  /** What a variable holds now. A field that is set just once needs no course of events. */
  private valueOf(declaration: Declaration): Expression | undefined {
    const { environment, frame } = this.run;
    const value = environment.get(declaration, frame);
    if (value === null || (value === undefined && declaration.kind === "parameter")) return this.fromElsewhere(declaration);
    if (value) return value.kind === "object" ? this.run.refer(value.object, value.range) : value;
    if (this.underWay.has(declaration)) return undefined;
    const initial = onlyValue(this.scope, declaration);
    if (!initial) return this.fromElsewhere(declaration);
    this.underWay.add(declaration);
    const reduced = meantBy(this.reduce(initial));
    this.underWay.delete(declaration);
    environment.setConstant(declaration, frame, reduced);
    if (declaration.kind !== "field" || reduced.kind !== "object") return reduced;
    this.run.noteElsewhere(declaration, reduced.object);
    return this.run.refer(reduced.object, reduced.range);
  }

  /** A builder that this file does not make, or data: what is done with it can be followed. */
  private fromElsewhere(declaration: Declaration): Expression | undefined {
    const data = this.run.unknown(declaration);
    if (data) this.run.environment.set(declaration, this.run.frame, data);
    if (data || !declaration.type.endsWith("Builder")) return data ?? undefined;
    const { range } = declaration.initializer ?? { range: declaration.nameRange };
    const object = builderFromElsewhere({ kind: "opaque", range }, declaration.type, this.run);
    if (!object) return undefined;
    const reference = this.run.refer(object, object.range);
    this.run.environment.set(declaration, this.run.frame, reference);
    return reference;
  }

  private select(expression: Select): Expression {
    const declaration = declarationFor(expression, this.scope);
    if (declaration) return known(expression, this.fieldHeld(expression, declaration) ?? this.valueOf(declaration));
    if (isConstantName(expression, this.scope) && !declarationFor(expression.on, this.scope)) return expression;
    const on = this.reduce(expression.on);
    const meant = meantBy(on);
    if (meant.kind === "list" && expression.name === "length") return { ...expression, on, is: lengthOf(meant) };
    if (meant.kind !== "object") return { ...expression, on };
    const field = meant.object.isOwn === true ? this.fieldIn(meant.object.type, expression.name) : undefined;
    if (field) return known({ ...expression, on }, this.run.environment.fieldOf(meant.object, field) ?? undefined);
    // a half-typed call
    return { ...expression, on, is: meant };
  }

  private fieldIn(type: string, name: string): Declaration | undefined {
    return this.scope.fieldsAbove(type, name)[0];
  }

  private binary(expression: Expression & { kind: "binary" }): Expression {
    const { operator, left, right, range } = expression;
    const called = this.caller.operator(operatorFunctions.get(operator) ?? operator, left, right, range);
    return called ? { ...expression, is: called } : this.folded(expression);
  }

  private emptyArray(expression: Expression & { kind: "array" }): Expression {
    const length = this.numberOf(expression.length);
    if (length === undefined || length < 0 || length > largestArray) return expression;
    const { range } = expression;
    return { ...expression, is: { kind: "list", range, items: Array.from({ length }, () => ({ kind: "opaque", range })), array: {} } };
  }

  private update(expression: Update): Expression {
    const operand = this.reduce(expression.operand);
    const before = evaluate(operand, this.scope);
    const step = expression.operator === "++" ? 1 : -1;
    const { range } = expression;
    if (typeof before?.value !== "number") {
      this.put(expression.operand, { kind: "opaque", range });
      return { ...expression, operand };
    }
    const after: Expression = { kind: "literal", range, value: before.value + step, integer: before.integer };
    this.put(expression.operand, after);
    return { ...expression, operand, is: expression.isPrefix ? after : { kind: "literal", range, ...before } };
  }

  private assign(expression: Assign): Expression {
    const value = this.reduce(expression.value);
    const operator = expression.operator.slice(0, -1);
    const target = operator === "+" ? this.reduce(expression.target) : undefined;
    const called = target && this.caller.operator("plusAssign", target, value, expression.range);
    if (called) return { ...expression, value };
    const result: Expression =
      operator === "" ? value : { kind: "binary", range: expression.range, operator, left: this.reduce(expression.target), right: value };
    this.put(expression.target, result);
    return { ...expression, value, is: result };
  }

  /** Stores a value where a name, field or array element says. */
  private put(target: Expression, value: Expression): void {
    const { run, scope } = this;
    if (target.kind === "index") {
      const list = meantBy(this.reduce(target.on));
      const index = this.numberOf(this.reduce(target.index));
      if (list.kind !== "list") return;
      const isKnown = index !== undefined && index >= 0 && index < list.items.length;
      const items = list.items.map((item, at): Expression =>
        !isKnown ? { kind: "opaque", range: item.range } : at === index ? value : item,
      );
      this.put(target.on, { ...list, items });
      run.environment.change(list, { ...list, items });
      return;
    }
    const declaration = declarationFor(target, scope);
    const on =
      target.kind === "select" && target.on.kind === "name" && target.on.name !== "this" ? meantBy(this.reduce(target.on)) : undefined;
    if (declaration && on?.kind === "object") run.environment.setField(on.object, declaration, meantBy(value));
    else if (declaration) run.assign(declaration, value);
  }
}

/** `Activation.RELU`: no part of it is a variable. */
function isConstantName(expression: Select, scope: Scope): boolean {
  let base: Expression = expression;
  while (base.kind === "select") base = base.on;
  return base.kind === "name" && base.name !== "this" && scope.declarationOf(base.name, base.range.start) === undefined;
}
