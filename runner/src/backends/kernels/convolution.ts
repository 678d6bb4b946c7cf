import { backend_util, type TensorInfo } from "@tensorflow/tfjs-core";
import { ownKernel, type OwnKernel } from "./own-kernel.js";
import type { Program } from "./program.js";
import { windowsOf } from "./windows.js";

interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: "valid" | "same" | number | backend_util.ExplicitPadding;
  readonly dilations?: number | [number, number];
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  readonly dataFormat: "NHWC" | "NCHW";
}

type Shape4 = [number, number, number, number];

function convolutionOf(x: readonly number[], filter: readonly number[], attrs: Attributes): backend_util.Conv2DInfo {
  if (attrs.dataFormat !== "NHWC") throw new Error("Convolutions take channels last.");
  const { strides, dilations = 1, pad, dimRoundingMode } = attrs;
  return backend_util.computeConv2DInfo(x as Shape4, filter as Shape4, strides, dilations, pad, dimRoundingMode);
}

/** The three products of a convolution, each by name: the backend lacks the filter's gradient and loops for the input's. */
type Product = "convolve" | "convolveToFilter" | "convolveToInput";

interface Operands {
  readonly one: TensorInfo;
  readonly other: TensorInfo;
  readonly to: TensorInfo;
}

function run(product: Product, { one, other, to }: Operands, info: backend_util.Conv2DInfo, program: Program): TensorInfo {
  const windows = windowsOf(info, program);
  const room = program.room(program.bytesToConvolve(windows));
  const [a, b, c] = [one, other, to].map((tensor) => program.addressOf(tensor)) as [number, number, number];
  program[product](a, b, c, info.batchSize, info.outChannels, windows, room);
  return to;
}

/** Convolutions and both of their gradients. */
export function convolutions(program: Program): OwnKernel[] {
  return [
    ownKernel<{ x: TensorInfo; filter: TensorInfo }, Attributes>("Conv2D", ({ inputs: { x, filter }, attrs, backend }) => {
      const info = convolutionOf(x.shape, filter.shape, attrs);
      return run("convolve", { one: x, other: filter, to: backend.makeOutput(info.outShape, "float32") }, info, program);
    }),
    ownKernel<{ x: TensorInfo; dy: TensorInfo }, Attributes & { filterShape: Shape4 }>(
      "Conv2DBackpropFilter",
      ({ inputs: { x, dy }, attrs, backend }) => {
        const info = convolutionOf(x.shape, attrs.filterShape, attrs);
        return run("convolveToFilter", { one: x, other: dy, to: backend.makeOutput(attrs.filterShape, "float32") }, info, program);
      },
    ),
    ownKernel<{ dy: TensorInfo; filter: TensorInfo }, Attributes & { inputShape: Shape4 }>(
      "Conv2DBackpropInput",
      ({ inputs: { dy, filter }, attrs, backend }) => {
        const info = convolutionOf(attrs.inputShape, filter.shape, attrs);
        return run("convolveToInput", { one: dy, other: filter, to: backend.makeOutput(attrs.inputShape, "float32") }, info, program);
      },
    ),
  ];
}
