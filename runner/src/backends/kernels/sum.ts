import { util, type TensorInfo } from "@tensorflow/tfjs-core";
import { givenKernel, onlyOutput, ownKernel, type KernelCall, type OwnKernel } from "./own-kernel.js";
import type { Program } from "./program.js";

interface Attributes {
  readonly axis: number | number[];
  readonly keepDims: boolean;
}

/**
 * Sums over the first dimensions, as the gradient of every bias is one. The backend's own transposes the whole array before
 * (tfjs 4.22 `Sum.ts`); for other dimensions it stays.
 */
export function sum(program: Program): OwnKernel {
  const given = givenKernel("Sum");
  return ownKernel<{ x: TensorInfo }, Attributes>("Sum", (call) => {
    const {
      inputs: { x },
      attrs: { axis, keepDims },
      backend,
    } = call;
    const axes = util.parseAxisParam(axis, x.shape).sort((a, b) => a - b);
    const areFirst = axes.every((one, index) => one === index) && axes.length < x.shape.length;
    if (areFirst && x.dtype === "float32") return overRows(call, axes.length, program);
    return onlyOutput("Sum", given({ inputs: { x }, attrs: { axis, keepDims }, backend }));
  });
}

function overRows(
  { inputs: { x }, attrs, backend }: KernelCall<{ x: TensorInfo }, Attributes>,
  dimensions: number,
  program: Program,
): TensorInfo {
  const rest = x.shape.slice(dimensions);
  const output = backend.makeOutput(attrs.keepDims ? [...x.shape.slice(0, dimensions).fill(1), ...rest] : rest, "float32");
  const rows = util.sizeFromShape(x.shape.slice(0, dimensions));
  program.sumRows(program.addressOf(x), program.addressOf(output), rows, util.sizeFromShape(rest));
  return output;
}
