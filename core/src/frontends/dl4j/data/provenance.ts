import type { Expression, Invoke } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import type { Recorder } from "../values/recorder.js";
import { argumentsByRole } from "./argument-roles.js";
import { iteratorClass } from "./iterator-classes.js";
import { classNameOf, isSameObject, objectOf } from "./objects.js";

/** Where data comes from: the iterator or data set at its source, and what it passes through on its way. */
export interface Provenance {
  /** The data itself, then what it was taken from or what it wraps, down to the source. */
  readonly chain: readonly MadeObject[];
  /** The object at the source; `undefined` when it is not made in this file. */
  readonly source: MadeObject | undefined;
  /** Calls that took the data from other data, the last one first: `getTrain`, `splitTestAndTrain`, `next`. */
  readonly calls: readonly Invoke[];
  /** Iterators around it, the outermost first. */
  readonly wrappers: readonly MadeObject[];
}

const deepest = 20;

/** Follows data back to its source. */
export function provenanceOf(expression: Expression | undefined, recorder: Recorder): Provenance {
  return provenanceOfObject(objectOf(expression, recorder), recorder);
}

export function provenanceOfObject(data: MadeObject | undefined, recorder: Recorder): Provenance {
  const chain: MadeObject[] = [];
  const calls: Invoke[] = [];
  const wrappers: MadeObject[] = [];
  let source: MadeObject | undefined;
  for (let at = data; at && chain.length < deepest;) {
    chain.push(at);
    const inside: MadeObject | undefined = at.taken ? at.taken.from : underlyingOf(at, recorder);
    if (at.taken) calls.push(at.taken.by);
    else if (inside || isWrapper(at)) wrappers.push(at);
    else if (at.isFromElsewhere !== true) source = at;
    at = inside;
  }
  return { chain, source, calls, wrappers };
}

/** What an iterator goes through: another iterator, a data set, or a list of them. */
function underlyingOf(object: MadeObject, recorder: Recorder): MadeObject | undefined {
  const known = iteratorClass(classNameOf(object));
  const argument = known && object.made ? argumentsByRole(known, object.made.args, recorder).get("source") : undefined;
  const inside = objectOf(argument, recorder);
  return inside && isData(inside) ? inside : undefined;
}

/** An iterator that says nothing of its own about the data in it, which is not known. */
function isWrapper(object: MadeObject): boolean {
  const known = iteratorClass(classNameOf(object));
  return known !== undefined && known.handMade !== true && known.constructors.every((form) => form.includes("source"));
}

/** False for lists of data sets: what is in them was put together by hand. */
function isData(object: MadeObject): boolean {
  return (
    object.taken !== undefined || iteratorClass(classNameOf(object)) !== undefined || /^\w*(DataSet|DataSetIterator)$/.test(object.type)
  );
}

/** True for data that comes from the same place by the same calls. */
export function isSameData(a: Provenance, b: Provenance): boolean {
  const [first, second] = [a.chain.at(-1), b.chain.at(-1)];
  const names = ({ calls }: Provenance) => calls.map(({ name }) => name).join();
  return first !== undefined && second !== undefined && isSameObject(first, second) && names(a) === names(b);
}
