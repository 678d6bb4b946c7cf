import { Elsewhere } from "./elsewhere.js";
import type { Expression, Invoke, ObjectRef } from "./expression.js";
import { meantBy } from "./expression.js";
import type { Frame } from "./environment.js";
import type { MadeObject } from "./made-object.js";
import { constructorsOf } from "./methods.js";
import { signatureOf } from "./network-signature.js";
import type { Declaration, Method, Region } from "./program.js";
import type { Course } from "./run.js";
import { Run } from "./run.js";
import { sameValue } from "./same-value.js";
import type { Scope } from "./scope.js";
import { onlyValue } from "./scope.js";
import type { Sequence, Sequences } from "./sequence.js";
import { forEachPart, sequenceOf } from "./sequence.js";
import { stepsOf } from "./steps.js";

/** Statements that are run beyond each method's own ones, for loops and calls: enough for the largest networks, not for an endless loop. */
const budget = 12_000;

const builderCalls = /^(layer|addLayer|addVertex|appendLayer|appendVertex|addInputs|inputPreProcessor|list)$/;
const fillingCalls = /^(put|add|setPreProcessor)$/;

/** Runs all methods of a file, and remembers what came of it. */
export class Execution implements Course, Sequences {
  readonly steps;
  readonly done = new Set<Method>();
  budget = budget;
  readonly networks: readonly Sequence[];
  readonly objects: MadeObject[] = [];
  private readonly elsewhere: Elsewhere;
  /** By place: a parser may read the same text twice. */
  private readonly results = new Map<number, Expression>();
  private readonly calls = new Map<Method, (Expression | undefined)[]>();
  private made: MadeObject[] = [];
  /** Text whose loops are not followed: each round would make a network of its own from it. */
  private readonly networkText: number[];
  private readonly worthFollowing = new Map<Region, boolean>();
  private readonly building: ReadonlySet<string>;

  constructor(readonly scope: Scope) {
    this.steps = stepsOf(scope.program);
    this.networkText = openingsIn(scope);
    this.elsewhere = new Elsewhere(scope);
    this.building = buildingMethods(scope);
    for (const method of [null, ...entriesOf(scope)]) if (method === null || !this.done.has(method)) this.runFrom(method);
    this.networks = this.found();
  }

