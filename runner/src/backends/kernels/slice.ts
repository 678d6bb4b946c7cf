import { slice_util, util, type TensorInfo } from "@tensorflow/tfjs-core";
import { ownKernel, type OwnKernel } from "./own-kernel.js";
import type { Program } from "./program.js";

interface Attributes {
  readonly begin: number | number[];
  readonly size: number | number[];
}

/** Parts of arrays. The backend's own kernel copies the whole array out of its memory first (tfjs 4.22 `Slice.ts`). */
export function slice(program: Program): OwnKernel {
  return ownKernel<{ x: TensorInfo }, Attributes>("Slice", ({ inputs: { x }, attrs, backend }) => {
    const [begin = [], lengths = []] = slice_util.parseSliceParams(x, attrs.begin, attrs.size);
    const output = backend.makeOutput(lengths, x.dtype);
    if (util.sizeFromShape(lengths) === 0) return output;
    const strides = [...util.computeStrides(x.shape), 1].map((stride) => stride * util.bytesPerElement(x.dtype));
    const first = begin.reduce((sum, at, dimension) => sum + at * (strides[dimension] ?? 0), 0);
    const integers = program.integers([...lengths, ...strides]);
    program.slice(program.addressOf(x) + first, program.addressOf(output), x.shape.length, integers, integers + 4 * lengths.length);
    return output;
  });
}
