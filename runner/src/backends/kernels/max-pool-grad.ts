import { backend_util, type TensorInfo } from "@tensorflow/tfjs-core";
import { ownKernel, type OwnKernel } from "./own-kernel.js";
import type { Program } from "./program.js";
import { windowsOf } from "./windows.js";

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

/**
 * The gradient of max pooling goes to the first largest value of each window. The backend's own kernel starts its search at the
 * smallest positive float, so that windows of negative values get no gradient (tfjs 4.22 `MaxPoolGrad.cc`).
 */
export function maxPoolGrad(program: Program): OwnKernel {
  return ownKernel<Inputs, Attributes>("MaxPoolGrad", ({ inputs: { dy, input }, attrs, backend }) => {
    const [batch = 0, height = 0, width = 0, channels = 0] = input.shape;
    const { filterSize, strides, pad, dimRoundingMode } = attrs;
    const info = backend_util.computePool2DInfo([batch, height, width, channels], filterSize, strides, 1, pad, dimRoundingMode);
    const output = backend.makeOutput(input.shape, "float32");
    const [x, error, gradient] = [input, dy, output].map((tensor) => program.addressOf(tensor)) as [number, number, number];
    program.maxPoolToInput(x, error, gradient, batch, windowsOf(info, program));
    return output;
  });
}
