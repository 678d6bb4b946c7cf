import type { Layer } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { knownValue, Refusal } from "../network/refusal.js";

/** How a window slides along one dimension. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** What is put before and after a dimension of this length. */
  readonly padding: (length: number) => readonly [before: number, after: number];
  /** How many windows fit in a dimension of this length, with its padding. */
  readonly count: (length: number) => number;
  /** How far a deconvolution of this length reaches beyond what is kept of it, at both ends. */
  readonly overhang: (length: number) => readonly [before: number, after: number];
}

/**
 * The windows of a layer, one for each dimension.
 * @throws Refusal where a size is unknown or the window does not fit what comes in
 */
export function windowsOf(layer: Layer, dimensions: 1 | 2 | 3): readonly Window[] {
  const path = `layers.${layer.index}`;
  if (layer.inputShape && !isKnown(layer.outputShape)) throw new Refusal(`${path}.kernel`, "its window does not fit what comes in");
  const kernel = knownValue(layer.kernel, `${path}.kernel`);
  const stride = knownValue(layer.stride, `${path}.stride`);
  const padding = knownValue(layer.padding, `${path}.padding`);
  const dilation = valueOf(layer.dilation) ?? [];
  const mode = knownValue(layer.mode, `${path}.mode`);
  return Array.from({ length: dimensions }, (_, dimension): Window => {
    const sizes = { kernel: at(kernel, dimension) ?? 1, stride: at(stride, dimension) ?? 1, dilation: at(dilation, dimension) ?? 1 };
    return windowOf(mode, sizes, sidesOf(padding, dimension));
  });
}

/** Down and across. @throws Refusal as {@link windowsOf}, and where the kernel has no height or width */
export function imageWindowsOf(layer: Layer): readonly [down: Window, across: Window] {
  const [vertical, horizontal] = windowsOf(layer, 2);
  if (!vertical || !horizontal) throw new Refusal(`layers.${layer.index}.kernel`, "it needs a height and a width");
  return [vertical, horizontal];
}

/** Along, down and across. */
export type VolumeWindows = readonly [along: Window, down: Window, across: Window];

/** @throws Refusal as {@link windowsOf}, and where the kernel has fewer than three dimensions */
export function volumeWindowsOf(layer: Layer): VolumeWindows {
  const [along, down, across] = windowsOf(layer, 3);
  if (!along || !down || !across) throw new Refusal(`layers.${layer.index}.kernel`, "it needs a depth, a height and a width");
  return [along, down, across];
}

/** Along the steps. @throws Refusal as {@link windowsOf} */
export function seriesWindowOf(layer: Layer): Window {
  const [window] = windowsOf(layer, 1);
  if (!window) throw new Refusal(`layers.${layer.index}.kernel`, "it needs a length");
  return window;
}

/** One number counts for all dimensions. */
const at = (list: readonly number[], dimension: number) => list[dimension] ?? list[0];

/** `[h, w]` or `[d, h, w]` for both ends; or `[top, bottom, left, right]`, and six numbers of a volume. */
export function sidesOf(padding: readonly number[], dimension: number): readonly [number, number] {
  if (padding.length === 4 || padding.length === 6) return [padding[dimension * 2] ?? 0, padding[dimension * 2 + 1] ?? 0];
  const both = at(padding, dimension) ?? 0;
  return [both, both];
}

type Sizes = Pick<Window, "kernel" | "stride" | "dilation">;

function windowOf(mode: string, sizes: Sizes, written: readonly [number, number]): Window {
  const { kernel, stride, dilation } = sizes;
  const reach = kernel + (kernel - 1) * (dilation - 1);
  const padding = paddingBy(mode, sizes, written);
  return {
    ...sizes,
    padding,
    count: (length) => {
      const [before, after] = padding(length);
      return Math.floor((length + before + after - reach) / stride) + 1;
    },
    overhang: () => (mode === "Same" ? halves(reach - stride) : written),
  };
}

/** The smaller half first. */
const halves = (total: number): readonly [number, number] => [Math.floor(total / 2), Math.ceil(total / 2)];

/** `ConvolutionMode`: Same pads to ⌈length / stride⌉ windows, the smaller half first; Causal only before. */
function paddingBy(mode: string, { kernel, stride, dilation }: Sizes, written: readonly [number, number]): Window["padding"] {
  const reach = kernel + (kernel - 1) * (dilation - 1);
  if (mode === "Causal") return () => [reach - 1, 0];
  if (mode !== "Same") return () => written;
  return (length) => {
    return halves(Math.max(0, (Math.ceil(length / stride) - 1) * stride + reach - length));
  };
}
