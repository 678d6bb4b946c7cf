import type { Input, Layer, Network, Shape, TrainSettings } from "../model/network.js";
import { isKnown, valueOf, type Setting } from "../model/setting.js";
import type { WrittenLayer, WrittenNetwork } from "../model/written.js";
import { layers as layerFacts } from "../facts/layers.js";
import { atLeast } from "../facts/versions.js";
import { connect, type Node } from "./connect.js";
import { inferred, unknownAt } from "./make-setting.js";
import { inputShapeOf, outputShapeOf } from "./output-shape.js";
import { merged } from "./shapes.js";
import { attentionParameters } from "./parameters-of-attention.js";
import { numberOf } from "./known-numbers.js";
import { parameterCount } from "./parameter-count.js";
import { resolveData, type DataProfiles } from "./data.js";
import { resolveInputs } from "./inputs.js";
import { resolveLayerSettings, type LayerScope } from "./layer-settings.js";
import { resolveNIn, sizeOfWeights } from "./size-of-input.js";
import { isOutput } from "./layers-of.js";
import { resolveTrain, optional } from "./train.js";
import { vertexShapeOf } from "./vertex-shape.js";

/**
 * Everything in force for a written network: defaults of its version, inheritance, shapes, parameter counts.
 * A hand-set `nIn` stays as written, also where Deeplearning4j replaces it; what the layer before gives is `inputShape`.
 * @param profiles statistics of the data files, where they could be read
 */
export function resolve(written: WrittenNetwork, profiles: DataProfiles = {}): Network {
  const train = resolveTrain(written);
  const inputs = resolveInputs(written);
  const nodes = connect(written, inputs);
  const layers = resolveLayers(written, train, inputs, nodes);
  const counts = layers.map(({ parameters }) => parameters);
  return {
    name: written.name,
    notation: written.notation,
    kind: written.kind,
    framework: written.framework,
    range: written.range,
    anchors: written.anchors,
    train,
    data: resolveData(written, profiles),
    inputs,
    layers,
    outputs: layers.filter(isOutput).map(({ name }) => name),
    parameters: counts.every(isKnown)
      ? inferred(
          counts.reduce((sum, count) => sum + count.value, 0),
          "parameters",
        )
      : unknownAt("parameters"),
    written,
  };
}

function resolveLayers(written: WrittenNetwork, train: TrainSettings, inputs: readonly Input[], nodes: readonly Node[]): Layer[] {
  const shapes = new Map<string, Shape>(inputs.flatMap(({ name, type }) => (isKnown(type) ? [[name, type.value] as const] : [])));
  return nodes.map((node, index) => {
    const given = node.from.map((name) => shapes.get(name));
    const known = given.filter((shape) => shape !== undefined);
    const complete = known.length === given.length ? known : [];
    const layer = node.layer.isVertex
      ? resolveVertex(node, index, complete, (name) => shapes.get(name), written.framework.version)
      : resolveLayer(written, train, node, index, merged(complete));
    if (isKnown(layer.outputShape)) shapes.set(layer.name, layer.outputShape.value);
    return layer;
  });
}

function resolveVertex(
  node: Node,
  index: number,
  given: readonly Shape[],
  shapeNamed: (name: string) => Shape | undefined,
  version: string,
): Layer {
  const { name, id, layer, from } = node;
  const base = `layers.${index}`;
  const shape = vertexShapeOf(layer.kind, given, layer.settings, shapeNamed, version);
  const parameters = vertexParameters(layer.kind, layer.settings);
  return {
    ...{ name, id, index, kind: layer.kind, kindRange: layer.kindRange, isVertex: true, from, inputShape: merged(given) },
    more: layer.settings,
    outputShape: shape ? inferred(shape, `${base}.outputShape`) : unknownAt(`${base}.outputShape`),
    parameters: parameters === undefined ? unknownAt(`${base}.parameters`) : inferred(parameters, `${base}.parameters`),
  };
}

/** Of all vertices only attention has weights. */
function vertexParameters(kind: string, more: Layer["more"]): number | undefined {
  if (kind !== "AttentionVertex") return 0;
  const sizes = { queries: numberOf(more, "nInQueries"), keys: numberOf(more, "nInKeys"), values: numberOf(more, "nInValues") };
  return attentionParameters(more, numberOf(more, "nOut"), sizes);
}

