import {
  findBackend,
  getKernelsForBackend,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type NamedTensorInfoMap,
  type TensorInfo,
} from "@tensorflow/tfjs-core";

/** Kernels of the wasm backend that give wrong numbers (tfjs 4.22: a running maximum that starts above 0, unset memory). */
const wrong: ReadonlySet<string> = new Set(["MaxPool3D", "MaxPool3DGrad", "Conv3DBackpropInputV2"]);

/** Lets the `cpu` backend compute what `backendName` cannot, or computes wrongly. */
export function fillFromCpu(backendName: string): void {
  const present = new Set(getKernelsForBackend(backendName).map(({ kernelName }) => kernelName));
  for (const kernel of getKernelsForBackend("cpu")) {
    if (present.has(kernel.kernelName) && !wrong.has(kernel.kernelName)) continue;
    if (present.has(kernel.kernelName)) unregisterKernel(kernel.kernelName, backendName);
    registerKernel(onCpu(kernel, backendName));
  }
}

/** The cpu kernel, with its inputs carried over and its results carried back. */
function onCpu({ kernelName, kernelFunc }: KernelConfig, backendName: string): KernelConfig {
  return {
    kernelName,
    backendName,
    kernelFunc: ({ inputs, attrs }) => {
      const [cpu, here] = [findBackend("cpu"), findBackend(backendName)];
      const carried: TensorInfo[] = [];
      const carry = (tensor: TensorInfo): TensorInfo => {
        const moved = { ...describe(tensor), dataId: cpu.write(here.readSync(tensor.dataId), tensor.shape, tensor.dtype) };
        carried.push(moved);
        return moved;
      };
      const results = kernelFunc({ inputs: carryAll(inputs, carry), attrs, backend: cpu });
      const back = (result: TensorInfo): TensorInfo => {
        const values = cpu.readSync(result.dataId);
        if (!carried.some(({ dataId }) => dataId === result.dataId)) cpu.disposeData(result.dataId);
        return { ...describe(result), dataId: here.write(values, result.shape, result.dtype) };
      };
      const output = Array.isArray(results) ? results.map(back) : back(results);
      for (const { dataId } of carried) cpu.disposeData(dataId);
      return output;
    },
  };
}

const describe = ({ shape, dtype }: TensorInfo): Omit<TensorInfo, "dataId"> => ({ shape, dtype });

function carryAll(inputs: NamedTensorInfoMap, carry: (tensor: TensorInfo) => TensorInfo): NamedTensorInfoMap {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      // Some operations pass a list under one name (`Concat` among others).
      const given: unknown = input;
      return [name, Array.isArray(given) ? given.map(carry) : input && carry(input)];
    }),
  ) as NamedTensorInfoMap;
}
