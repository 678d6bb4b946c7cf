import { env, util, type TensorInfo } from "@tensorflow/tfjs-core";
import type { WebGPUBackend, WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu";

type Uniform = readonly { type: string; data: number[] }[];

/** Members of the backend that its types keep to itself (tfjs 4.22 `backend_webgpu.ts`). */
interface Inside {
  readonly device: GPUDevice;
  readonly queue: GPUQueue;
  readonly tensorMap: WebGPUBackend["tensorMap"];
  readonly bufferManager: WebGPUBackend["bufferManager"];
  readonly commandQueueOwnedIds: WeakSet<object>;
  readonly uniformPendingDisposal: GPUBuffer[];
  readonly activeTimers?: unknown;
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  dispatchCountInPass: number;
  makeUniforms: (uniform: Uniform) => GPUBufferBinding;
  uploadToGPU: (dataId: object) => void;
  recordAndSubmit: (program: WebGPUProgram, output: TensorInfo, inputs: readonly TensorInfo[], uniform?: Uniform) => void;
  submitQueue: () => void;
  ensureCommandEncoderReady: () => void;
  endComputePassEncoder: () => void;
}

/** Programs that are recorded before they are handed to the device: each handing over costs as much as many recordings. */
const batchSize = 128;

/** Kept uniforms and bind groups, at most: what is over that is made anew. A step needs some hundreds. */
const mostKept = 8192;

/**
 * Makes launching a program cheap. A training step launches the same programs on buffers of the same pool again and again, but the
 * backend fills a new uniform buffer and makes a new bind group for each launch, and hands every fifteenth over by itself.
 */
export function launchCheaply(backend: WebGPUBackend): void {
  const inside = backend as unknown as Inside;
  env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", batchSize);
  keepUniforms(inside);
  uploadByQueue(inside);
  const stock = inside.recordAndSubmit.bind(inside);
  const bindGroupFor = bindGroups(inside);
  inside.recordAndSubmit = (program, output, inputs, uniform) => {
    const { pipeline } = program;
    if (inside.activeTimers || program.pixelsOpType !== undefined || !pipeline || "then" in pipeline) {
      stock(program, output, inputs, uniform);
      return;
    }
    const uniforms = inside.makeUniforms(uniformsOf(program, output, inputs, uniform));
    for (const { dataId } of [output, ...inputs]) inside.commandQueueOwnedIds.add(dataId);
    inside.ensureCommandEncoderReady();
    inside.computePassEncoder ??= inside.commandEncoder?.beginComputePass() ?? null;
    inside.computePassEncoder?.setPipeline(pipeline);
    inside.computePassEncoder?.setBindGroup(0, bindGroupFor(pipeline, [output, ...inputs], uniforms));
    inside.computePassEncoder?.dispatchWorkgroups(...program.dispatch);
    inside.dispatchCountInPass++;
    if (inside.dispatchCountInPass < batchSize) return;
    inside.endComputePassEncoder();
    inside.submitQueue();
  };
}

/** In the order in which the backend's shaders declare them. */
function uniformsOf(program: WebGPUProgram, output: TensorInfo, inputs: readonly TensorInfo[], own: Uniform = []): Uniform {
  const shapes = [...inputs, output].flatMap(({ shape }) => [
    { type: "int32", data: shape },
    { type: "int32", data: util.computeStrides(shape) },
  ]);
  const size = util.sizeFromShape(program.outputShape) / (program.outputComponent ?? 1);
  return [
    { type: "float32", data: [NaN] },
    { type: "float32", data: [Infinity] },
    ...shapes,
    ...(program.size === true ? [{ type: "int32", data: [size] }] : []),
    ...own,
  ];
}

/** Uniforms that come a second time stay on the device. */
function keepUniforms(inside: Inside): void {
  const make = inside.makeUniforms.bind(inside);
  const kept = new Map<string, GPUBufferBinding>();
  let seen = new Set<string>();
  inside.makeUniforms = (uniform) => {
    const key = uniform.map(({ type, data }) => `${type}${data.join()}`).join(";");
    const known = kept.get(key);
    if (known) return known;
    if (!seen.has(key) || kept.size >= mostKept) {
      if (seen.size >= mostKept) seen = new Set();
      seen.add(key);
      return make(uniform);
    }
    const binding = make(uniform);
    // Else its buffer would go back to the pool with the next handing over.
    inside.uniformPendingDisposal.pop();
    kept.set(key, binding);
    return binding;
  };
}

/** Values go to the device through its queue, which is cheaper than the backend's way through a buffer made for each. */
function uploadByQueue(inside: Inside): void {
  const stock = inside.uploadToGPU.bind(inside);
  inside.uploadToGPU = (dataId) => {
    const data = inside.tensorMap.get(dataId);
    const { values, dtype, shape } = data;
    if (data.resource) return;
    const bytes = values instanceof Float32Array || values instanceof Int32Array ? values : undefined;
    if (!bytes || (dtype === "float32") !== bytes instanceof Float32Array) {
      stock(dataId);
      return;
    }
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const buffer = inside.bufferManager.acquireBuffer(4 * util.sizeFromShape(shape), usage);
    inside.queue.writeBuffer(buffer, 0, bytes as Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>);
    Object.assign(data, { resource: buffer, values: null });
  };
}

/** Bind groups by what they bind: the pool hands out the same buffers in the same order at every step. */
function bindGroups({ device, tensorMap }: Inside) {
  const numbers = new WeakMap<object, number>();
  let count = 0;
  const numberOf = (thing: object): number => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    numbers.set(thing, ++count);
    return count;
  };
  const kept = new Map<string, GPUBindGroup>();
  return (pipeline: GPUComputePipeline, tensors: readonly TensorInfo[], uniforms: GPUBufferBinding): GPUBindGroup => {
    const bound = tensors.map(({ dataId }) => ({ buffer: tensorMap.get(dataId).resource as GPUBuffer }));
    const all = [...bound, uniforms];
    const key = `${numberOf(pipeline)}:${all.map(({ buffer }) => numberOf(buffer)).join()}`;
    const known = kept.get(key);
    if (known) return known;
    const entries = all.map((resource, binding) => ({ binding, resource }));
    const group = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, group);
    return group;
  };
}
