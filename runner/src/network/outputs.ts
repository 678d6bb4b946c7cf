import { clone, type Tensor } from "@tensorflow/tfjs-core";
import { throwDeviceFault } from "../backends/device-faults.js";
import type { NumberArray } from "../engine.js";
import type { Activations } from "../layers/layer-math.js";
import { toOutside } from "./batch-tensors.js";
import type { NetworkLayer } from "./network-layer.js";

/** What the output layers give, in Deeplearning4j's layout, by their names. Called inside `tidy`. */
export function outputsOf(layers: readonly NetworkLayer[], given: ReadonlyMap<string, Activations>): Record<string, Tensor> {
  const outputs = layers.flatMap(({ layer, math, hasChannelsLast }) => {
    const preactivation = given.get(layer.name);
    if (!math.output || !preactivation) return [];
    const activated = math.output.activate(preactivation.tensor);
    // The identity gives its own input, which lives no longer than the pass.
    return [[layer.name, clone(toOutside({ ...preactivation, tensor: activated }, hasChannelsLast))] as const];
  });
  return Object.fromEntries(outputs);
}

/** Fetches arrays and frees them. */
export async function readAll(tensors: Readonly<Record<string, Tensor>>): Promise<Record<string, NumberArray>> {
  const arrays: Record<string, NumberArray> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    const { shape } = tensor;
    arrays[name] = { shape, values: await readNumbers(tensor) };
  }
  return arrays;
}

/** Fetches the numbers of one array and frees it. @throws BackendError when the device failed before */
export async function readNumbers(tensor: Tensor): Promise<Float32Array> {
  const values = Float32Array.from(await tensor.data());
  throwDeviceFault();
  tensor.dispose();
  return values;
}