function resolveLayer(network: WrittenNetwork, train: TrainSettings, node: Node, index: number, given: Shape | undefined): Layer {
  const { name, id, from, layer } = node;
  const shaped = shapedLayer(network, train, { name, id, index }, layer, `layers.${node.writtenIndex}`, given);
  return {
    name,
    id,
    index,
    from,
    ...(node.writtenIndex === index ? shaped : movePaths(shaped, `layers.${node.writtenIndex}.`, `layers.${index}.`)),
  };
}

/** The same with the paths of all settings under another index: merge vertices shift the layers of `inspect`, addresses stay. */
function movePaths<T>(part: T, from: string, to: string): T {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map((item: unknown) => movePaths(item, from, to)) as T;
  const moved = Object.entries(part).map(([key, value]: [string, unknown]) => {
    const isPath = key === "path" && typeof value === "string" && value.startsWith(from);
    return [key, isPath ? to + value.slice(from.length) : movePaths(value, from, to)];
  });
  return Object.fromEntries(moved) as T;
}

/** A layer or what it wraps, without what only the outer one has. */
type ShapedPart = Omit<Layer, "name" | "id" | "index" | "from">;

function shapedLayer(
  network: WrittenNetwork,
  train: TrainSettings,
  outer: Pick<Layer, "name" | "id" | "index">,
  layer: WrittenLayer,
  base: string,
  given: Shape | undefined,
): ShapedPart {
  const facts = layerFacts[layer.kind];
  const place = { kind: layer.kind, kindRange: layer.kindRange, isVertex: false };
  if (!facts)
    return {
      ...place,
      inputShape: given,
      more: layer.settings,
      outputShape: unknownAt(`${base}.outputShape`),
      parameters: unknownAt(`${base}.parameters`),
    };
  const scope: LayerScope = { network, train, base, layer, facts };
  const input = inputShapeOf(layer.kind, given, layer.settings.preprocessor);
  const settings = resolveLayerSettings(scope);
  const innerPart = layer.inner && shapedLayer(network, train, outer, layer.inner, `${base}.inner`, input);
  const inner: Layer | undefined = innerPart && { ...innerPart, ...outer, from: [] };
  const nIn = facts.weights && layer.kind !== "PReLULayer" ? resolveNIn(network, layer, facts, `${base}.nIn`, input) : undefined;
  const nOut = nOutFrom({ network, layer, settings }, nIn);
  const sized = {
    ...place,
    ...optional("nIn", nIn),
    ...settings,
    ...optional("nOut", nOut),
    ...optional("inner", inner),
    inputShape: input,
  };
  const output = outputShapeOf({ ...sized, innerOutput: inner && isKnown(inner.outputShape) ? inner.outputShape.value : undefined });
  const count = parameterCount(
    { ...sized, ...optional("nIn", sizeOfWeights(network, layer.kind, nIn, input)) },
    inner && isKnown(inner.parameters) ? inner.parameters.value : undefined,
    output,
  );
  return {
    ...sized,
    outputShape: output ? inferred(output, `${base}.outputShape`) : unknownAt(`${base}.outputShape`),
    parameters: count === undefined ? unknownAt(`${base}.parameters`) : inferred(count, `${base}.parameters`),
  };
}

/** `nOut` as written, or as the kind decides it: normalization gives what it gets, a depthwise convolution so many channels for each of its input. */
function nOutFrom(
  { network, layer, settings }: Pick<LayerScope, "network" | "layer"> & { readonly settings: Partial<Layer> },
  nIn: Setting<number> | undefined,
): Setting<number> | undefined {
  const written = settings.nOut;
  if (layer.kind === "DepthwiseConvolution2D") return depthwiseOut(network, settings, nIn);
  if (layer.kind !== "BatchNormalization" || !isKnown(nIn)) return written;
  return written ?? inferred(nIn.value, nIn.path.replace(/nIn$/, "nOut"));
}

/** From 1.0.0-beta4 on a written `nOut` is replaced; before, it was worked out from a written `nIn` only (`DepthwiseConvolution2D.setNIn`). */
function depthwiseOut(
  { framework }: WrittenNetwork,
  { nOut, more }: Partial<Layer>,
  nIn: Setting<number> | undefined,
): Setting<number> | undefined {
  const multiplier = valueOf(more?.depthMultiplier);
  if (!nIn) return nOut;
  const path = nIn.path.replace(/nIn$/, "nOut");
  const isWorkedOut = nIn.origin === "explicit" || atLeast(framework.version, "1.0.0-beta4");
  if (!isWorkedOut || !isKnown(nIn) || typeof multiplier !== "number") return unknownAt(path);
  const size = nIn.value * multiplier;
  return valueOf(nOut) === size ? nOut : inferred(size, path);
}
