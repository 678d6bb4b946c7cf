import type { Range } from "../../../model/range.js";
import type { Construct, Expression, Invoke, ObjectRef } from "./expression.js";
import { partsOf } from "./expression.js";
import type { Happening, MadeObject, NetworkPart } from "./made-object.js";
import type { Path } from "./path.js";
import { hasHappened } from "./path.js";

/** One call on a builder. */
export interface Link {
  readonly name: string;
  readonly nameRange: Range;
  /** From the dot to the closing parenthesis. */
  readonly range: Range;
  readonly args: readonly Expression[];
  readonly argsRange: Range;
  /** False when it stands in a branch or loop, or may happen elsewhere: it is not known whether and how often it runs. */
  readonly isCertain: boolean;
  /** Where in the program's course it runs. */
  readonly path: Path | null;
}

/** An object in the making: its constructor and all calls on it in the order they run, wherever they stand. */
export interface Sequence {
  /** `NeuralNetConfiguration.Builder`, `Adam.Builder` (also for `Adam.builder()`), `BatchNormalization`. */
  readonly type: string;
  readonly typeRange: Range;
  /** The constructor; `null` for `X.builder()` and for what came from another file. */
  readonly made: Construct | null;
  readonly links: readonly Link[];
  /** From the constructor to the last call. */
  readonly range: Range;
  /** The object is handed to other code (`new ConvolutionLayerSetup(builder, …)`, `addLayers(builder)`), which may call more on it. */
  readonly handedTo: readonly HandedTo[];
  /** Set up in another file: what was called on it before is not known. */
  readonly isFromElsewhere: boolean;
  /** The network that it opens or is. */
  readonly network?: NetworkPart;
  /** The first link that belongs to the network's own builder; the number of links where there is none. */
  readonly opening: number;
  /** That link is `list()` or `graphBuilder()`, not a call on a builder that was made by its constructor. */
  readonly hasOpening: boolean;
}

export interface HandedTo {
  readonly call: Construct | Invoke;
  /** How many links came before. */
  readonly after: number;
}

/** Finds what is called on objects. */
export interface Sequences {
  /** What an expression builds; `undefined` when its origin is not in this file. */
  of(expression: Expression): Sequence | undefined;
  /** The expression with what it came to when the program was run. */
  resultOf(expression: Expression): Expression;
  /** The networks of the file in the order written. */
  readonly networks: readonly Sequence[];
  /** Everything that the program makes, as far as it can be followed. */
  readonly objects: readonly MadeObject[];
}

/** What happened to an object until it was referred to. */
export function sequenceOf({ object, calls, path }: ObjectRef): Sequence {
  const links: Link[] = [];
  const handedTo: HandedTo[] = [];
  let opening = -1;
  let hasOpening = false;
  const stages = stagesOf(object, calls);
  for (const { object: stage, calls: count } of stages) {
    const { network } = stage;
    if (network && opening < 0) {
      opening = links.length;
      if (network.state === "open" && network.call) links.push(linkOf(network.call, true, stage.born));
      hasOpening = links.length > opening;
    }
    for (const happening of stage.happenings.slice(0, count)) add(happening, stage.born, path, links, handedTo);
  }
  const [root = { object, calls }] = stages;
  const { type, typeRange, made, range } = root.object;
  const end = links.reduce((latest, link) => Math.max(latest, link.range.end), range.end);
  return {
    type,
    typeRange,
    made,
    links,
    range: { start: range.start, end },
    handedTo,
    isFromElsewhere: root.object.isFromElsewhere === true,
    opening: opening < 0 ? links.length : opening,
    hasOpening,
    ...(object.network && { network: object.network }),
  };
}

interface Stage {
  readonly object: MadeObject;
  readonly calls: number;
}

/** The builders that an object goes on from, the first one first. */
function stagesOf(object: MadeObject, calls: number): readonly Stage[] {
  const stages: Stage[] = [];
  let stage: Stage | null = { object, calls };
  for (; stage; stage = stage.object.from) stages.unshift(stage);
  return stages;
}

function add({ call, isHandedOver, path }: Happening, born: Path | null, at: Path | null, links: Link[], handedTo: HandedTo[]): void {
  const has = hasHappened(path, at, born);
  if (has === "never") return;
  if (isHandedOver || call.kind !== "invoke") handedTo.push({ call, after: links.length });
  else links.push(linkOf(call, has === "surely", path));
}

function linkOf(call: Invoke, isCertain: boolean, path: Path | null): Link {
  return { name: call.name, nameRange: call.nameRange, range: call.linkRange, args: call.args, argsRange: call.argsRange, isCertain, path };
}

/** Calls `visit` for an expression and everything inside it. */
export function forEachPart(expression: Expression, visit: (part: Expression) => void): void {
  const open: Expression[] = [expression];
  for (let part = open.pop(); part; part = open.pop()) {
    visit(part);
    open.push(...partsOf(part));
  }
}
