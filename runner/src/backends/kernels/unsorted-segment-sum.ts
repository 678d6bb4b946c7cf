import { util, type TensorInfo } from "@tensorflow/tfjs-core";
import { ownKernel, type OwnKernel } from "./own-kernel.js";

interface Inputs {
  readonly x: TensorInfo;
  readonly segmentIds: TensorInfo;
}

/** Adds up the rows of each segment, which the backend cannot: the gradient of an embedding's rows. */
export const unsortedSegmentSum: OwnKernel = ownKernel<Inputs, { readonly numSegments: number }>(
  "UnsortedSegmentSum",
  ({ inputs: { x, segmentIds }, attrs: { numSegments }, backend }) => {
    const row = x.shape.slice(segmentIds.shape.length);
    const length = util.sizeFromShape(row);
    // Making room first: it may move the heap, and views taken before would be stale.
    const output = backend.makeOutput([numSegments, ...row], x.dtype);
    const sums = backend.typedArrayFromHeap(output).fill(0);
    const values = backend.typedArrayFromHeap(x);
    backend.typedArrayFromHeap(segmentIds).forEach((segment, index) => {
      if (segment < 0 || segment >= numSegments) return;
      for (let at = 0; at < length; at++) {
        const place = segment * length + at;
        sums[place] = (sums[place] ?? 0) + (values[index * length + at] ?? 0);
      }
    });
    return output;
  },
);
