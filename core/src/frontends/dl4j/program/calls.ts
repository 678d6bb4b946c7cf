import { changeArrays } from "./arrays.js";
import { bodyAround } from "./classes.js";
import { isGetter, itemOf, itemsOf, lengthOf, listTypes, valueAt } from "./collections.js";
import { takenBy } from "./data-objects.js";
import { declarationFor } from "./evaluate.js";
import type { Construct, Expression, Invoke, ObjectRef } from "./expression.js";
import { dottedName, known, meantBy } from "./expression.js";
import type { MadeObject } from "./made-object.js";
import { argumentsFor, constructorCalled, extensionCalled, functionHeld, isReplacedBelow, methodCalled, methodIn } from "./methods.js";
import { builderFromElsewhere, builtBy, openedBy, opensByItself } from "./network-parts.js";
import { copyOf, isPropertySet } from "./own-objects.js";
import type { Method } from "./program.js";
import type { Reducer } from "./reduce.js";
import type { Run } from "./run.js";
import { impliedBy } from "./unfinished.js";

/** What is made once and then looked at as a whole: what it is used in is found by what happened to it. */
const notCopied = /(Configuration|Iterator|Reader|Trainer|Listener|Wrapper|Schema|Process|Network|Normalizer|Scaler)\w*(\.Builder)?$/;

/** What tells of a list's items without changing them. */
const readsList = /^(get|size|toArray|stream|iterator)$/;

/** Follows calls: of methods and classes of this file into them, of all others to what they are called on. */
export class Caller {
  constructor(
    private readonly run: Run,
    private readonly reducer: Reducer,
  ) {}

  private get scope() {
    return this.run.course.scope;
  }

  /** A chain of calls, from the innermost out: there may be thousands. */
  chain(expression: Invoke): Expression {
    const links: Invoke[] = [];
    let base: Expression = expression;
    while (base.kind === "invoke" && base.on && !this.isStatic(base)) {
      links.push(base);
      base = base.on;
    }
    let on = base.kind === "invoke" ? this.plainCall(base) : this.reducer.reduce(base);
    if (base.kind === "invoke") this.run.course.noteResult(base, on);
    if (!on.is && links.length > 1 && makesNetwork(links) && !this.isFunction(links.at(-1))) on = known(on, this.elsewhere(on));
    for (let link = links.pop(); link; link = links.pop()) {
      this.run.course.budget--;
      on = this.link({ ...link, on, args: this.reducer.all(link.args) });
      if (link !== expression) this.run.course.noteResult(link, on);
    }
    return on;
  }

  private isFunction(call: Invoke | undefined): boolean {
    return call !== undefined && functionHeld(call, this.scope) !== undefined;
  }

  private elsewhere(base: Expression): Expression | undefined {
    const object = builderFromElsewhere(base, undefined, this.run);
    return object && this.refer(object);
  }

  /** `Adam.builder()`, `InputType.feedForward(3)`: on a class, not on a value. */
  private isStatic({ on }: Invoke): boolean {
    if (!on) return true;
    const name = dottedName(on);
    return (
      name !== undefined &&
      name !== "this" &&
      name !== "super" &&
      /(^|\.)[A-Z]\w*$/.test(name) &&
      declarationFor(on, this.scope) === undefined
    );
  }

  /** A call of a method of this file, or of a class's. */
  private plainCall(call: Invoke): Expression {
    const reduced = { ...call, args: this.reducer.all(call.args) };
    const { on, name, args } = reduced;
    if (!on && (name === "this" || name === "super")) return this.otherConstructor(reduced);
    const method = this.methodRun(reduced, methodCalled(reduced, this.scope));
    if (method) return this.enter(reduced, method, this.run.frame.self);
    if (on && name === "builder" && args.length === 0) {
      const type = `${this.scope.qualified(dottedName(on) ?? "")}.Builder`;
      return { ...reduced, is: this.refer(this.object(type, on.range, null, reduced)) };
    }
    this.handOver(reduced);
    const items = itemsOf(reduced);
    return items ? { ...reduced, is: items } : this.reducer.folded(reduced);
  }

  private otherConstructor(call: Invoke): Expression {
    const { run, scope } = this;
    const { self, method } = run.frame;
    const own = bodyAround(scope.program, call.nameRange.start)?.name;
    const type = call.name === "this" ? own : own === undefined ? undefined : scope.classes.nextAbove(own);
    if (!self || own === undefined) return call;
    const constructor = type === undefined ? undefined : constructorCalled(type, call, scope);
    if (type !== undefined && (constructor ? run.canEnter(constructor) : scope.constructorsOf(type).length === 0))
      run.construct(self, constructor ? this.bound(call, constructor) : [], constructor, type);
    else if (type !== undefined) run.skip(call);
    if (call.name === "super" && method?.isPrimary !== true && method !== null) run.initialize(self, false, own);
    return call;
  }

