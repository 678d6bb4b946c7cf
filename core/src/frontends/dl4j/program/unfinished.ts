import type { Invoke } from "./expression.js";
import type { Frame } from "./environment.js";
import type { MadeObject, NetworkPart } from "./made-object.js";
import { globalBuilder, openAt } from "./network-parts.js";
import type { Statement } from "./program.js";
import { simpleType } from "./program.js";
import type { Run } from "./run.js";
import type { Scope } from "./scope.js";

/** Calls that the global builder does not have: on it, the `list()` or `graphBuilder()` before them is lost or not typed yet. */
const kinds: Readonly<Record<string, "layers" | "graph">> = {
  ...{ setInputType: "layers", pretrain: "layers", backprop: "layers", inputPreProcessor: "layers" },
  ...{ addInputs: "graph", addLayer: "graph", addVertex: "graph", setOutputs: "graph", setInputTypes: "graph" },
};

const networkTypes = /^((MultiLayer|ComputationGraph)(Configuration|Network)?|(\w+\.)?(List|Graph)Builder)$/;

/** The network that a call shows to be there although nothing has opened it; the same one for all calls on the builder. */
export function impliedBy(call: Invoke, object: MadeObject, run: Run): MadeObject | undefined {
  if (object.type !== globalBuilder || object.network) return undefined;
  const known = run.implied.get(object);
  if (known) return known;
  const before = object.happenings.findIndex(({ call: one }) => one.kind === "invoke" && one.name === "layer");
  const kind = Object.hasOwn(kinds, call.name) ? kinds[call.name] : isLayerOfList(call, before >= 0, run) ? "layers" : undefined;
  if (!kind) return undefined;
  const calls = before < 0 ? object.happenings.length : before;
  const implied = openAt({ ...object, happenings: [], from: { object, calls } }, kind, call.linkRange, null, run);
  implied.happenings.push(...object.happenings.slice(calls));
  run.implied.set(object, implied);
  return implied;
}

/** The global builder has a `layer(layer)` too, once, for a layer that is no network. */
function isLayerOfList({ name, args }: Invoke, isRepeated: boolean, run: Run): boolean {
  if (name !== "layer") return false;
  return args.length > 1 || isRepeated || networkTypes.test(typeOf(run.frame.statement, run.course.scope));
}

/** Builders that nothing was done with yet but setting them up: their networks, as far as they are typed. */
export function unfinished(objects: readonly MadeObject[], scope: Scope): readonly MadeObject[] {
  const goneOnFrom = new Set(objects.map(({ from }) => from?.object));
  return objects.flatMap((object) => {
    // a copy is for another use of what the builder holds
    if (object.type !== globalBuilder || object.from || object.network || object.isFromElsewhere === true) return [];
    if (goneOnFrom.has(object) || object.happenings.some(isHandedOn)) return [];
    const statement = lastStatementOn(object, scope);
    if (!statement || !isNetwork(object, statement, scope)) return [];
    const frame: Frame = { method: statement.method, self: null, caller: null, returns: [], statement };
    const network: NetworkPart = { state: "open", opening: object.typeRange, kind: "layers", call: null, statement, frame };
    return [{ ...object, happenings: [], from: { object, calls: object.happenings.length }, network }];
  });
}

/** Other code goes on with it. */
function isHandedOn({ call, isHandedOver }: MadeObject["happenings"][number]): boolean {
  return isHandedOver && (call.kind !== "construct" || !networkTypes.test(simpleType(call.type)));
}

function lastStatementOn({ range, happenings }: MadeObject, { program }: Scope): Statement | undefined {
  const last = happenings.at(-1)?.call;
  const { start, end } = last?.kind === "invoke" ? last.linkRange : range;
  return program.statements.findLast((one) => one.range.start <= start && end <= one.range.end);
}

/** A builder that is kept or returned as such is for others to go on with; what is built of it is a configuration of one layer. */
function isNetwork({ happenings }: MadeObject, statement: Statement, scope: Scope): boolean {
  const type = typeOf(statement, scope);
  if (type !== "" && type !== "var") return networkTypes.test(type);
  if (happenings.some(({ isHandedOver }) => isHandedOver)) return true;
  if (happenings.some(({ call }) => call.kind === "invoke" && call.name === "build")) return false;
  if (statement.expression.kind === "select") return true;
  if (statement.isReturn) return isBroken(scope.program.text.slice(statement.range.end));
  const declaration = statement.target === null ? undefined : scope.declarationOf(statement.target, statement.range.start);
  return !declaration || scope.mentionsOf(declaration).length === 0;
}

/** Behind a function's value another declaration stands: anything else is the rest of the value, and so is the end of the file. */
function isBroken(rest: string): boolean {
  return /^[\s})]*$/.test(rest) || !/^\s*(?:[@}/;]|[a-z]+ |init\b)/.test(rest);
}

/** What a statement's value is, as the text says. */
function typeOf(statement: Statement | null, scope: Scope): string {
  if (!statement) return "";
  const { target, isReturn, method, range } = statement;
  const type = isReturn ? method?.returnType : target === null ? undefined : scope.declarationOf(target, range.start)?.type;
  return type === undefined ? "" : simpleType(type);
}
