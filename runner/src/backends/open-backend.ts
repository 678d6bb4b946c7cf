import { enableProdMode, setBackend } from "@tensorflow/tfjs-core";
import "./register-gradients.js";
import "@tensorflow/tfjs-backend-cpu";
import type { Network } from "../../../core/src/model/network.js";
import type { AskedBackend, BackendName } from "../protocol/backend-names.js";
import { failingKernels } from "./gradient-checks.js";
import { openWasm } from "./wasm.js";

/** A backend that is active and gives right gradients. */
export interface Backend {
  readonly name: BackendName;
  readonly asked: AskedBackend;
  /** Why it is this one, for the user. */
  readonly why: string;
}

/** No backend, or not the one that was asked for, can be used. */
export class BackendError extends Error {
  override readonly name = "BackendError";
  /** @param hint what to do next */
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** What opening a backend needs to know. */
export interface BackendOptions {
  /** Folder of the WebAssembly binaries. */
  readonly wasmFolder: string;
  /** The network to be trained: its kernels are tried first. All kernels without one. */
  readonly network?: Network;
}

interface Candidate {
  readonly name: BackendName;
  /** Starts it; absent for backends that this build does not have. */
  readonly open?: (options: BackendOptions) => Promise<boolean>;
}

/** In the order in which `auto` tries them. */
const candidates: readonly Candidate[] = [
  { name: "tfjs-node-gpu" },
  { name: "webgpu" },
  { name: "tfjs-node" },
  { name: "wasm", open: ({ wasmFolder }) => openWasm(wasmFolder) },
  { name: "cpu", open: () => setBackend("cpu") },
];

/**
 * Makes a backend active whose gradients are right for this network. One that cannot start or computes a gradient wrongly is passed
 * over, by name, for the next.
 * @throws BackendError when the one that was asked for is not in this build, or none works
 */
export async function openBackend(asked: AskedBackend, options: BackendOptions): Promise<Backend> {
  const first = asked === "auto" ? 0 : candidates.findIndex(({ name }) => name === asked);
  if (asked !== "auto" && !candidates[first]?.open)
    throw new BackendError(
      `The backend ${asked} is not part of this build.`,
      "Ask for wasm, which is fast, or cpu, or leave the choice to auto.",
    );
  // Else the cpu backend prints an advertisement for another one.
  enableProdMode();
  const passed: string[] = [];
  for (const { name, open } of candidates.slice(first)) {
    if (!open) continue;
    const problem = await problemOf(() => open(options), options.network);
    if (problem === undefined) return { name, asked, why: reason(asked, name, passed) };
    passed.push(`${name} ${problem}`);
  }
  throw new BackendError(`No backend works: ${passed.join("; ")}.`, "Reinstall nnlint; if that does not help, report the message above.");
}

/** Why a backend cannot be used; `undefined` when it can. */
async function problemOf(open: () => Promise<boolean>, network: Network | undefined): Promise<string | undefined> {
  try {
    if (!(await open())) return "did not start";
  } catch (error) {
    return `did not start (${error instanceof Error ? error.message : String(error)})`;
  }
  const failing = failingKernels(network);
  return failing.length === 0 ? undefined : `gives wrong gradients (${failing.join(", ")})`;
}

function reason(asked: AskedBackend, name: BackendName, passed: readonly string[]): string {
  if (passed.length > 0) return passed.join("; ");
  return asked === "auto" ? `the fastest backend of this build that works here is ${name}` : "as asked";
}
