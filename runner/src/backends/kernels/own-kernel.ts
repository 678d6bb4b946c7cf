import { getKernel, registerKernel, unregisterKernel, type KernelConfig, type KernelFunc, type TensorInfo } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/** What a kernel of the `wasm` backend is called with. */
export interface KernelCall<Inputs, Attributes> {
  readonly inputs: Inputs;
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

/** A kernel that replaces, or adds to, those of the `wasm` backend. */
export interface OwnKernel {
  readonly name: string;
  readonly run: KernelFunc;
}

/**
 * A kernel with typed inputs and attributes. The registry calls each kernel with exactly what the operation of that name passes
 * (tfjs-core `kernel_names.ts`), which its own type does not say.
 */
export function ownKernel<Inputs, Attributes>(name: string, run: (call: KernelCall<Inputs, Attributes>) => TensorInfo): OwnKernel {
  return { name, run: run as unknown as KernelFunc };
}

/** The backend's own kernel of that name, if it has one: the registry's type hides that it may not. */
export function kernelNamed(name: string, backendName: string): KernelConfig | undefined {
  return getKernel(name, backendName);
}

/** Puts a kernel in place of the backend's own of that name. */
export function replaceKernel({ name, run }: OwnKernel, backendName: string): void {
  if (kernelNamed(name, backendName)) unregisterKernel(name, backendName);
  registerKernel({ kernelName: name, backendName, kernelFunc: run });
}

/** Runs another kernel of the backend that gives one array. */
export function runKernel(
  name: string,
  backend: BackendWasm,
  inputs: Readonly<Record<string, TensorInfo>>,
  attrs: Readonly<Record<string, number | boolean | number[]>>,
): TensorInfo {
  return onlyOutput(name, givenKernel(name)({ inputs: { ...inputs }, attrs: { ...attrs }, backend }));
}

/** The function of a kernel that the backend surely has. */
export function givenKernel(name: string): KernelFunc {
  const kernel = kernelNamed(name, "wasm");
  if (!kernel) throw new Error(`The wasm backend has no kernel ${name}.`);
  return kernel.kernelFunc;
}

/** What a kernel gives that gives one array. */
export function onlyOutput(name: string, output: TensorInfo | TensorInfo[]): TensorInfo {
  const [only] = Array.isArray(output) ? output : [output];
  if (!only) throw new Error(`The kernel ${name} gives nothing.`);
  return only;
}

/** The same numbers under another shape; counts as one more user of the buffer. */
export function reshaped(backend: BackendWasm, { dataId, dtype }: TensorInfo, shape: readonly number[]): TensorInfo {
  backend.incRef(dataId);
  return { dataId, dtype, shape: [...shape] };
}
