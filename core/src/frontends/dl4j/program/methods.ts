import type { Range } from "../../../model/range.js";
import { declarationFor } from "./evaluate.js";
import type { Expression, Invoke } from "./expression.js";
import { dottedName } from "./expression.js";
import { meantBy } from "./expression.js";
import type { Method, Program } from "./program.js";
import { innerName } from "./program.js";
import type { Scope } from "./scope.js";

/**
 * The method of this file that the text of a call means, maybe without a body; `undefined` for any other, and where several could be
 * meant. What is run in its place, the object's class says: {@link methodIn}.
 */
export function methodCalled(call: Invoke, scope: Scope): Method | undefined {
  if (call.on && !isSelf(call.on))
    return isOwnClass(call.on, scope) ? methodIn(innerName(dottedName(call.on) ?? ""), call, scope) : undefined;
  const fitting = fittingMethods(call, scope);
  for (const body of enclosing(scope.program, call.nameRange)) {
    const own = membersIn(body, fitting, scope);
    if (own.length > 0) return only(byKind(own, call.args, scope));
  }
  const outside = fitting.filter((method) => method.owner === undefined);
  return only(byKind(outside.length > 0 ? outside : fitting, call.args, scope));
}

/** The method that an object of a class of this file runs: its own, or the nearest above. */
export function methodIn(type: string, call: Invoke, scope: Scope): Method | undefined {
  return only(byKind(membersIn(type, fittingMethods(call, scope), scope), call.args, scope));
}

/** A class below has a method in the place of this one. */
export function isReplacedBelow(type: string, { name, parameters }: Method, scope: Scope): boolean {
  const below = new Set(scope.classes.below(type).map((body) => body.name));
  return scope
    .methodsNamed(name)
    .some((other) => other.owner !== undefined && below.has(other.owner) && other.parameters.length === parameters.length);
}

function fittingMethods(call: Invoke, scope: Scope): readonly Method[] {
  return scope
    .methodsNamed(call.name)
    .filter((method) => method.isConstructor !== true && method.isExtension !== true && takes(method, call));
}

/** Those of the nearest class that has any; without a body only where no class has one. */
function membersIn(type: string, fitting: readonly Method[], { classes }: Scope): readonly Method[] {
  const chain = classes.above(type).map((one) => fitting.filter(({ owner }) => owner === one));
  const written = chain.map((methods) => methods.filter(({ isAbstract }) => isAbstract !== true));
  return written.find((methods) => methods.length > 0) ?? chain.find((methods) => methods.length > 0) ?? [];
}

/** The lambda in a variable that a call runs. */
export function functionHeld({ on, args }: Invoke, scope: Scope): Method | undefined {
  const held = on && declarationFor(on, scope)?.function;
  return held?.parameters.length === args.length ? held : undefined;
}

/** The function of this file that is called on an object of another class; `undefined` where several could be meant. */
export function extensionCalled(call: Invoke, scope: Scope): Method | undefined {
  return only(scope.methodsNamed(call.name).filter((method) => method.isExtension === true && takes(method, call)));
}

/** The constructor of a class of this file. */
export function constructorCalled(type: string, call: Call, scope: Scope): Method | undefined {
  const fitting = scope.constructorsOf(type).filter((method) => takes(method, call));
  return only(byKind(fitting, call.args, scope));
}

type Call = Pick<Invoke, "args" | "argNames">;

/** The arguments of a call in the order of the parameters; a default where Kotlin lets one be left out. */
export function argumentsFor({ args, argNames }: Call, { parameters, defaults }: Method): readonly (Expression | undefined)[] {
  if (!argNames && !defaults) return args;
  const named = new Map(args.map((one, index) => [argNames?.[index] ?? parameters[index], one]));
  return parameters.map((name, index) => named.get(name) ?? defaults?.[index] ?? undefined);
}

/** `Networks.lenet()` with a class of this file. */
export function isOwnClass(expression: Expression, scope: Scope): boolean {
  return scope.program.types.has(innerName(dottedName(expression) ?? ""));
}

function isSelf(on: Expression): boolean {
  return on.kind === "name" && on.name === "this";
}

/** The classes around a place, the innermost first. */
function enclosing(program: Program, { start }: Range): readonly string[] {
  return (program.bodies ?? [])
    .filter(({ range }) => range.start <= start && start <= range.end)
    .sort((a, b) => b.range.start - a.range.start)
    .map(({ name }) => name);
}

function takes(method: Method, call: Call): boolean {
  const { parameters, isVarargs } = method;
  const count = call.args.length;
  if (isVarargs === true) return count >= parameters.length - 1;
  if (!call.argNames && !method.defaults) return count === parameters.length;
  if (count === parameters.length && !call.argNames) return true;
  return count <= parameters.length && argumentsFor(call, method).every((one) => one !== undefined);
}

/** Among overloads those whose parameters can take what is seen of the arguments. */
function byKind(methods: readonly Method[], args: readonly Expression[], scope: Scope): readonly Method[] {
  if (methods.length < 2) return methods;
  const fixed = methods.filter((method) => method.isVarargs !== true);
  const candidates = fixed.length > 0 ? fixed : methods;
  const fitting = candidates.filter((method) =>
    method.parameters.every((name, index) => canTake(scope.parameterOf(method, name)?.type, args[index])),
  );
  return fitting.length > 0 ? fitting : candidates;
}

function canTake(type: string | undefined, argument: Expression | undefined): boolean {
  if (type === undefined || argument === undefined) return true;
  const meant = meantBy(argument);
  if (meant.kind === "list" || meant.kind === "array") return /\[\]|\.\.\.|List|Collection|Iterable/.test(type);
  if (meant.kind === "object") return !/^(int|long|double|float|boolean|String)\b/.test(type);
  if (meant.kind !== "literal") return true;
  if (typeof meant.value === "string") return /^(String|CharSequence|Object|char)$/.test(type);
  if (typeof meant.value === "boolean") return /^(boolean|Boolean|Object)$/.test(type);
  return /^(int|long|short|byte|Integer|Long|Object|Number)$/.test(type)
    ? meant.integer || type === "Object"
    : /^(double|float|Double|Float)$/.test(type);
}

function only(methods: readonly Method[]): Method | undefined {
  return methods.length === 1 ? methods[0] : undefined;
}
