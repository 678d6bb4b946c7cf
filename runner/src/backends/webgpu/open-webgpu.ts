import { engine, registerBackend, setBackend } from "@tensorflow/tfjs-core";
import { BackendError } from "../backend-error.js";
import { reportDeviceFault } from "../device-faults.js";
import { findDawn, loadDawn } from "./dawn.js";
import { launchCheaply } from "./lean-dispatch.js";
import { mendTranspose } from "./transpose.js";

/** What opening the backend needs to know. */
export interface WebGpuOptions {
  /** Folders that may hold the package `webgpu`. */
  readonly packages: readonly string[];
  /** Takes a device that is a program on the CPU, too: right, but slower than any other backend. For tests. */
  readonly allowsSoftware: boolean;
}

/** What the types of the backend's own version of WebGPU do not say yet. */
type Adapter = GPUAdapter & { readonly info: GPUAdapterInfo & { readonly isFallbackAdapter: boolean } };

/**
 * Starts the WebGPU backend on the machine's graphics device.
 * @returns the device's name
 * @throws BackendError saying what is missing
 */
export async function openWebGpu({ packages, allowsSoftware }: WebGpuOptions): Promise<string> {
  const file = findDawn(packages);
  if (file === undefined) throw new BackendError("is not installed", "Install it with nnlint train --install webgpu.");
  const gpu = loadDawn(file);
  const adapter = (await gpu.requestAdapter({ powerPreference: "high-performance" })) as Adapter | null;
  if (!adapter) throw new BackendError("finds no graphics device", "Install the graphics card's driver, with Vulkan on Linux.");
  const name = nameOf(adapter.info);
  if (isSoftware(adapter.info) && !allowsSoftware)
    throw new BackendError(`finds only ${name}, a program on the CPU`, "Install the graphics card's driver, with Vulkan on Linux.");
  await register(gpu, adapter);
  if (!(await setBackend("webgpu"))) throw new BackendError("does not start", "Update the graphics card's driver.");
  return name;
}

/** Registers the backend on a device of our own, whose faults are heard from the start. */
async function register(gpu: GPU, adapter: Adapter): Promise<void> {
  if (engine().registryFactory.webgpu) return;
  const { limits } = adapter;
  const device = await adapter.requestDevice({
    requiredFeatures: adapter.features.has("timestamp-query") ? ["timestamp-query"] : [],
    requiredLimits: {
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  });
  // An invalid shader computes zeros and throws nothing: this event is all that tells.
  device.addEventListener("uncapturederror", (event) => {
    // Else the device prints it, too.
    event.preventDefault();
    reportDeviceFault(firstLine((event as GPUUncapturedErrorEvent).error.message));
  });
  void device.lost.then(({ reason, message }) => {
    if (reason !== "destroyed") reportDeviceFault(`it was lost (${firstLine(message)})`);
  });
  // Imported before `navigator.gpu` is there it registers its kernels, but no device of its own choice.
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  offerToBrowserCode(gpu);
  registerBackend(
    "webgpu",
    () => {
      const backend = new WebGPUBackend(device, adapter.info);
      launchCheaply(backend);
      return backend;
    },
    3,
  );
  mendTranspose();
}

/** The backend asks for `navigator.gpu`, as in a browser. Node.js has a navigator from version 21 on. */
function offerToBrowserCode(gpu: GPU): void {
  const { navigator } = globalThis as { readonly navigator?: object };
  if (navigator) Object.defineProperty(navigator, "gpu", { value: gpu, configurable: true });
  else Object.defineProperty(globalThis, "navigator", { value: { gpu, userAgent: "node" }, configurable: true });
}

/** Vulkan's devices that are programs on the CPU. */
const softwareDevices = /swiftshader|llvmpipe|lavapipe|software|basic render/iu;

function isSoftware(info: Adapter["info"]): boolean {
  return info.isFallbackAdapter || softwareDevices.test(Object.values(wordsOf(info)).join(" "));
}

function nameOf(info: GPUAdapterInfo): string {
  const { description, device, vendor } = wordsOf(info);
  return [description, device, vendor].find((word) => word !== "") ?? "a graphics device";
}

const wordsOf = ({ description, device, vendor, architecture }: GPUAdapterInfo) => ({ description, device, vendor, architecture });

const firstLine = (text: string) => text.split("\n", 1)[0] ?? "";
