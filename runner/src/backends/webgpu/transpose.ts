import { util, type KernelFunc, type TensorInfo } from "@tensorflow/tfjs-core";
import type { WebGPUBackend, WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu";
import { kernelNamed, replaceKernel } from "../kernels/own-kernel.js";

interface TransposeCall {
  readonly inputs: { readonly x: TensorInfo };
  readonly attrs: { readonly perm: number[] };
  readonly backend: WebGPUBackend;
}

/**
 * Transposing whole numbers and truth values. The backend's shader hands such an element to a function that takes only floats, which is
 * invalid (tfjs 4.22 `transpose_webgpu.ts`): the device then computes nothing, and the result is zeros.
 */
export function mendTranspose(): void {
  const given = kernelNamed("Transpose", "webgpu");
  if (!given) throw new Error("The webgpu backend has no kernel Transpose.");
  const stock = given.kernelFunc as unknown as (call: TransposeCall) => TensorInfo;
  const run = (call: TransposeCall) => {
    const { inputs, attrs, backend } = call;
    // The buffer's type counts, not the tensor's: a cast from a whole number to a float only changes the label.
    const isStock = backend.tensorMap.get(inputs.x.dataId).dtype === "float32" || backend.shouldExecuteOnCPU([inputs.x]);
    return isStock ? stock(call) : backend.runWebGPUProgram(programFor(inputs.x, attrs.perm), [inputs.x], inputs.x.dtype);
  };
  // The registry calls each kernel with exactly what its operation passes, which its type does not say.
  const kernel = run as unknown as KernelFunc;
  replaceKernel({ name: "Transpose", run: kernel }, "webgpu");
}

const threads = 64;

function programFor(x: TensorInfo, perm: readonly number[]): WebGPUProgram {
  const outputShape = perm.map((axis) => x.shape[axis] ?? 1);
  const strides = util.computeStrides(x.shape).concat(1);
  const type = x.dtype === "float32" ? "f32" : "i32";
  // The last axis runs fastest; each takes its part of the index, and steps by its stride in the input.
  const parts = outputShape.map((size, axis) => `place += (rest % ${size}) * ${strides[perm[axis] ?? 0] ?? 1}; rest /= ${size};`).reverse();
  return {
    ...{ outputShape, variableNames: ["A"], workgroupSize: [threads, 1, 1], size: true },
    dispatchLayout: { x: outputShape.map((_, axis) => axis) },
    dispatch: [Math.ceil(util.sizeFromShape(outputShape) / threads), 1, 1],
    shaderKey: `transposeAnyType_${perm.join()}_${x.shape.join()}`,
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {
          var rest = index;
          var place = 0;
          ${parts.join("\n          ")}
          result[index] = ${type}(A[place]);
        }
      }
    `,
  };
}
