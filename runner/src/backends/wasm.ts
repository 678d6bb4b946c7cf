import { backend, env, setBackend } from "@tensorflow/tfjs-core";
import { BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { BackendError } from "./backend-error.js";
import { batchMatMul } from "./kernels/batch-mat-mul.js";
import { convolutions } from "./kernels/convolution.js";
import { identity } from "./kernels/identity.js";
import { maxPoolGrad } from "./kernels/max-pool-grad.js";
import { fillFromCpu } from "./kernels/on-cpu.js";
import { replaceKernel } from "./kernels/own-kernel.js";
import { startProgram } from "./kernels/program.js";
import { slice } from "./kernels/slice.js";
import { sum } from "./kernels/sum.js";
import { unsortedSegmentSum } from "./kernels/unsorted-segment-sum.js";

let isMended = false;

/**
 * Starts the WebAssembly backend with kernels that can train: its own lack or miscompute several gradients.
 * @param folder where `tfjs-backend-wasm.wasm` and `tfjs-backend-wasm-simd.wasm` lie
 * @returns what it computes with
 * @throws BackendError when it does not start
 */
export async function openWasm(folder: string): Promise<string> {
  setWasmPaths(folder.endsWith("/") ? folder : `${folder}/`);
  // Threads gain nothing for nets of this size, and need a third binary.
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  const removeListeners = watchListeners();
  const isOpen = await setBackend("wasm");
  removeListeners();
  if (!isOpen) throw new BackendError("does not start", "Reinstall nnlint.");
  if (!isMended) {
    fillFromCpu("wasm");
    const program = startProgram(folder, opened());
    const products = [batchMatMul(program), ...convolutions(program)];
    const others = [identity, maxPoolGrad(program), slice(program), sum(program), unsortedSegmentSum];
    for (const kernel of [...products, ...others]) replaceKernel(kernel, "wasm");
    isMended = true;
  }
  return "the CPU";
}

function opened(): BackendWasm {
  const open = backend();
  if (!(open instanceof BackendWasm)) throw new BackendError("is not the one that was started", "Reinstall nnlint.");
  return open;
}

const watched = ["uncaughtException", "unhandledRejection"] as const;

/** The loader listens for uncaught errors and throws them again, with its whole source above the message. They are the process's own. */
function watchListeners(): () => void {
  const before = watched.map((event) => new Set<unknown>(process.rawListeners(event)));
  return () =>
    watched.forEach((event, index) => {
      for (const listener of process.rawListeners(event))
        if (before[index]?.has(listener) !== true) process.removeListener(event, listener as (...args: unknown[]) => void);
    });
}
