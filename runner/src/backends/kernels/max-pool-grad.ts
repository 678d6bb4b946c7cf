import { backend_util, type TensorInfo } from "@tensorflow/tfjs-core";
import { ownKernel, type OwnKernel } from "./own-kernel.js";

interface Inputs {
  readonly dy: TensorInfo;
  readonly input: TensorInfo;
}

interface Attributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: "valid" | "same" | number | backend_util.ExplicitPadding;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

type Pooling = backend_util.Conv2DInfo;
type Numbers = backend_util.TypedArray;

/**
 * The gradient of max pooling goes to the first largest value of each window. The backend's own kernel starts its search at the
 * smallest positive float, so that windows of negative values get no gradient (tfjs 4.22 `MaxPoolGrad.cc`).
 */
export const maxPoolGrad: OwnKernel = ownKernel<Inputs, Attributes>("MaxPoolGrad", ({ inputs: { dy, input }, attrs, backend }) => {
  const [batch = 0, height = 0, width = 0, channels = 0] = input.shape;
  const pooling = backend_util.computePool2DInfo(
    [batch, height, width, channels],
    attrs.filterSize,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  );
  // Making room first: it may move the heap, and views taken before would be stale.
  const output = backend.makeOutput(input.shape, "float32");
  const gradient = backend.typedArrayFromHeap(output).fill(0);
  scatter(pooling, backend.typedArrayFromHeap(input), backend.typedArrayFromHeap(dy), gradient);
  return output;
});

function scatter(pooling: Pooling, values: Numbers, errors: Numbers, gradient: Numbers): void {
  const { batchSize, inChannels, outHeight, outWidth } = pooling;
  let at = 0;
  for (let example = 0; example < batchSize; example++)
    for (let y = 0; y < outHeight; y++)
      for (let x = 0; x < outWidth; x++)
        for (let channel = 0; channel < inChannels; channel++, at++) {
          const largest = largestIn(pooling, values, { example, y, x, channel });
          if (largest >= 0) gradient[largest] = (gradient[largest] ?? 0) + (errors[at] ?? 0);
        }
}

interface Window {
  readonly example: number;
  readonly y: number;
  readonly x: number;
  readonly channel: number;
}

/** Where the largest value of a window stands; -1 for a window that is all padding or not a number. */
function largestIn(pooling: Pooling, values: Numbers, { example, y, x, channel }: Window): number {
  const { inHeight, inWidth, inChannels, strideHeight, strideWidth, effectiveFilterHeight, effectiveFilterWidth, padInfo } = pooling;
  const top = y * strideHeight - padInfo.top;
  const left = x * strideWidth - padInfo.left;
  const bottom = Math.min(inHeight, top + effectiveFilterHeight);
  const right = Math.min(inWidth, left + effectiveFilterWidth);
  let largest = -Infinity;
  let place = -1;
  for (let row = Math.max(0, top); row < bottom; row++)
    for (let column = Math.max(0, left); column < right; column++) {
      const index = ((example * inHeight + row) * inWidth + column) * inChannels + channel;
      const value = values[index] ?? 0;
      if (value > largest) {
        largest = value;
        place = index;
      }
    }
  return place;
}
