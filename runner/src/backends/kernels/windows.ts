import type { backend_util } from "@tensorflow/tfjs-core";
import type { Program } from "./program.js";

/** Puts the windows of a convolution or pooling where the kernels read them (`runner/kernels/windows.ts`). */
export function windowsOf(info: backend_util.Conv2DInfo, program: Program): number {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = info;
  const { strideHeight, strideWidth, padInfo, dilationHeight, dilationWidth } = info;
  return program.integers([
    ...[inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth],
    ...[strideHeight, strideWidth, padInfo.top, padInfo.left, dilationHeight, dilationWidth],
  ]);
}
