import * as tf from "@tensorflow/tfjs-core";
import type { Layer } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { Refusal } from "../network/refusal.js";
import { activationOf } from "./activations.js";
import { as4D } from "./convolve.js";
import { biasOf, mapped } from "./dense.js";
import { convolveChannels } from "./depthwise.js";
import { arrayNamed, type ArraySpec, type LayerKind } from "./layer-math.js";
import { moreNumber } from "./more-settings.js";
import { sizeIn, sizeOut } from "./sizes.js";
import { initialWeights } from "./weight-init.js";
import { imageWindowsOf, type Window } from "./windows.js";

/** `DepthwiseConvolution2D`: `W [kh, kw, in, multiplier]`, `b [in · multiplier]`. */
export const depthwiseConvolution: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const windows = imageWindowsOf(layer);
  const [channels, multiplier, filters] = [sizeIn(layer, network), multiplierOf(layer), sizeOut(layer)];
  if (filters !== channels * multiplier)
    throw new Refusal(
      `layers.${layer.index}.nOut`,
      `it is ${filters}, but ${channels} channels with ${multiplier} filters each give ${channels * multiplier}`,
    );
  const [vertical, horizontal] = windows;
  const shape = [vertical.kernel, horizontal.kernel, channels, multiplier];
  const weights: ArraySpec = {
    name: "W",
    shape,
    role: "weight",
    initial: initialWeights(layer, shape, fansOf(windows, channels, multiplier)),
  };
  return {
    arrays: withBias(layer, filters, [weights]),
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      mapped(input, (images) => {
        const maps = convolveChannels(images, arrayNamed(arrays, "W"), windows);
        return activation.apply(arrays.b ? tf.add(maps, arrays.b) : maps, pass);
      }),
  };
};

/** `SeparableConvolution2D`: a depthwise one, `W [multiplier, in, kh, kw]`, then across the channels, `pW [out, in · multiplier, 1, 1]`. */
export const separableConvolution: LayerKind = (layer, network) => {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const windows = imageWindowsOf(layer);
  const [channels, multiplier, filters] = [sizeIn(layer, network), multiplierOf(layer), sizeOut(layer)];
  const [vertical, horizontal] = windows;
  const shape = [multiplier, channels, vertical.kernel, horizontal.kernel];
  const across = [filters, channels * multiplier, 1, 1];
  const arrays: readonly ArraySpec[] = [
    { name: "W", shape, role: "weight", order: [2, 3, 1, 0], initial: initialWeights(layer, shape, fansOf(windows, channels, multiplier)) },
    {
      ...{ name: "pW", shape: across, role: "weight", order: [2, 3, 1, 0] },
      // `SeparableConvolutionParamInitializer` counts the inputs of the second step twice.
      initial: initialWeights(layer, across, { in: channels * multiplier, out: channels * multiplier }),
    },
  ];
  return {
    arrays: withBias(layer, filters, arrays),
    activation: activation.name,
    forward: ([input], values, pass) =>
      mapped(input, (images) => {
        const each = convolveChannels(images, arrayNamed(values, "W"), windows);
        const maps = tf.conv2d(as4D(each), as4D(arrayNamed(values, "pW")), 1, "valid");
        return activation.apply(values.b ? tf.add(maps, values.b) : maps, pass);
      }),
  };
};

const multiplierOf = (layer: Layer): number => moreNumber(layer, "depthMultiplier", 1);

/** `DepthwiseConvolutionParamInitializer`: each channel counts for itself on the way out. */
function fansOf([vertical, horizontal]: readonly [Window, Window], channels: number, multiplier: number) {
  const area = vertical.kernel * horizontal.kernel;
  return { in: channels * area, out: (multiplier * area) / (vertical.stride * horizontal.stride) };
}

function withBias(layer: Layer, filters: number, arrays: readonly ArraySpec[]): readonly ArraySpec[] {
  return valueOf(layer.hasBias) === false ? arrays : [...arrays, biasOf(layer, filters)];
}
