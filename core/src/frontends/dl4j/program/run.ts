import type { Construct, Expression, Invoke, ObjectRef } from "./expression.js";
import { meantBy } from "./expression.js";
import { asType, evaluate } from "./evaluate.js";
import type { Frame } from "./environment.js";
import { Environment } from "./environment.js";
import type { MadeObject } from "./made-object.js";
import { fromElsewhere } from "./data-objects.js";
import { bodyAround } from "./classes.js";
import { Flow } from "./flow.js";
import type { Path } from "./path.js";
import { stepInto } from "./path.js";
import type { Declaration, Method, Region, Statement } from "./program.js";
import { Reducer } from "./reduce.js";
import { sameValue } from "./same-value.js";
import type { Scope } from "./scope.js";
import { onlyValue } from "./scope.js";
import type { Step } from "./steps.js";
import { placeOf } from "./steps.js";

const deepestCalls = 24;

/** What runs share: the file, what has been seen in it, and how much may still be done. */
export interface Course {
  readonly scope: Scope;
  readonly steps: ReadonlyMap<Method | null, readonly Step[]>;
  /** Expressions that may still be worked out. Beyond it loops are not followed and methods not entered. */
  budget: number;
  /** Methods that were run. */
  readonly done: Set<Method>;
  /** Notes what an expression came to. */
  noteResult(written: Expression, result: Expression): void;
  /** Notes the arguments that a method is called with. */
  noteCall(method: Method, args: readonly (Expression | undefined)[]): void;
  /** Notes an object that was made. */
  noteObject(object: MadeObject): void;
  /** Notes a network's builder that was opened, or its configuration that was built. */
  noteNetwork(made: MadeObject): void;
  /** The variables that a loop assigns to. */
  assignedIn(loop: Region): ReadonlySet<Declaration>;
  /** The fields that other methods assign to. */
  fieldsAssignedOutside(method: Method | null): ReadonlySet<Declaration>;
  /** The fields on whose objects methods call something. */
  readonly fieldsCalledOn: Iterable<Declaration>;
  /** What other methods may do to the object of a field, when the course began with `entry`. */
  callsElsewhere(field: Declaration, entry: Method): readonly Invoke[];
  /** A loop that adds to what is built; one that trains is not followed, nor one whose every round makes a network of its own. */
  isWorthFollowing(loop: Region): boolean;
}

/**
 * Runs a method of the program as far as its text says what happens: variables, calls of the file's own methods, loops with
 * known bounds, both branches of a condition that is not known. Nothing outside the file is entered.
 */
export class Run {
  readonly environment = new Environment();
  readonly reducer: Reducer;
  private readonly flow: Flow;
  /** By global builder: the network that calls on it imply. */
  readonly implied = new Map<MadeObject, MadeObject>();
  path: Path | null = null;
  frame: Frame = { method: null, self: null, caller: null, returns: [], statement: null };
  private depth = 0;
  private order = 0;
  /** Before the method that the run begins with. */
  isSettingUp = false;
  /** Objects in the order in which something happened to them, to take back what a loop did that cannot be followed to its end. */
  private readonly journal: MadeObject[] = [];

  /** @param entry the method that something outside the file calls; `null` for `main`, before which nothing has run */
  constructor(
    readonly course: Course,
    private readonly entry: Method | null,
  ) {
    this.reducer = new Reducer(this);
    this.flow = new Flow(this);
  }

  /** Runs a method from the start; parameters without an argument are unknown. */
  enter(method: Method, self: MadeObject | null, args: readonly (Expression | undefined)[]): Expression | undefined {
    const { scope, steps, done } = this.course;
    const [frame, path] = [this.frame, this.path];
    const outer = outerOf(method, frame);
    this.frame = { method, self, caller: frame, returns: [], statement: frame.statement, ...(outer && { outer }) };
    this.depth++;
    done.add(method);
    method.parameters.forEach((name, index) => {
      const declaration = scope.parameterOf(method, name);
      const isRest = method.isVarargs === true && index === method.parameters.length - 1;
      const given = isRest ? restOf(args.slice(index)) : args[index];
      if (declaration) this.environment.set(declaration, this.frame, given ? this.settled(given, declaration) : this.unknown(declaration));
    });
    this.flow.block(steps.get(method) ?? []);
    const { returns } = this.frame;
    this.environment.leave(this.frame);
    this.depth--;
    [this.frame, this.path] = [frame, path];
    return jointValue(returns.map(({ value }) => value));
  }

