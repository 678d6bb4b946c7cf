import type { Expression } from "../program/expression.js";
import { meantBy } from "../program/expression.js";
import type { Happening, MadeObject } from "../program/made-object.js";
import type { Declaration } from "../program/program.js";
import type { Sequence } from "../program/sequence.js";
import { sequenceOf } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";

/** The object that an expression came to; `undefined` where it is none, or not known. */
export function objectOf(expression: Expression | undefined, recorder: Recorder): MadeObject | undefined {
  const object = resultObject(expression, recorder);
  return object && originOf(object, recorder);
}

function resultObject(expression: Expression | undefined, recorder: Recorder): MadeObject | undefined {
  const meant = expression && meantBy(recorder.sequences.resultOf(expression));
  return meant?.kind === "object" ? meant.object : undefined;
}

/**
 * A field's object where another method of the file made it: methods are run each from a start of their own, and find what is in
 * fields there. The object itself where it is not from a field, or several could be in it.
 */
export function originOf(object: MadeObject, recorder: Recorder): MadeObject {
  if (object.isFromElsewhere !== true) return object;
  const field = recorder.scope.declaredAt(object.typeRange.start);
  if (field?.kind !== "field" || field.isAnnotated) return object;
  const written = [field.initializer, ...recorder.scope.writesTo(field).map(({ value }) => value)].filter((value) => !isNull(value));
  const [first, ...others] = written.map((value) => resultObject(value ?? undefined, recorder));
  return first && first.isFromElsewhere !== true && others.every((other) => other !== undefined && isSameObject(first, other))
    ? first
    : object;
}

function isNull(value: Expression | null): boolean {
  return value === null || (value.kind === "literal" && value.value === null);
}

/** Something that was done with an object, and in which run. */
export interface Deed extends Happening {
  readonly run: object | undefined;
}

/** What is done with each object of a program, by whichever name. */
type Deeds = ReadonlyMap<MadeObject, readonly Deed[]>;

interface Index {
  readonly deeds: Deeds;
  readonly byText: ReadonlyMap<number, readonly MadeObject[]>;
}

const known = new WeakMap<object, Index>();

function indexOf(recorder: Recorder): Index {
  const index = known.get(recorder.sequences) ?? makeIndex(recorder);
  known.set(recorder.sequences, index);
  return index;
}

function makeIndex(recorder: Recorder): Index {
  const deeds = new Map<MadeObject, Deed[]>();
  const byText = new Map<number, MadeObject[]>();
  for (const object of recorder.sequences.objects) {
    const origin = originOf(object, recorder);
    const list = deeds.get(origin) ?? [];
    if (!deeds.has(origin)) {
      const same = byText.get(origin.typeRange.start);
      if (same) same.push(origin);
      else byText.set(origin.typeRange.start, [origin]);
    }
    deeds.set(origin, list);
    for (const happening of object.happenings)
      // what another method may have done is known from that method, where it is known who made the object
      if (happening.order >= 0 || origin.isFromElsewhere === true) list.push({ ...happening, run: object.run });
  }
  return { deeds, byText };
}

/** The objects of a program, and what is done with each in its own run. */
export function deedsIn(recorder: Recorder): Deeds {
  return indexOf(recorder).deeds;
}

/** All that is done with an object, in other runs too: each method is run from a start of its own, and makes the objects in fields anew. */
export function deedsOn(object: MadeObject, recorder: Recorder): readonly Deed[] {
  const { deeds, byText } = indexOf(recorder);
  const same = (byText.get(object.typeRange.start) ?? []).filter((one) => isSameObject(one, object));
  return same.flatMap((one) => deeds.get(one) ?? []);
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
  if (object.isFromElsewhere === true) return scope.declaredAt(object.typeRange.start);
  for (const { target, range, expression, isFieldTarget } of scope.program.statements) {
    const isAround = target !== null && range.start <= object.range.start && object.range.end <= range.end;
    if (!isAround || resultObject(expression, recorder) !== object) continue;
    const declaration = isFieldTarget === true ? scope.fieldOf(target, range.start) : scope.declarationOf(target, range.start);
    if (declaration && declaration.kind !== "receiver") return declaration;
  }
  return undefined;
}