  of(expression: Expression): Sequence | undefined {
    const meant = meantBy(this.resultOf(expression));
    return meant.kind === "object" ? sequenceOf(meant) : undefined;
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

  noteNetwork(made: MadeObject): void {
    this.made.push(made);
    this.objects.push(made);
  }

  noteObject(object: MadeObject): void {
    this.objects.push(object);
  }

  isWorthFollowing(loop: Region): boolean {
    const known = this.worthFollowing.get(loop) ?? this.addsToBuilders(loop);
    this.worthFollowing.set(loop, known);
    return known && !this.networkText.some((at) => at > loop.range.start && at < loop.range.end);
  }

  /** Builders, methods that build, and short loops that fill arrays and lists: sizes of layers, schedules. Not what trains. */
  private addsToBuilders({ range }: Region): boolean {
    const inside = this.scope.program.statements.filter((one) => one.range.start >= range.start && one.range.end <= range.end);
    const parts: Expression[] = [];
    for (const { expression } of inside) forEachPart(expression, (part) => void parts.push(part));
    if (parts.some((part) => part.kind === "invoke" && part.name === "fit")) return false;
    const isShort = inside.length <= 3;
    return parts.some((part) => {
      if (part.kind === "assign") return isShort;
      if (part.kind === "construct") return part.type.endsWith("Builder") || this.building.has(part.type);
      if (part.kind !== "invoke") return false;
      return builderCalls.test(part.name) || (isShort && fillingCalls.test(part.name)) || (!part.on && this.building.has(part.name));
    });
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
    const self = method.isStatic === true || method.owner === undefined ? null : objectOfType(method.owner, method);
    if (self) {
      this.construct(self, run);
      this.forgetFields(run, self);
    }
    run.isSettingUp = false;
    run.enter(method, self, args);
  }

  /** Makes an object by its only constructor, with arguments that are not known unless all calls agree on them. */
  private construct(object: MadeObject, run: Run): void {
    const [constructor, ...others] = constructorsOf(object.type, this.scope.program);
    const only = others.length === 0 ? constructor : undefined;
    run.construct(object, (only && this.calls.get(only)) ?? [], only);
  }

  /** Other methods may have been called before: what they assign, and what they do to builders in fields. */
  private forgetFields(run: Run, self: MadeObject | null): void {
    const frame: Frame = { ...run.frame, self };
    for (const { name, range, through, method } of this.scope.program.writes) {
      if (method === null || method.isConstructor === true) continue;
      const field = through === undefined ? this.scope.declarationOf(name, range.start) : this.scope.fieldOf(name, range.start);
      if (field?.kind !== "field" || onlyValue(this.scope, field) !== undefined) continue;
      if ((field.isOfObject === false) === (self === null)) run.environment.set(field, frame, run.unknown(field));
    }
    for (const field of this.scope.program.declarations) {
      if (field.kind !== "field" || (field.isOfObject === false) !== (self === null)) continue;
      const value = run.environment.get(field, frame);
      if (value?.kind === "object") run.noteElsewhere(field, value.object);
    }
  }

  /** One network for each text that builds one. */
  private found(): readonly Sequence[] {
    const byText = new Map<string, MadeObject[]>();
    for (const object of this.made) byText.set(keyOf(object), [...(byText.get(keyOf(object)) ?? []), object]);
    const built = new Set(this.made.flatMap(({ network }) => (network?.state === "built" ? [network.opening.start] : [])));
    const found: Sequence[] = [];
    for (const [key, objects] of byText) {
      const [first] = objects;
      const { network } = first ?? {};
      if (!first || !network || (network.state === "open" && (built.has(network.opening.start) || isHelper(network.frame.method))))
        continue;
      found.push(this.agreed(objects, key));
    }
    const place = ({ network }: Sequence): number => network?.opening.start ?? 0;
    const end = ({ network }: Sequence): number => network?.call?.linkRange.end ?? 0;
    return found.sort((a, b) => place(a) - place(b) || end(a) - end(b));
  }

  /** What the text builds when it is run several times: where that differs, the method is run once more with what all calls agree on. */
  private agreed(objects: readonly MadeObject[], key: string): Sequence {
    const sequences = objects.map((object) => sequenceOf(whole(object)));
    const [first] = sequences;
    if (!first) throw new Error("a text without a network");
    const signature = signatureOf(first, this.scope);
    if (sequences.every((one) => signatureOf(one, this.scope) === signature)) return first;
    const method = commonMethod(objects[0]);
    const before = this.made;
    this.made = [];
    const position = first.network?.call?.linkRange.start;
    if (position !== undefined) this.networkText.push(position);
    this.runFrom(method, (method && this.calls.get(method)) ?? []);
    const again = this.made.find((object) => keyOf(object) === key);
    this.made = before;
    return again ? sequenceOf(whole(again)) : first;
  }
}

/** The object that a method is called on from elsewhere. */
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
  for (const { expression } of program.statements)
    forEachPart(expression, (part) => {
      if (part.kind === "invoke") called.add(part.name);
      else if (part.kind === "construct") called.add(part.type);
    });
  const rank = (method: Method): number => (method.name === "main" ? 0 : called.has(method.name) ? 2 : 1);
  return program.methods.toSorted((a, b) => rank(a) - rank(b));
}

/** Methods and classes of the file in which something is built, by themselves or through others. */
function buildingMethods({ program }: Scope): ReadonlySet<string> {
  const building = new Set<string>();
  const calledBy = new Map<string, Set<string>>();
  for (const { expression, method } of program.statements) {
    const names = method ? [method.name, ...(method.isConstructor === true && method.owner !== undefined ? [method.owner] : [])] : [];
    forEachPart(expression, (part) => {
      const isBuilder = part.kind === "construct" && part.type.endsWith("Builder");
      const called = part.kind === "invoke" ? part.name : part.kind === "construct" ? part.type : undefined;
      for (const name of names) {
        if (isBuilder || (part.kind === "invoke" && builderCalls.test(part.name))) building.add(name);
        if (called !== undefined) calledBy.set(called, (calledBy.get(called) ?? new Set()).add(name));
      }
    });
  }
  for (const name of building) for (const caller of calledBy.get(name) ?? []) building.add(caller);
  return building;
}

/** Where `list()` and `graphBuilder()` stand. */
function openingsIn({ program }: Scope): number[] {
  const openings: number[] = [];
  for (const { expression } of program.statements)
    forEachPart(expression, (part) => {
      if (part.kind === "invoke" && part.on && /^(list|graphBuilder)$/.test(part.name)) openings.push(part.nameRange.start);
    });
  return openings;
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