  /** What is run where the text means a method: that of the object's class. */
  private methodRun(call: Invoke, meant: Method | undefined): Method | undefined {
    const { self } = this.run.frame;
    const { classes } = this.scope;
    if (meant?.owner === undefined || meant.isStatic === true || !self || !classes.above(self.type).includes(meant.owner))
      return meant?.isAbstract === true ? undefined : meant;
    return this.methodOf(self, call);
  }

  /** The method that a call on an object of a class of this file runs, where its class is known. */
  private methodOf({ type, isMaybeBelow }: MadeObject, call: Invoke): Method | undefined {
    const method = methodIn(type, call, this.scope);
    const isKnown = method?.isAbstract !== true && !(method && isMaybeBelow === true && isReplacedBelow(type, method, this.scope));
    return isKnown ? method : undefined;
  }

  /** `super.build()`: the method of a class above. */
  private methodAbove(call: Invoke): Method | undefined {
    const own = bodyAround(this.scope.program, call.nameRange.start)?.name;
    const above = own === undefined ? undefined : this.scope.classes.nextAbove(own);
    const method = above === undefined ? undefined : methodIn(above, call, this.scope);
    return method?.isAbstract === true ? undefined : method;
  }

  private enter(call: Invoke, method: Method, self: MadeObject | null): Expression {
    if (!this.run.canEnter(method)) {
      this.handOver(call);
      this.run.skip(call);
      return call;
    }
    const args = this.bound(call, method);
    this.run.course.noteCall(method, args);
    const value = this.run.enter(method, self, args);
    return known(call, value && meantBy(value));
  }

  /** The arguments by parameter; defaults are worked out here. */
  private bound(call: Pick<Invoke, "args" | "argNames">, method: Method): readonly (Expression | undefined)[] {
    const args = argumentsFor(call, method);
    return args === call.args ? args : args.map((one) => one && (call.args.includes(one) ? one : this.reducer.reduce(one)));
  }

  /** One call in a chain, on what the chain came to so far. */
  private link(call: Invoke & { readonly on: Expression }): Expression {
    const target = meantBy(call.on);
    if (target.kind === "object") return this.callOn(target.object, call);
    const held = functionHeld(call, this.scope);
    if (held) return this.enter(call, held, this.run.frame.self);
    const named = call.on.kind === "name" ? call.on.name : undefined;
    const own =
      named === "super" ? this.methodAbove(call) : named === "this" ? this.methodRun(call, methodCalled(call, this.scope)) : undefined;
    if (own) return this.enter(call, own, this.run.frame.self);
    const opened = openedBy(call, target, this.run);
    if (opened) return { ...call, is: this.refer(opened) };
    const ofDeclared = this.methodOfDeclared(call);
    if (ofDeclared) return this.enter(call, ofDeclared, null);
    this.handOver(call);
    if (target.kind !== "list") return this.reducer.folded(call);
    if (call.name === "get") return known(call, itemOf(target, call.args[0] && this.reducer.numberOf(call.args[0])));
    if (/^(first|last|getFirst|getLast)$/.test(call.name) && call.args.length === 0)
      return known(call, itemOf(target, /first/i.test(call.name) ? 0 : target.items.length - 1));
    return known(call, call.name === "size" ? lengthOf(target) : /^(toArray|clone|stream|toList)$/.test(call.name) ? target : undefined);
  }

  /** A method of a class of this file on an object that came from elsewhere. */
  private methodOfDeclared(call: Invoke & { readonly on: Expression }) {
    const type = declarationFor(call.on, this.scope)?.type;
    if (type === undefined || !this.scope.program.types.has(type)) return undefined;
    const method = methodIn(type, call, this.scope);
    return method?.isAbstract === true || (method && isReplacedBelow(type, method, this.scope)) ? undefined : method;
  }

