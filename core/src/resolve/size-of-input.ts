import type { Layer, Shape } from "../model/network.js";
import { isKnown, valueOf, type Setting } from "../model/setting.js";
import type { WrittenLayer, WrittenNetwork } from "../model/written.js";
import { atLeast } from "../facts/versions.js";
import { layers, type LayerFacts } from "../facts/layers.js";
import { inferred, typed, isNumber, unknownAt } from "./make-setting.js";
import { nInOf } from "./shapes.js";

/**
 * What the layer before gives: the number that `nIn` should be (features, or channels of an image).
 * @returns `undefined` where the input is unknown, where the kind has no `nIn`, and for embeddings, whose `nIn` counts indices
 */
export function expectedIn({ kind, inputShape }: Pick<Layer, "kind" | "inputShape">): number | undefined {
  const facts = layers[kind];
  return facts?.weights === true && facts.category !== "embedding" && inputShape ? nInOf(inputShape) : undefined;
}

/** First layers from whose `nIn` a list infers its input type when none is written (`MultiLayerConfiguration.Builder.build`). */
const inferring: ReadonlySet<string> = new Set(["DenseLayer", "EmbeddingLayer", "OutputLayer"]);

function tellsInputType({ kind, settings }: WrittenLayer): boolean {
  const { nIn } = settings;
  return (inferring.has(kind) || layers[kind]?.category === "recurrent") && nIn !== undefined && (!isKnown(nIn) || Number(nIn.value) > 0);
}

/**
 * True where sizes go from layer to layer: with input types for all inputs; in a list also from the first layer's `nIn`.
 * A graph without input types infers nothing (`ComputationGraphConfiguration.GraphBuilder`).
 */
export function infersSizes({ notation, kind, inputs, layers: written }: WrittenNetwork): boolean {
  if (notation === "nnet" || kind === "transfer") return true;
  if (inputs.length > 0 && inputs.every(({ type }) => type !== null)) return true;
  const [first] = written;
  return kind === "layers" && first !== undefined && tellsInputType(first);
}

/**
 * True where a wrong written `nIn` is replaced by the inferred one without a word: from 1.0.0-M1 on in lists, and in graphs with
 * input types, unless `overrideNinUponBuild(false)`, which M1 and M1.1 do not pass on. Measured with 1.0.0-beta7, M1.1 and M2.1.
 * A graph in `.nnet` keeps what is written.
 */
export function replacesWrittenNIn(network: WrittenNetwork): boolean {
  const { version } = network.framework;
  if (network.kind === "transfer" || (network.kind === "graph" && network.notation === "nnet")) return false;
  if (!atLeast(version, "1.0.0-M1") || !infersSizes(network)) return false;
  const override = network.train.overrideNinUponBuild;
  return override === undefined || valueOf(override) === true || !atLeast(version, "1.0.0-M2");
}

/** A layer's `nIn`: as written, else what comes in; `undefined` where nothing says it. */
export function resolveNIn(
  network: WrittenNetwork,
  { kind, settings }: WrittenLayer,
  facts: LayerFacts,
  path: string,
  input: Shape | undefined,
): Setting<number> | undefined {
  if (settings.nIn) return typed(settings.nIn, isNumber, path);
  const isIndices = facts.category === "embedding" && network.notation === "nnet";
  if (isIndices || !infersSizes(network)) return undefined;
  const size = facts.category === "embedding" ? input && nInOf(input) : expectedIn({ kind, inputShape: input });
  return size === undefined ? unknownAt(path) : inferred(size, path);
}

/**
 * The size that the library puts in the place of a written `nIn`, without a word; `undefined` where it keeps what is written.
 * An embedding's vocabulary gives way like any other (measured with 1.0.0-M2.1: `nIn(500)` behind `InputType.feedForward(1)` is 1).
 */
export function replacingNIn(network: WrittenNetwork, { kind, inputShape }: Pick<Layer, "kind" | "inputShape">): number | undefined {
  if (!replacesWrittenNIn(network)) return undefined;
  const isEmbedding = layers[kind]?.category === "embedding" && network.notation !== "nnet";
  if (!isEmbedding) return expectedIn({ kind, inputShape });
  const isTyped = network.inputs.length > 0 && network.inputs.every(({ type }) => type !== null);
  return isTyped && inputShape ? nInOf(inputShape) : undefined;
}

/**
 * The `nIn` that the weights have: the inferred one where it replaces the written one, whose setting stays as written
 * so that rules can say so.
 */
export function sizeOfWeights(
  network: WrittenNetwork,
  kind: string,
  nIn: Setting<number> | undefined,
  inputShape: Shape | undefined,
): Setting<number> | undefined {
  const size = replacingNIn(network, { kind, inputShape });
  return size !== undefined && isKnown(nIn) && nIn.value !== size ? { ...nIn, value: size, origin: "inferred" } : nIn;
}
