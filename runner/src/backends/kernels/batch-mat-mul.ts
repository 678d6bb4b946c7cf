import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { kernelNamed, ownKernel, runKernel, type OwnKernel } from "./own-kernel.js";

interface Factors {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}

interface Transposes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/**
 * Products with transposed factors. The backend multiplies fast (XNNPACK) only where no factor is transposed, and loops otherwise
 * (tfjs 4.22 `BatchMatMul.cc`): every product of backpropagation has a transposed factor. Transposing first is several times faster.
 */
export function batchMatMul(): OwnKernel {
  const given = kernelNamed("BatchMatMul", "wasm");
  if (!given) throw new Error("The wasm backend has no kernel BatchMatMul.");
  const multiply: KernelFunc = given.kernelFunc;
  return ownKernel<Factors, Transposes>("BatchMatMul", ({ inputs: { a, b }, attrs: { transposeA, transposeB }, backend }) => {
    const isSingle = a.shape.length === 3 && a.shape[0] === 1 && b.shape.length === 3 && b.shape[0] === 1;
    const product = (left: TensorInfo, right: TensorInfo, attrs: Transposes) => {
      const output = multiply({ inputs: { a: left, b: right }, attrs: { ...attrs }, backend });
      if (Array.isArray(output)) throw new Error("BatchMatMul gives one array.");
      return output;
    };
    if (!isSingle || (!transposeA && !transposeB)) return product(a, b, { transposeA, transposeB });
    const left = transposeA ? transposed(backend, a) : a;
    const right = transposeB ? transposed(backend, b) : b;
    const output = product(left, right, { transposeA: false, transposeB: false });
    if (left !== a) backend.disposeData(left.dataId);
    if (right !== b) backend.disposeData(right.dataId);
    return output;
  });
}

function transposed(backend: BackendWasm, x: TensorInfo): TensorInfo {
  return runKernel("Transpose", backend, { x }, { perm: [0, 2, 1] });
}
