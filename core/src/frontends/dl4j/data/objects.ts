import type { Expression } from "../program/expression.js";
import { meantBy } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import type { Declaration } from "../program/program.js";
import type { Sequence } from "../program/sequence.js";
import { sequenceOf } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";

/** The object that an expression came to; `undefined` where it is none, or not known. */
export function objectOf(expression: Expression | undefined, recorder: Recorder): MadeObject | undefined {
  const meant = expression && meantBy(recorder.sequences.resultOf(expression));
  return meant?.kind === "object" ? meant.object : undefined;
}

/** An object with everything that was ever called on it. */
export function wholeOf(object: MadeObject): Sequence {
  return sequenceOf({ kind: "object", object, range: object.range, calls: object.happenings.length, path: null });
}

/** A class name without its builder and type arguments. */
export function classNameOf({ type }: MadeObject): string {
  return type.replace(/<[^]*$/, "").replace(/\.Builder$/, "");
}

/** True for one object, also where two methods are each run from a start of their own. A text that is run twice in one run makes two objects. */
export function isSameObject(a: MadeObject, b: MadeObject): boolean {
  return a === b || (a.run !== b.run && a.typeRange.start === b.typeRange.start && a.typeRange.end === b.typeRange.end);
}

/** The variable that holds an object under its own name; `undefined` where it has none. */
export function holderOf(object: MadeObject, recorder: Recorder): Declaration | undefined {
  const { scope } = recorder;
  if (object.isFromElsewhere === true)
    return scope.program.declarations.find(({ nameRange }) => nameRange.start === object.typeRange.start);
  for (const { target, range, expression, isFieldTarget } of scope.program.statements) {
    const isAround = target !== null && range.start <= object.range.start && object.range.end <= range.end;
    if (!isAround || objectOf(expression, recorder) !== object) continue;
    const declaration = isFieldTarget === true ? scope.fieldOf(target, range.start) : scope.declarationOf(target, range.start);
    if (declaration && declaration.kind !== "receiver") return declaration;
  }
  return undefined;
}
