import * as tf from "@tensorflow/tfjs-core";
import type { Layer, Network } from "../../../../core/src/model/network.js";
import { valueOf } from "../../../../core/src/model/setting.js";
import { activationOf } from "../activations.js";
import { convolve } from "../convolve.js";
import { deconvolve } from "../deconvolution.js";
import { biasOf, mapped } from "../dense.js";
import { arrayNamed, type ArraySpec, type LayerKind } from "../layer-math.js";
import { sizeIn, sizeOut } from "../sizes.js";
import { initialWeights } from "../weight-init.js";
import { volumeWindowsOf, type VolumeWindows } from "../windows.js";
import { allFrames, framesOf, lengthened, volumesOf } from "./frames.js";

type Slide = (volumes: tf.Tensor, filter: tf.Tensor, windows: VolumeWindows) => tf.Tensor;

/** `Convolution3D`: `W [out, in, kd, kh, kw]`, `b [out]`; act(x ⋆ W + b). */
export const convolution3D: LayerKind = (layer, network) => {
  return slidingOver(layer, network, convolveVolumes, (kernel, channels, filters) => ({
    shape: [filters, channels, ...kernel],
    order: [2, 3, 4, 1, 0],
  }));
};

/** `Deconvolution3D`: `W [kd, kh, kw, out, in]`, `b [out]`; every value puts the kernel, times itself, into the output. */
export const deconvolution3D: LayerKind = (layer, network) => {
  return slidingOver(layer, network, deconvolveVolumes, (kernel, channels, filters) => ({ shape: [...kernel, filters, channels] }));
};

type Layout = (kernel: readonly number[], channels: number, filters: number) => Pick<ArraySpec, "shape" | "order">;

function slidingOver(layer: Layer, network: Network, slide: Slide, layoutOf: Layout): ReturnType<LayerKind> {
  const activation = activationOf(layer.activation, `layers.${layer.index}.activation`);
  const windows = volumeWindowsOf(layer);
  const [channels, filters] = [sizeIn(layer, network), sizeOut(layer)];
  const steps = product(windows.map(({ stride }) => stride));
  const kernel = windows.map((window) => window.kernel);
  const places = product(kernel);
  const layout = layoutOf(kernel, channels, filters);
  const initial = initialWeights(layer, layout.shape, { in: channels * places, out: (filters * places) / steps });
  const weights: ArraySpec = { name: "W", role: "weight", ...layout, initial };
  return {
    arrays: valueOf(layer.hasBias) === false ? [weights] : [weights, biasOf(layer, filters)],
    activation: activation.name,
    forward: ([input], arrays, pass) =>
      mapped(input, (volumes) => {
        const maps = slide(volumes, arrayNamed(arrays, "W"), windows);
        return activation.apply(arrays.b ? tf.add(maps, arrays.b) : maps, pass);
      }),
  };
}

const product = (sizes: readonly number[]) => sizes.reduce((whole, size) => whole * size, 1);

/** Cross-correlation with a filter `[kd, kh, kw, in, out]`: the sum over its frames of theirs with images. */
function convolveVolumes(volumes: tf.Tensor, filter: tf.Tensor, [along, down, across]: VolumeWindows): tf.Tensor {
  const depth = volumes.shape[1] ?? 0;
  const padded = lengthened(volumes, along.padding(depth));
  return sumOf(tapsOf(filter), (tap, place) => {
    const frames = framesOf(padded, place * along.dilation, along.stride, along.count(depth));
    return volumesOf({ ...frames, images: convolve(frames.images, tap, [down, across]) });
  });
}

/** @param filter `[kd, kh, kw, out, in]` */
function deconvolveVolumes(volumes: tf.Tensor, filter: tf.Tensor, [along, down, across]: VolumeWindows): tf.Tensor {
  const frames = allFrames(volumes);
  const taps = tapsOf(filter);
  const reach = (taps.length - 1) * along.dilation;
  const whole = sumOf(taps, (tap, place) => {
    const spread = spreadFrames(volumesOf({ ...frames, images: deconvolve(frames.images, tap, [down, across]) }), along.stride);
    return lengthened(spread, [place * along.dilation, reach - place * along.dilation]);
  });
  const [before, after] = along.overhang(frames.depth);
  return lengthened(whole, [-before, -after]);
}

/** Frames of zeros between those of each example: `(d − 1) · by + 1` in all. */
function spreadFrames(volumes: tf.Tensor, by: number): tf.Tensor {
  if (by === 1) return volumes;
  const [examples = 0, depth = 0, ...frame] = volumes.shape;
  const apart = lengthened(tf.reshape(volumes, [examples * depth, 1, ...frame]), [0, by - 1]);
  return lengthened(tf.reshape(apart, [examples, depth * by, ...frame]), [0, 1 - by]);
}

/** A filter's frames, in order. */
function tapsOf(filter: tf.Tensor): readonly tf.Tensor[] {
  const [depth = 0, ...frame] = filter.shape;
  const flat = tf.reshape(filter, [depth, product(frame)]);
  return Array.from({ length: depth }, (_, place) => tf.reshape(tf.slice(flat, [place, 0], [1, product(frame)]), frame));
}

function sumOf(taps: readonly tf.Tensor[], term: (tap: tf.Tensor, place: number) => tf.Tensor): tf.Tensor {
  const [first, ...rest] = taps.map(term);
  if (!first) throw new Error("A filter without a frame.");
  return rest.reduce((sum, next): tf.Tensor => tf.add(sum, next), first);
}
