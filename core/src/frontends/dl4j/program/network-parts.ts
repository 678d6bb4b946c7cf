import { lookUp } from "../calls/meaning.js";
import type { Construct, Expression, Invoke } from "./expression.js";
import { meantBy } from "./expression.js";
import type { MadeObject, NetworkPart } from "./made-object.js";
import type { Run } from "./run.js";

export const globalBuilder = "NeuralNetConfiguration.Builder";

/** Builders that hold a network's layers, and what their networks are. */
const openBuilders: Readonly<Record<string, NetworkPart["kind"]>> = {
  "NeuralNetConfiguration.ListBuilder": "layers",
  "MultiLayerConfiguration.Builder": "layers",
  "ComputationGraphConfiguration.GraphBuilder": "graph",
  "TransferLearning.Builder": "transfer",
  "TransferLearning.GraphBuilder": "transfer",
};

/** `builder.list()`, `builder.graphBuilder()`: from here on the calls make one particular network. */
export function openedBy(call: Invoke, target: Expression, run: Run): MadeObject | undefined {
  if (call.name !== "list" && call.name !== "graphBuilder") return undefined;
  const base = target.kind === "object" ? target.object : undefined;
  if (base?.type !== globalBuilder || base.network) return undefined;
  const kind = call.name === "list" ? "layers" : "graph";
  return openAt({ ...base, happenings: [], from: { object: base, calls: base.happenings.length } }, kind, call.linkRange, call, run);
}

/**
 * A builder that is a parameter, or comes from a method of another file: what was called on it before is not known.
 * @param type as the text says; `undefined` where only what is called on it tells that it is the global builder
 */
export function builderFromElsewhere({ range }: Expression, type: string | undefined, run: Run): MadeObject | undefined {
  const qualified = type === undefined ? globalBuilder : run.course.scope.qualified(type);
  const kind = lookUp(openBuilders, qualified);
  if (qualified !== globalBuilder && kind === undefined) return undefined;
  const made: MadeObject = {
    type: qualified,
    typeRange: range,
    made: null,
    range,
    born: run.path,
    happenings: [],
    from: null,
    isFromElsewhere: true,
  };
  if (kind === undefined) return made;
  const { statement } = run.frame;
  return { ...made, network: { state: "open", opening: range, kind, call: null, statement, frame: run.frame } };
}

/** `new ComputationGraphConfiguration.GraphBuilder(base)`, `new TransferLearning.Builder(net)`. */
export function opensByItself(type: string, made: Construct, run: Run): MadeObject | undefined {
  const kind = lookUp(openBuilders, type);
  if (!kind) return undefined;
  const [first] = made.args;
  const base = first && meantBy(first);
  const from = base?.kind === "object" && base.object.type === globalBuilder ? { object: base.object, calls: base.calls } : null;
  const plain: MadeObject = { type, typeRange: made.typeRange, made, range: made.range, born: run.path, happenings: [], from };
  return openAt(plain, kind, made.typeRange, null, run);
}

/** The builder as one that holds a network's layers from here on. */
export function openAt(
  object: MadeObject,
  kind: NetworkPart["kind"],
  opening: NetworkPart["opening"],
  call: Invoke | null,
  run: Run,
): MadeObject {
  const { statement } = run.frame;
  const made: MadeObject = { ...object, born: run.path, network: { state: "open", opening, kind, call, statement, frame: run.frame } };
  run.course.noteNetwork(made);
  return made;
}

/** `build()` on a network's builder: its configuration, which setters may still change. */
export function builtBy(call: Invoke, object: MadeObject, run: Run): MadeObject | undefined {
  const { network } = object;
  if (call.name !== "build" || network?.state !== "open") return undefined;
  run.happen(object, call, false);
  const { statement } = run.frame;
  const built: MadeObject = {
    ...object,
    born: run.path,
    happenings: [],
    from: { object, calls: object.happenings.length },
    network: { ...network, state: "built", call, statement, frame: run.frame },
  };
  run.course.noteNetwork(built);
  return built;
}