  canEnter(method: Method): boolean {
    return this.canGoOn((frame) => frame.method === method);
  }

  /** Whether an object of a class that has no constructor can be made: its fields may make others. */
  canMake(type: string): boolean {
    return this.canGoOn((frame) => frame.method === null && frame.self?.type === type);
  }

  private canGoOn(isSame: (frame: Frame) => boolean): boolean {
    if (this.depth >= deepestCalls || this.course.budget <= 0) return false;
    let times = 0;
    for (let frame: Frame | null = this.frame; frame; frame = frame.caller) if (isSame(frame)) times++;
    return times < 2;
  }

  /** A method of this file that is not followed may assign to fields, and do anything with what is in them. */
  skip(call: Construct | Invoke): void {
    const { course, environment, frame } = this;
    for (const field of course.fieldsCalledOn) {
      const value = environment.get(field, frame);
      if (value?.kind === "object") this.happen(value.object, call, true);
    }
    for (const field of course.fieldsAssignedOutside(frame.method)) environment.set(field, frame, null);
  }

  /** Runs what the classes do before any method: with an object what its class does for it. Fields that are set once can wait. */
  initialize(self: MadeObject | null, isWhole = false, type = self?.type): void {
    const frame = this.frame;
    this.frame = { method: null, self, caller: frame, returns: [], statement: frame.statement };
    this.depth++;
    const { scope, steps } = this.course;
    const isOwn = (step: Step): boolean => {
      if (self !== null && (isOfClass(step) || bodyAround(scope.program, placeOf(step))?.name !== type)) return false;
      if (step.kind !== "statement") return true;
      const { target, range } = step.statement;
      const declaration = target === null ? undefined : scope.declarationOf(target, range.start);
      if (self !== null && declaration?.kind === "field" && declaration.isOfObject === false) return false;
      return isWhole || declaration === undefined || onlyValue(scope, declaration) === undefined;
    };
    this.flow.block((steps.get(null) ?? []).filter(isOwn));
    this.depth--;
    this.frame = frame;
  }

  /** Makes an object of a class of this file: its fields, then its constructor. */
  construct(object: MadeObject, args: readonly (Expression | undefined)[], constructor: Method | undefined, type = object.type): void {
    const isLed = constructor !== undefined && callsAnother(this.course.steps.get(constructor)?.[0]);
    if (!isLed) this.constructAbove(object, type);
    if (constructor?.isPrimary === true) this.enter(constructor, object, args);
    // another constructor that it calls does so for it
    if (!isLed || constructor.isPrimary === true) this.initialize(object, false, type);
    if (constructor && constructor.isPrimary !== true) this.enter(constructor, object, args);
  }

  /** What a class above does when nothing says how. */
  private constructAbove(object: MadeObject, type: string): void {
    const { scope } = this.course;
    const above = scope.classes.nextAbove(type);
    if (above === undefined || this.depth >= deepestCalls) return;
    this.depth++;
    this.construct(
      object,
      [],
      scope.constructorsOf(above).find(({ parameters }) => parameters.length === 0),
      above,
    );
    this.depth--;
  }

  statement(statement: Statement): void {
    const { target, isFieldTarget, isReturn, range } = statement;
    this.frame.statement = statement;
    const value = this.reducer.reduce(statement.expression);
    if (isReturn) this.frame.returns.push({ value, path: this.path });
    if (target === null) return;
    const { scope } = this.course;
    const declaration = isFieldTarget === true ? scope.fieldOf(target, range.start) : scope.declarationOf(target, range.start);
    if (!declaration) return;
    // what stands at a field with an annotation is its value only until others set it
    const isReplaced = declaration.isAnnotated && this.frame.method === null && meantBy(value).kind !== "object";
    if (isReplaced) this.environment.set(declaration, this.frame, null);
    else this.assign(declaration, value);
  }

