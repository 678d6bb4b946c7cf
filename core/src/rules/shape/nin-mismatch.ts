import type { Change, Fix } from "../../model/change.js";
import type { Layer, Network, Shape } from "../../model/network.js";
import { isKnown, type Known } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { sizeOf } from "../../resolve/shapes.js";
import { replacesWrittenNIn } from "../../resolve/size-of-input.js";

/** A hand-set `nIn` that is not what comes in. */
export const ninMismatch = defineRule({
  id: "shape/nin-mismatch",
  severity: "error",

  check({ network, report }) {
    // There it is replaced without a word: shape/nin-overridden. `.nnet` always takes what is written.
    if (network.notation !== "nnet" && replacesWrittenNIn(network.written)) return;
    for (const outer of network.layers) {
      const layer = innermost(outer);
      const { nIn } = layer;
      const incoming = outer.inputShape ? sizeFor(layer.kind, outer.inputShape) : channelsBefore(network, outer);
      if (!isKnown(nIn) || nIn.origin !== "explicit" || incoming === undefined || nIn.value === incoming || nIn.value <= 0) continue;
      const before = feedingLayers(network, outer);
      report({
        at: nIn,
        layer: outer,
        message: `nIn is ${nIn.value}, but ${source(before)} gives ${incoming}.`,
        detail:
          "Deeplearning4j does not compare a written nIn with the layer before when the configuration is built: " +
          "training fails at the first fit, with an exception about the shape of the input.",
        fixes: [preferred(suggest(`Set nIn to ${incoming}`, set(nIn, incoming))), ...changeSource(network, outer, nIn, before)],
      });
    }
  },
});

/** Layers that have indices, not values, as input, or take any. */
const unsized: ReadonlySet<string> = new Set(["EmbeddingLayer", "EmbeddingSequenceLayer", "ElementWiseMultiplicationLayer"]);
const byChannel = /Convolution|LocallyConnected|BatchNormalization/;

/** The `nIn` that a layer of this kind needs for what comes in. */
function sizeFor(kind: string, shape: Shape): number | undefined {
  if (unsized.has(kind)) return undefined;
  switch (shape.kind) {
    case "feedForward":
    case "recurrent":
      return shape.size;
    case "convolutional":
    case "convolutionalFlat":
    case "convolutional3D":
      return byChannel.test(kind) ? shape.channels : sizeOf(shape);
  }
}

/** Layers with kernels whose `nOut` is the number of channels that they give. */
const convolutions: ReadonlySet<string> = new Set(["ConvolutionLayer", "Deconvolution2D", "SeparableConvolution2D"]);
const keepsChannels: ReadonlySet<string> = new Set([
  "SubsamplingLayer",
  "BatchNormalization",
  "ActivationLayer",
  "DropoutLayer",
  "LocalResponseNormalization",
  "ZeroPaddingLayer",
  "Cropping2D",
  "Upsampling2D",
]);

/** Without an input type the size of an image is not known, but how many channels a convolution before gives is. */
function channelsBefore(network: Network, outer: Layer): number | undefined {
  const [before, another] = feedingLayers(network, outer);
  if (!before || another || (!convolutions.has(outer.kind) && !keepsChannels.has(outer.kind))) return undefined;
  if (keepsChannels.has(before.kind)) return channelsBefore(network, before);
  return convolutions.has(before.kind) && isKnown(before.nOut) ? before.nOut.value : undefined;
}

function feedingLayers({ layers }: Network, { from }: Layer): readonly Layer[] {
  return layers.filter(({ name }) => from.includes(name));
}

function source(before: readonly Layer[]): string {
  const [only, another] = before;
  if (!only) return "the input";
  if (another) return "what comes in";
  return only.isVertex ? `vertex ${only.id}` : `layer ${only.id}`;
}

/**
 * Gives the layer before as many outputs, where its `nOut` alone decides what comes in.
 * Other layers that it feeds get their written `nIn` changed with it.
 */
function changeSource(network: Network, outer: Layer, nIn: Known<number>, [before, another]: readonly Layer[]): Fix[] {
  const nOut = before && innermost(before).nOut;
  if (!before || another || outer.from.length !== 1 || !isKnown(nOut) || nOut.origin !== "explicit") return [];
  const gives = isKnown(before.outputShape) ? sizeFor(innermost(outer).kind, before.outputShape.value) : undefined;
  if (gives !== nOut.value) return [];
  const others = network.layers.filter((layer) => layer !== outer && layer.from.includes(before.name));
  if (others.some(({ isVertex }) => isVertex)) return [];
  const changes: Change[] = [set(nOut, nIn.value)];
  for (const layer of others) {
    const { nIn: written } = innermost(layer);
    if (written?.origin === "explicit") changes.push(set(written, nIn.value));
  }
  return [suggest(`Set nOut of layer ${before.id} to ${nIn.value}`, ...changes)];
}
