import { areAlike } from "./alike.js";
import { Assignments } from "./assignments.js";
import { Elsewhere } from "./elsewhere.js";
import type { Expression, Invoke, ObjectRef } from "./expression.js";
import { meantBy } from "./expression.js";
import type { Frame } from "./environment.js";
import { Loops } from "./loops.js";
import type { MadeObject } from "./made-object.js";
import type { ClassBody, Declaration, Method, Region } from "./program.js";
import type { Course } from "./run.js";
import { Run } from "./run.js";
import { sameValue } from "./same-value.js";
import type { Scope } from "./scope.js";
import type { Sequence, Sequences } from "./sequence.js";
import { forEachPart, sequenceOf } from "./sequence.js";
import { stepsOf } from "./steps.js";
import { unfinished } from "./unfinished.js";

/** Expressions that are worked out before loops and calls are left alone: enough for the largest networks, not for an endless loop. */
const budget = 30_000;

/** Text without any of this makes no network, and need not be run. */
const opensNetworks =
  /\b(list|graphBuilder)\s*\(|\b(NeuralNetConfiguration|ListBuilder|GraphBuilder|MultiLayerConfiguration|TransferLearning)\b/;

/** Runs all methods of a file, and remembers what came of it. */
export class Execution implements Course, Sequences {
  readonly steps;
  readonly done = new Set<Method>();
  budget = budget;
  readonly networks: readonly Sequence[];
  readonly objects: MadeObject[] = [];
  private readonly elsewhere: Elsewhere;
  private readonly assignments: Assignments;
  private readonly fieldsOfMethods: ReadonlySet<Declaration>;
  private readonly fields: readonly Declaration[];
  /** By place: a parser may read the same text twice. */
  private readonly results = new Map<number, Expression>();
  private readonly calls = new Map<Method, (Expression | undefined)[]>();
  private made: MadeObject[] = [];
  private readonly loops: Loops;

  constructor(readonly scope: Scope) {
    this.steps = stepsOf(scope.program);
    this.loops = new Loops(scope);
    this.elsewhere = new Elsewhere(scope);
    this.assignments = new Assignments(scope);
    this.fieldsOfMethods = this.assignments.fieldsOfMethods();
    this.fields = scope.program.declarations.filter(({ kind }) => kind === "field");
    if (opensNetworks.test(scope.program.text))
      for (const method of [null, ...entriesOf(scope)]) if (method === null || !this.done.has(method)) this.runFrom(method);
    this.networks = this.found();
  }

  of(expression: Expression): Sequence | undefined {
    const meant = meantBy(this.resultOf(expression));
    if (meant.kind !== "object") return undefined;
    // who holds a map sees what is put into it later
    const isMap = /Map$/.test(meant.object.type);
    return sequenceOf(isMap ? { ...meant, calls: meant.object.happenings.length } : meant);
  }

  resultOf(expression: Expression): Expression {
    if (expression.is) return expression;
    const result = this.results.get(placeOf(expression));
    return result?.kind === expression.kind ? result : expression;
  }

  noteResult(written: Expression, result: Expression): void {
    const place = placeOf(written);
    const known = this.results.get(place);
    // what it comes to depends on the call or round: not known
    this.results.set(place, known?.kind === result.kind && !isAlike(known, result) ? withoutMeaning(result) : result);
  }

  noteCall(method: Method, args: readonly (Expression | undefined)[]): void {
    const known = this.calls.get(method);
    if (!known) this.calls.set(method, [...args]);
    else
      this.calls.set(
        method,
        known.map((one, index) => (one && args[index] && sameValue(one, args[index]) ? one : undefined)),
      );
  }

  callsElsewhere(field: Declaration, entry: Method): readonly Invoke[] {
    return this.elsewhere.callsOn(field, entry);
  }

  assignedIn(region: Region): ReadonlySet<Declaration> {
    return this.assignments.in(region);
  }

  fieldsAssignedOutside(method: Method | null): ReadonlySet<Declaration> {
    return this.assignments.fieldsOfOthers(method);
  }

  get fieldsCalledOn(): Iterable<Declaration> {
    return this.elsewhere.fields;
  }

  noteNetwork(made: MadeObject): void {
    this.made.push(made);
    this.objects.push(made);
  }

  noteObject(object: MadeObject): void {
    this.objects.push(object);
  }

  isWorthFollowing(loop: Region): boolean {
    return this.loops.isWorthFollowing(loop);
  }

  /** Runs a method as if it were called from elsewhere; without one what the classes do by themselves. */
  private runFrom(method: Method | null, args: readonly (Expression | undefined)[] = []): void {
    if (method === null) {
      new Run(this, null).initialize(null, true);
      return;
    }
    const isMain = method.isStatic === true && method.name === "main";
    const run = new Run(this, isMain ? null : method);
    run.isSettingUp = !isMain;
    run.initialize(null);
    if (!isMain) this.forgetFields(run, null);
    run.isSettingUp &&= method.isConstructor !== true;
    if (method.isConstructor === true) {
      run.construct(objectOfType(method.owner ?? "", method), args, method);
      return;
    }
    const self = method.isStatic === true || method.owner === undefined ? null : this.anyObject(method.owner, method);
    if (self) {
      this.construct(self, run);
      this.forgetFields(run, self);
    }
    run.isSettingUp = false;
    run.enter(method, self, args);
  }

  /** The object that a method is called on from elsewhere. */
  private anyObject(owner: string, method: Method): MadeObject {
    const type = this.scope.classes.concrete(owner);
    return { ...objectOfType(type ?? owner, method), ...(type === undefined && { isMaybeBelow: true }) };
  }

  /** Makes an object by its only constructor, with arguments that are not known unless all calls agree on them. */
  private construct(object: MadeObject, run: Run): void {
    const [constructor, ...others] = this.scope.constructorsOf(object.type);
    const only = others.length === 0 ? constructor : undefined;
    run.construct(object, (only && this.calls.get(only)) ?? [], only);
  }

  /** Other methods may have been called before: what they assign, and what they do to builders in fields. */
  private forgetFields(run: Run, self: MadeObject | null): void {
    const frame: Frame = { ...run.frame, self };
    const isOfOwner = ({ isOfObject }: Declaration): boolean => (isOfObject === false) === (self === null);
    for (const field of this.fieldsOfMethods) if (isOfOwner(field)) run.environment.set(field, frame, run.unknown(field));
    const below = self?.isMaybeBelow === true ? new Set(this.scope.classes.below(self.type)) : undefined;
    for (const field of this.fields.filter(isOfOwner)) {
      if (below && this.isWrittenIn(field, below)) run.environment.set(field, frame, null);
      const value = run.environment.get(field, frame);
      if (value?.kind === "object") run.noteElsewhere(field, value.object);
    }
  }

  private isWrittenIn(field: Declaration, bodies: ReadonlySet<ClassBody>): boolean {
    const places = this.scope.writesTo(field).map(({ range }) => range.start);
    return [...bodies].some(({ range }) => places.some((at) => range.start <= at && at <= range.end));
  }

  /** One network for each text that builds one. */
  private found(): readonly Sequence[] {
    const byText = new Map<string, MadeObject[]>();
    for (const object of [...this.made, ...unfinished(this.objects, this.scope)]) {
      const key = keyOf(object);
      const known = byText.get(key);
      if (known) known.push(object);
      else byText.set(key, [object]);
    }
    const built = new Set(this.made.flatMap(({ network }) => (network?.state === "built" ? [network.opening.start] : [])));
    const isFinal = ({ network }: MadeObject): boolean =>
      network !== undefined && (network.state === "built" || !(built.has(network.opening.start) || isHelper(network.frame.method)));
    const texts = [...byText.values()].filter(([first]) => first && isFinal(first));
    const found = this.agreed(texts);
    const place = ({ network }: Sequence): number => network?.opening.start ?? 0;
    const end = ({ network }: Sequence): number => network?.call?.linkRange.end ?? 0;
    return found.sort((a, b) => place(a) - place(b) || end(a) - end(b));
  }

  /** What each text builds when it is run several times: where that differs, its method is run once more with what all calls agree on. */
  private agreed(texts: readonly (readonly MadeObject[])[]): Sequence[] {
    const found: Sequence[] = [];
    const differing = new Map<Method | null, ObjectRef[]>();
    for (const objects of texts) {
      const [first, ...others] = objects.map(whole);
      if (!first) continue;
      if (others.every((other) => areAlike(first, other, this.scope))) found.push(sequenceOf(first));
      else {
        const method = commonMethod(first.object);
        differing.set(method, [...(differing.get(method) ?? []), first]);
      }
    }
    for (const [method, objects] of differing) found.push(...this.runAgain(method, objects));
    return found;
  }

  private runAgain(method: Method | null, objects: readonly ObjectRef[]): Sequence[] {
    const before = this.made;
    this.made = [];
    for (const { object } of objects) {
      const position = object.network?.call?.linkRange.start;
      if (position !== undefined) this.loops.leaveAlone(position);
    }
    this.runFrom(method, (method && this.calls.get(method)) ?? []);
    const again = new Map(this.made.toReversed().map((object) => [keyOf(object), object]));
    this.made = before;
    return objects.map((one) => sequenceOf(whole(again.get(keyOf(one.object)) ?? one.object)));
  }
}

/** An object of which nothing but its class is known. */
function objectOfType(type: string, { range }: Method): MadeObject {
  return { type, typeRange: range, made: null, range, born: null, happenings: [], from: null, isOwn: true };
}

function placeOf({ range }: Expression): number {
  return range.start * 2 ** 26 + range.end;
}

/** Helper methods that return a builder for others to finish. */
function isHelper(method: Method | null): boolean {
  return /Builder$/.test(method?.returnType ?? "");
}

/** Text that makes networks is known by where it opens and where it builds them. */
export function keyOf({ network }: Pick<Sequence, "network">): string {
  const end = network?.state === "built" ? String(network.call?.linkRange.start ?? "") : "";
  return `${String(network?.opening.start)}:${end}`;
}

/** An object with all that happens to it. */
function whole(object: MadeObject): ObjectRef {
  return { kind: "object", range: object.range, object, calls: object.happenings.length, path: object.born };
}

/** The innermost method in which a network is opened and built. */
function commonMethod(object: MadeObject | undefined): Method | null {
  const opened = framesOf(object?.from?.object.network?.frame ?? object?.network?.frame ?? null);
  const built = new Set(framesOf(object?.network?.frame ?? null));
  return opened.find((frame) => built.has(frame))?.method ?? null;
}

function framesOf(frame: Frame | null): readonly Frame[] {
  const frames: Frame[] = [];
  for (let one = frame; one; one = one.caller) frames.push(one);
  return frames;
}

/** The methods in the order in which they are run: `main`, those that nothing in the file calls, the others. */
function entriesOf({ program }: Scope): readonly Method[] {
  const called = new Set<string>();
  const calling = new Set<Method | null>();
  for (const { expression, method } of program.statements)
    forEachPart(expression, (part) => {
      if (part.kind !== "invoke" && part.kind !== "construct") return;
      called.add(part.kind === "invoke" ? part.name : part.type);
      calling.add(method);
    });
  const rank = (method: Method): number => (method.name === "main" ? 0 : called.has(method.name) ? 2 : 1);
  // what calls nothing, like a setter, makes no network
  return program.methods.filter((method) => calling.has(method)).toSorted((a, b) => rank(a) - rank(b));
}

function isAlike(known: Expression, result: Expression): boolean {
  const [one, other] = [meantBy(known), meantBy(result)];
  if (one.kind === "object" && other.kind === "object")
    return one.object.typeRange.start === other.object.typeRange.start && keyOf(one.object) === keyOf(other.object);
  return (known.is === undefined && result.is === undefined) || sameValue(one, other);
}

function withoutMeaning(expression: Expression): Expression {
  return { ...expression, is: { kind: "opaque", range: expression.range } };
}
