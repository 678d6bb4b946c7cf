import { evaluate } from "./evaluate.js";
import type { Expression, List } from "./expression.js";
import { dottedName, meantBy } from "./expression.js";
import type { Scope } from "./scope.js";

const fromItems = /^(Arrays\.asList|List\.of|Set\.of|Stream\.of|Collections\.singletonList|ImmutableList\.of)$/;
export const listTypes = /^(ArrayList|LinkedList|Vector|ArrayDeque|Stack)$/;

/** The items of a list that is written down, or filled by `add`; `undefined` where they cannot all be known. */
export function itemsOf(expression: Expression): List | undefined {
  if (expression.kind === "list") return expression;
  if (expression.kind === "invoke" && expression.on) return written(expression);
  if (expression.kind !== "object" || !listTypes.test(expression.object.type)) return undefined;
  const { object, calls, path, range } = expression;
  const [first] = object.made?.args ?? [];
  const start = first && itemsOf(meantBy(first));
  const items: Expression[] = start ? [...start.items] : [];
  for (const { call, isHandedOver, path: when } of object.happenings.slice(0, calls)) {
    const [item] = call.args;
    if (isHandedOver || (call.kind === "invoke" && isReader(call.name))) continue;
    const isAdded = call.kind === "invoke" && call.name === "add" && call.args.length === 1;
    if (!item || !isAdded || !isBefore(when, path)) return undefined;
    items.push(item);
  }
  return { kind: "list", range, items };
}

/** What is under a key of a map that is filled by `put`; `undefined` where something else may have changed it. */
export function valueAt(expression: Expression, key: Expression, scope: Scope): Expression | undefined {
  const wanted = evaluate(key, scope)?.value;
  if (expression.kind !== "object" || !/Map$/.test(expression.object.type) || wanted === undefined) return undefined;
  const { object, calls, path } = expression;
  if ((object.made?.args.length ?? 1) > 0) return undefined;
  let found: Expression | undefined;
  for (const { call, isHandedOver, path: when } of object.happenings.slice(0, calls)) {
    if (!isHandedOver && call.kind === "invoke" && (isReader(call.name) || call.name === "getOrDefault")) continue;
    const [at, value] = call.args;
    const given = at && evaluate(at, scope)?.value;
    if (isHandedOver || call.kind !== "invoke" || call.name !== "put" || given === undefined || !isBefore(when, path)) return undefined;
    if (given === wanted) found = value;
  }
  return found;
}

function written(expression: Expression & { kind: "invoke" }): List | undefined {
  const name = expression.on && dottedName(expression.on);
  if (name === undefined || !fromItems.test(`${name}.${expression.name}`)) return undefined;
  const [first] = expression.args;
  const whole = first && expression.args.length === 1 ? meantBy(first) : undefined;
  return whole?.kind === "list" ? whole : { kind: "list", range: expression.range, items: expression.args };
}

type PathLike = (Expression & { kind: "object" })["path"];

/** What was done on a path has been done on another one that it leads to. */
function isBefore(path: PathLike, at: PathLike): boolean {
  if (path === null) return true;
  for (let node = at; node; node = node.parent) if (node === path) return true;
  return false;
}

export function itemOf(expression: Expression, index: number | undefined): Expression | undefined {
  const list = itemsOf(meantBy(expression));
  const item = index === undefined ? undefined : list?.items[index];
  return item?.kind === "opaque" ? undefined : item;
}

export function lengthOf(list: List): Expression {
  return { kind: "literal", range: list.range, value: list.items.length, integer: true };
}

/** A list has no `build()`: the call belongs to what a parenthesis too many has closed before it. */
function isReader(name: string): boolean {
  return /^(get|size|stream|iterator|isEmpty|toArray|forEach|contains|indexOf|toString|build)$/.test(name);
}

/** Calls that give back something else than the object they are called on. What a builder is told, it returns itself for. */
export function isGetter(type: string, name: string): boolean {
  if (type.endsWith("Builder")) return false;
  return /^((get|is|has|to|num|total|input|next|output)([A-Z_]\w*)?|size|length|equals|hashCode|summary|score|evaluate\w*|params|conf)$/.test(
    name,
  );
}
