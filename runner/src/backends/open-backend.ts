import { enableProdMode, getBackend, setBackend } from "@tensorflow/tfjs-core";
import "./register-gradients.js";
import "@tensorflow/tfjs-backend-cpu";
import type { Network } from "../../../core/src/model/network.js";
import { isRecurrent } from "../../../core/src/resolve/layers-of.js";
import type { AskedBackend, BackendName } from "../protocol/backend-names.js";
import { BackendError } from "./backend-error.js";
import { packageFolders } from "./installed.js";
import { selfTest } from "./self-test.js";
import { openTensorFlow } from "./tensorflow/open-tensorflow.js";
import { openWasm } from "./wasm.js";
import { openWebGpu } from "./webgpu/open-webgpu.js";

/** A backend that is active and gives right gradients. */
export interface Backend {
  readonly name: BackendName;
  /** Its name in TensorFlow.js. */
  readonly engine: string;
  readonly asked: AskedBackend;
  /** Why it is this one, for the user. */
  readonly why: string;
}

/** What opening a backend needs to know. */
export interface BackendOptions {
  /** Folder of the WebAssembly binaries. */
  readonly wasmFolder: string;
  /** The network to be trained: its kernels are tried first. All kernels without one. */
  readonly network?: Network;
  /** Takes graphics devices that are programs on the CPU, too, which are slower than any other backend. For tests. */
  readonly allowsSoftware?: boolean;
  /** Folders of packages with backends, beside what was installed for nnlint. */
  readonly packages?: readonly string[];
  /** Files that the kernels come from, beside that folder: while they stay as they are, kernels that were right are not tried again. */
  readonly programs?: readonly string[];
}

interface Candidate {
  readonly name: BackendName;
  /** Starts it and says with what it computes. */
  readonly open: (options: BackendOptions) => Promise<string>;
}

/** In the order in which `auto` tries them. */
const candidates: readonly Candidate[] = [
  { name: "tfjs-node-gpu", open: () => openTensorFlow("tfjs-node-gpu") },
  {
    name: "webgpu",
    open: ({ allowsSoftware = false, packages }) => openWebGpu({ packages: packageFolders("webgpu", packages), allowsSoftware }),
  },
  { name: "tfjs-node", open: () => openTensorFlow("tfjs-node") },
  { name: "wasm", open: ({ wasmFolder }) => openWasm(wasmFolder) },
  { name: "cpu", open: openCpu },
];

async function openCpu(): Promise<string> {
  if (!(await setBackend("cpu"))) throw new BackendError("does not start", "Reinstall nnlint.");
  return "plain JavaScript";
}

/**
 * Makes a backend active whose gradients are right for this network. One that cannot start or computes a gradient wrongly is passed
 * over, by name, for the next.
 * @throws BackendError when none works
 */
export async function openBackend(asked: AskedBackend, options: BackendOptions): Promise<Backend> {
  // Else the cpu backend prints an advertisement for another one.
  enableProdMode();
  const passed: Passed[] = [];
  for (const candidate of candidatesFor(asked, options.network)) {
    const { name } = candidate;
    const tried = await tryOut(candidate, options);
    if ("device" in tried) return { name, engine: getBackend(), asked, why: reason(asked, name, tried.device, passed) };
    passed.push({ name, problem: tried.problem });
  }
  throw new BackendError(
    `No backend works: ${passedOver(passed).join("; ")}.`,
    "Reinstall nnlint; if that does not help, report the message above.",
  );
}

/** The one that is asked for, and those after it. Series go faster on `wasm`, whose kernels take them whole, than through TensorFlow's library. */
function candidatesFor(asked: AskedBackend, network: Network | undefined): readonly Candidate[] {
  if (asked !== "auto") return candidates.slice(candidates.findIndex(({ name }) => name === asked));
  if (!network?.layers.some(isRecurrent)) return candidates;
  const isSlower = ({ name }: Candidate) => name === "tfjs-node";
  const others = candidates.filter((one) => !isSlower(one));
  return [...others.slice(0, -1), ...candidates.filter(isSlower), ...others.slice(-1)];
}

type Tried = { readonly device: string } | { readonly problem: string };

/** What a backend computes with, or why it cannot be used. */
async function tryOut({ name, open }: Candidate, options: BackendOptions): Promise<Tried> {
  const { network, wasmFolder, programs } = options;
  try {
    const device = await open(options);
    const failing = await selfTest({ backend: name, device, network, programs: programs ? [...programs, wasmFolder] : [] });
    return failing.length === 0 ? { device } : { problem: `gives wrong gradients (${failing.join(", ")})` };
  } catch (error) {
    if (error instanceof BackendError) return { problem: error.message };
    return { problem: `did not start (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** A backend that was tried in vain. */
interface Passed {
  readonly name: BackendName;
  readonly problem: string;
}

function reason(asked: AskedBackend, name: BackendName, device: string, passed: readonly Passed[]): string {
  const chosen = asked === name ? `as asked, on ${device}` : `${name}, on ${device}, is the first that works here`;
  return [chosen, ...passedOver(passed)].join("; ");
}

/** Those with the same problem together: three are usually not installed. */
function passedOver(passed: readonly Passed[]): readonly string[] {
  const problems = [...new Set(passed.map(({ problem }) => problem))];
  return problems.map((problem) => {
    const names = passed.filter((one) => one.problem === problem).map(({ name }) => name);
    return names.length === 1 ? `${names.join("")} ${problem}` : `${names.join(", ")}: ${problem.replace(/^is /, "")}`;
  });
}