  private callOn(object: MadeObject, call: Invoke & { readonly on: Expression }): Expression {
    const { run } = this;
    const method = object.isOwn === true ? this.methodOf(object, call) : undefined;
    if (method) return this.enter(call, method, object);
    if (object.isOwn === true && isPropertySet(object, call, run)) return call;
    const copy = object.isOwn === true ? copyOf(object, call, run) : undefined;
    if (copy) return { ...call, is: this.refer(copy) };
    const next = openedBy(call, meantBy(call.on), run) ?? builtBy(call, object, run) ?? this.copied(call, object);
    if (next) return { ...call, is: this.refer(next) };
    const implied = impliedBy(call, object, run);
    if (implied) return this.callOn(implied, { ...call, on: { ...call.on, is: this.refer(implied) } });
    const extension = extensionCalled(call, this.scope);
    if (extension) return this.enter(call, extension, object);
    const value = call.name === "get" && call.args[0] ? valueAt(meantBy(call.on), call.args[0], this.scope) : undefined;
    if (value) return known(call, value);
    const items = readsList.test(call.name) ? itemsOf(meantBy(call.on)) : undefined;
    if (items && call.name === "get") return known(call, itemOf(items, call.args[0] && this.reducer.numberOf(call.args[0])));
    if (items) return { ...call, is: call.name === "size" ? lengthOf(items) : items };
    run.happen(object, call, false);
    this.handOver(call);
    const taken = takenBy(call, object, run);
    if (taken) return { ...call, is: this.refer(run.note(taken)) };
    return isGetter(object.type, call.name) ? call : { ...call, is: this.refer(object, call.range) };
  }

  /** `list then layer`, `list += layer`: a function of the file that is called on an object. */
  operator(name: string, on: Expression, argument: Expression, range: Invoke["range"]): Expression | undefined {
    const target = meantBy(on);
    if (target.kind !== "object") return undefined;
    const sign = { start: on.range.end, end: argument.range.start };
    const linkRange = { start: sign.start, end: argument.range.end };
    const call: Invoke = { kind: "invoke", range, on, name, nameRange: sign, linkRange, args: [argument], argsRange: argument.range };
    const extension = extensionCalled(call, this.scope);
    return extension && this.enter(call, extension, target.object);
  }

  /** What `build()` or `clone()` gives is an object of its own, however the builder goes on. */
  private copied(call: Invoke, object: MadeObject): MadeObject | undefined {
    const isBuilt = call.name === "build" && object.type.endsWith("Builder") && !notCopied.test(object.type);
    if (call.args.length > 0 || object.network || object.isOwn === true) return undefined;
    if (!isBuilt && (call.name !== "clone" || listTypes.test(object.type))) return undefined;
    if (isBuilt) this.run.happen(object, call, false);
    const copy = { ...object, born: this.run.path, happenings: [], from: { object, calls: object.happenings.length } };
    return isBuilt ? copy : this.run.note(copy);
  }

  construct(made: Construct): Expression {
    const { run, scope } = this;
    const type = scope.qualified(made.type);
    const isOwn = scope.program.types.has(type) && (!made.hasBody || made.bodyName !== undefined);
    if (!isOwn) {
      const opened = opensByItself(type, made, run);
      if (!opened) this.handOver(made);
      return { ...made, is: this.refer(opened ?? this.object(type, made.typeRange, made, made)) };
    }
    const constructor = constructorCalled(type, made, scope);
    const isSimple = scope.constructorsOf(type).length === 0;
    const canEnter = constructor ? run.canEnter(constructor) : isSimple && run.canMake(type);
    if (!canEnter) {
      this.handOver(made);
      return { ...made, is: this.refer(this.object(type, made.typeRange, made, made)) };
    }
    const args = constructor ? this.bound(made, constructor) : made.args;
    if (constructor) run.course.noteCall(constructor, args);
    const object = this.object(made.bodyName ?? type, made.typeRange, made, made, true);
    run.construct(object, args, constructor, type);
    if (made.bodyName !== undefined) run.initialize(object, false, made.bodyName);
    return { ...made, is: this.refer(object) };
  }

  private object(
    type: string,
    typeRange: MadeObject["typeRange"],
    made: Construct | null,
    { range }: Expression,
    isOwn = false,
  ): MadeObject {
    const object = { type, typeRange, made, range, born: this.run.path, happenings: [], from: null };
    return this.run.note(isOwn ? { ...object, isOwn } : object);
  }

  private refer(object: MadeObject, range = object.range): ObjectRef {
    return this.run.refer(object, range);
  }

  /** Code that is not of this file may do anything with the builders that it is given. */
  private handOver(call: Construct | Invoke): void {
    if (call.kind === "invoke") changeArrays(call, this.run);
    for (const argument of call.args) {
      const meant = meantBy(argument);
      if (meant.kind !== "object") continue;
      const isFinished = argument.kind === "invoke" && (argument.name === "build" || !meant.object.type.endsWith("Builder"));
      if (!isFinished) this.run.happen(meant.object, call, true);
    }
  }
}

/** `defaults().list().layer(…)`: whatever it is called on can only be the global builder. */
function makesNetwork(links: readonly Invoke[]): boolean {
  const opening = links.findLastIndex(({ name, args }) => name === "graphBuilder" || (name === "list" && args.length < 2));
  return opening > 0 && links.slice(0, opening).some(({ name }) => /^(layer|addLayer|addInputs|addVertex)$/.test(name));
}
