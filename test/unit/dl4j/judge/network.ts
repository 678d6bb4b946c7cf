import { isObject, listAt, numberAt, objectAt, tagged, textAt, type JsonObject } from "./json.js";
import { trueLayer, trueVertex, type TrueLayer } from "./layer.js";
import { shape, type Truth } from "./values.js";

/** What the library built at one place of a source: `test/dl4j-judge/` writes it. */
export interface Built {
  /** The line of `build()`, from 1. */
  readonly line: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly network: JsonObject;
}

/** A layer with its place. */
export interface PlacedLayer extends TrueLayer {
  readonly id: string;
  /** Names of what feeds it; `undefined` in a list. */
  readonly from: readonly string[] | undefined;
  readonly parameters: Truth;
  readonly outputShape: Truth;
}

/** A network as the library has it. */
export interface TrueNetwork {
  readonly kind: "layers" | "graph";
  readonly train: ReadonlyMap<string, Truth>;
  readonly layers: readonly PlacedLayer[];
}

export function trueNetwork(built: Built): TrueNetwork {
  const { network } = built;
  const vertices = objectAt(network, "vertices");
  const confs = listAt(network, "confs").filter(isObject);
  const first = objectAt(network, "defaultConfiguration") ?? confs[0] ?? {};
  return {
    kind: vertices ? "graph" : "layers",
    train: trainOf(network, first),
    layers: vertices ? graphLayers(vertices, built) : confs.map((conf, index) => place(layerOf(conf), String(index), undefined, built)),
  };
}

/** Up to 0.9.1 `useDropConnect` makes the dropout of the inputs one of the weights. */
function layerOf(conf: JsonObject): TrueLayer {
  const layer = trueLayer(objectAt(conf, "layer") ?? {});
  if (conf.useDropConnect !== true) return layer;
  return { ...layer, settings: new Map([...layer.settings, ["dropOut", 1], ["dropConnect", layer.settings.get("dropOut")]]) };
}

function graphLayers(vertices: JsonObject, built: Built): PlacedLayer[] {
  const inputs = objectAt(built.network, "vertexInputs") ?? {};
  return Object.entries(vertices).flatMap(([name, json]) => {
    if (!isObject(json)) return [];
    const conf = tagged(json)?.fields.layerConf;
    const layer = isObject(conf) ? layerOf(conf) : trueVertex(json);
    const from = listAt(inputs, name).filter((input): input is string => typeof input === "string");
    return [place({ ...layer, name }, name, from, built)];
  });
}

function place(layer: TrueLayer, id: string, from: readonly string[] | undefined, built: Built): PlacedLayer {
  return { ...layer, id, from, parameters: countOf(layer, built.parameters[id]), outputShape: outputOf(layer, built.outputs[id]) };
}

/** The number of parameters, where the library has the sizes to count them: LocallyConnected2D in beta2 has not. */
function countOf({ settings, inner }: TrueLayer, count: number | undefined): Truth {
  const isUnsized = count === 0 && (settings.has("weightInit") || inner);
  return isUnsized || (settings.has("weightInit") && !settings.has("nIn")) ? undefined : count;
}

function outputOf({ kind }: TrueLayer, printed: string | undefined): Truth {
  const output = printed === undefined ? undefined : shape(printed);
  // From 1.0.0-M1 on pooling over a series is said to give a series. What it gives has no steps.
  return kind === "GlobalPoolingLayer" && Array.isArray(output) && output.length === 2 ? output.slice(0, 1) : output;
}

function trainOf(network: JsonObject, conf: JsonObject): ReadonlyMap<string, Truth> {
  const entries: [string, Truth][] = [
    ["seed", numberAt(conf, "seed")],
    ["iterations", numberAt(conf, "numIterations")],
    ["optimizationAlgo", textAt(conf, "optimizationAlgo")],
    ["miniBatch", conf.miniBatch],
    ["regularization", conf.useRegularization],
    ["pretrain", network.pretrain],
    ["backpropType", textAt(network, "backpropType")],
    ["tbpttForward", numberAt(network, "tbpttFwdLength")],
    ["tbpttBackward", numberAt(network, "tbpttBackLength")],
  ];
  return new Map(entries.filter(([, value]) => value !== undefined));
}