  assign(declaration: Declaration, value: Expression): void {
    const settled = this.settled(value, declaration);
    this.environment.set(declaration, this.frame, settled);
    const name: Expression = { kind: "name", name: declaration.name, range: declaration.nameRange };
    this.course.noteResult(name, { ...name, is: settled });
  }

  /** A constant is kept as the number it is; everything else as what it stands for. */
  private settled(value: Expression, declaration: Declaration): Expression {
    const constant = evaluate(value, this.course.scope);
    const meant = meantBy(value);
    if (!constant) return meant.kind === "object" || meant.kind === "list" || isNull(meant) ? meant : (this.unknown(declaration) ?? meant);
    return { kind: "literal", range: value.range, ...asType(constant, declaration.type) };
  }

  /** What a variable holds when its value is not known: data can be followed all the same. */
  unknown(declaration: Declaration): Expression | null {
    const object = fromElsewhere(declaration, this);
    return object ? this.refer(this.note(object)) : null;
  }

  /** Remembers a new object. */
  note(object: MadeObject): MadeObject {
    const noted = { ...object, run: this, ...(this.isSettingUp && { isSetUp: true }) };
    this.course.noteObject(noted);
    return noted;
  }

  /** Something is done with an object. */
  happen(object: MadeObject, call: Construct | Invoke, isHandedOver: boolean): void {
    object.happenings.push({ call, isHandedOver, path: this.path, order: this.order++ });
    this.journal.push(object);
  }

  /** An object of a field: what methods that nothing here calls do to it may have happened, or not. */
  noteElsewhere(field: Declaration, object: MadeObject): void {
    if (!this.entry) return;
    const path = stepInto(null, "branch");
    for (const call of this.course.callsElsewhere(field, this.entry))
      if (!/^(build|list|graphBuilder)$/.test(call.name)) object.happenings.push({ call, isHandedOver: false, path, order: -1 });
  }

  /** What has happened to objects until now; the function that it returns takes back what happened since. */
  mark(): () => void {
    const { length } = this.journal;
    return () => {
      while (this.journal.length > length) this.journal.pop()?.happenings.pop();
    };
  }

  refer(object: MadeObject, range: Expression["range"] = object.range): ObjectRef {
    return { kind: "object", range, object, calls: object.happenings.length, path: this.path };
  }
}

/** It is run when the class is, before there are objects. */
function isOfClass(step: Step | undefined): boolean {
  switch (step?.kind) {
    case "statement":
      return step.statement.isOfClass === true;
    case "choice":
      return isOfClass(step.branches[0]?.steps[0]);
    case "loop":
      return isOfClass(step.steps[0]);
    default:
      return false;
  }
}

/** `super(…)` or `this(…)`, the first thing that a constructor does. */
function callsAnother(step: Step | undefined): boolean {
  const expression = step?.kind === "statement" ? step.statement.expression : undefined;
  return expression?.kind === "invoke" && expression.on === null && (expression.name === "super" || expression.name === "this");
}

/** The call under way in which a lambda was made. */
function outerOf({ enclosing }: Method, frame: Frame): Frame | undefined {
  if (enclosing == null) return undefined;
  for (let at: Frame | null = frame; at; at = at.caller) if (at.method === enclosing) return at;
  return undefined;
}

function restOf(args: readonly (Expression | undefined)[]): Expression | undefined {
  const [first] = args;
  if (args.length === 1 && first && meantBy(first).kind === "list") return first;
  const items = args.filter((one) => one !== undefined);
  const last = items.at(-1);
  const range = { start: first?.range.start ?? 0, end: last?.range.end ?? 0 };
  return items.length === args.length ? { kind: "list", range, items } : undefined;
}

/** What a method returns when all its ways return the same. */
function jointValue(values: readonly Expression[]): Expression | undefined {
  const [first, ...others] = values;
  const last = values.at(-1);
  return first && others.every((other) => sameValue(first, other)) ? last : undefined;
}

function isNull(expression: Expression): boolean {
  return expression.kind === "literal" && expression.value === null;
}
