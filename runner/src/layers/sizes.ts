import { layers as layerFacts } from "../../../core/src/facts/layers.js";
import type { Layer, Network, Shape } from "../../../core/src/model/network.js";
import { isKnown } from "../../../core/src/model/setting.js";
import { expectedIn, replacesWrittenNIn } from "../../../core/src/resolve/size-of-input.js";
import { knownValue, Refusal } from "../network/refusal.js";
import type { Activations } from "./layer-math.js";

/**
 * How many features or channels come into a layer's weights.
 * @throws Refusal where that is unknown, or where Deeplearning4j would fail because a written `nIn` is not what comes in
 */
export function sizeIn(layer: Layer, network: Network): number {
  const path = `layers.${layer.index}.nIn`;
  const comesIn = expectedIn(layer);
  const written = layer.nIn;
  if (comesIn === undefined) return positive(knownValue(written, path), path);
  if (isKnown(written) && written.value !== comesIn && !replacesWrittenNIn(network.written))
    throw new Refusal(written.path, `it is ${written.value}, but ${comesIn} values come in`);
  return positive(comesIn, path);
}

/** How many units or channels a layer has. */
export function sizeOut(layer: Layer): number {
  const path = `layers.${layer.index}.nOut`;
  return positive(knownValue(layer.nOut, path), path);
}

function positive(size: number, path: string): number {
  if (!Number.isInteger(size) || size <= 0) throw new Refusal(path, `${size} is not a number of units`);
  return size;
}

/** What comes into a layer that cannot do without knowing it. */
export function shapeIn<Kind extends Shape["kind"]>(layer: Layer, kind: Kind): Extract<Shape, { kind: Kind }> {
  const shape = layer.inputShape;
  if (shape && isOfKind(shape, kind)) return shape;
  throw new Refusal(
    `layers.${layer.index}`,
    `what comes into this ${layer.kind} is unknown or does not fit it: write the network's input type`,
  );
}

function isOfKind<Kind extends Shape["kind"]>(shape: Shape, kind: Kind): shape is Extract<Shape, { kind: Kind }> {
  return shape.kind === kind;
}

/** @throws Refusal where it is known what comes in, and the layer cannot take it */
export function refuseMisfit({ index, isVertex, from, inputShape, kind }: Layer, { inputs, layers, written }: Network): void {
  if (isVertex || inputShape || written.layers[index]?.settings.preprocessor) return;
  const given = from.map((name) => layers.find((one) => one.name === name)?.outputShape ?? inputs.find((one) => one.name === name)?.type);
  if (given.length > 0 && given.every((shape) => shape && isKnown(shape)))
    throw new Refusal(`layers.${index}`, `what comes in is of another kind than this ${kind} takes`);
}

/** What a layer takes, as the runner lays it out; `undefined` where it takes all. */
export function wantedKind(layer: Layer): Activations["kind"] | undefined {
  const wants = layer.inputShape?.kind ?? layerFacts[layer.kind]?.wants;
  switch (wants) {
    case "feedForward":
    case "convolutionalFlat":
      return "flat";
    case "recurrent":
      return "series";
    case "convolutional":
      return "image";
    case "convolutional3D":
    case "volume":
      return "volume";
    default:
      return undefined;
  }
}
