import * as tf from "@tensorflow/tfjs-core";
import type { WebGPUBackend, WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu";

/** One program of ours for the device: `workgroups` groups of `threads` threads, each running the body. */
export interface DeviceProgram {
  /** Names what the code depends on beside the ranks and types of its arrays. */
  readonly key: string;
  /** WGSL: functions and the group's memory. */
  readonly declarations: string;
  /** WGSL: reads the inputs by their names and writes `result`. */
  readonly body: string;
  readonly threads: number;
  readonly workgroups: number;
  readonly shape: readonly number[];
}

/** Whether the active backend runs such programs. */
export function hasDevice(): boolean {
  return tf.getBackend() === "webgpu";
}

/** Runs a program on the active device. @param inputs by the names under which the code reads them */
export function runProgram(
  { key, declarations, body, threads, workgroups, shape }: DeviceProgram,
  inputs: Readonly<Record<string, tf.Tensor>>,
): tf.Tensor {
  const backend = tf.backend() as unknown as WebGPUBackend;
  const program: WebGPUProgram = {
    variableNames: Object.keys(inputs),
    outputShape: [...shape],
    workgroupSize: [threads, 1, 1],
    // Two dimensions: then the frame around the code leaves the threads' places to it.
    dispatchLayout: { x: [0], y: [1] },
    dispatch: [workgroups, 1, 1],
    shaderKey: key,
    // The frame binds its uniforms, which must be used for that.
    getUserCode: () => `${declarations}\nfn main() {\n_ = uniforms.NAN;\n${body}\n}`,
  };
  return tf.engine().makeTensorFromTensorInfo(backend.runWebGPUProgram(program, Object.values(inputs), "float32"), backend);
}
