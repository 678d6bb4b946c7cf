import { backend_util, type TensorInfo } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { ownKernel, reshaped, runKernel, type OwnKernel } from "./own-kernel.js";

interface Inputs {
  readonly x: TensorInfo;
  readonly dy: TensorInfo;
}

interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: "valid" | "same" | number | backend_util.ExplicitPadding;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  readonly dataFormat: "NHWC" | "NCHW";
  readonly filterShape: [number, number, number, number];
}

type Convolution = backend_util.Conv2DInfo;

/** The gradient of a convolution's filter, which the backend lacks: the patches of all windows, transposed, times the errors. */
export const conv2DBackpropFilter: OwnKernel = ownKernel<Inputs, Attributes>(
  "Conv2DBackpropFilter",
  ({ inputs: { x, dy }, attrs, backend }) => {
    if (attrs.dataFormat !== "NHWC") throw new Error("The filter gradient takes channels last.");
    const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
    const convolution = backend_util.computeConv2DInfo(
      [batch, height, width, channels],
      attrs.filterShape,
      attrs.strides,
      1,
      attrs.pad,
      attrs.dimRoundingMode,
    );
    const patches = patchesOf(x, convolution, backend);
    const [, windows = 0] = patches.shape;
    const left = reshaped(backend, patches, [1, ...patches.shape]);
    const right = reshaped(backend, dy, [1, windows, convolution.outChannels]);
    const product = runKernel("BatchMatMul", backend, { a: left, b: right }, { transposeA: false, transposeB: false });
    for (const part of [left, right, patches]) backend.disposeData(part.dataId);
    return { ...product, shape: [...attrs.filterShape] };
  },
);

/** One row for each tap and channel of the filter, one column for each window: `[kh·kw·c, n·oh·ow]`. */
function patchesOf(x: TensorInfo, convolution: Convolution, backend: BackendWasm): TensorInfo {
  const { batchSize, inChannels, outHeight, outWidth, filterHeight, filterWidth } = convolution;
  const windows = batchSize * outHeight * outWidth;
  // Making room first: it may move the heap, and views taken before would be stale.
  const patches = backend.makeOutput([filterHeight * filterWidth * inChannels, windows], "float32");
  const from = backend.typedArrayFromHeap(x);
  const to = backend.typedArrayFromHeap(patches);
  let start = 0;
  for (let row = 0; row < filterHeight; row++)
    for (let column = 0; column < filterWidth; column++)
      for (let channel = 0; channel < inChannels; channel++, start += windows)
        fillRow(to.subarray(start, start + windows), from, convolution, { row, column, channel });
  return patches;
}

interface Tap {
  readonly row: number;
  readonly column: number;
  readonly channel: number;
}

/** What one tap of the filter sees in every window; 0 in the padding. */
function fillRow(
  to: backend_util.TypedArray,
  from: backend_util.TypedArray,
  convolution: Convolution,
  { row, column, channel }: Tap,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, strideHeight, strideWidth, padInfo } = convolution;
  let at = 0;
  for (let example = 0; example < batchSize; example++)
    for (let y = 0; y < outHeight; y++) {
      const inY = y * strideHeight + row - padInfo.top;
      const base = (example * inHeight + inY) * inWidth;
      const isInside = inY >= 0 && inY < inHeight;
      let inX = column - padInfo.left;
      for (let x = 0; x < outWidth; x++, inX += strideWidth, at++)
        to[at] = isInside && inX >= 0 && inX < inWidth ? (from[(base + inX) * inChannels + channel] ?? 0) : 0;
    }
}
