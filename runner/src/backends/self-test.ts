import { readdirSync, statSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { Network } from "../../../core/src/model/network.js";
import type { BackendName } from "../protocol/backend-names.js";
import { checksFor, failingKernels } from "./gradient-checks.js";
import { recall, remember } from "./remembered.js";

/** What is tried. */
export interface Trial {
  readonly backend: BackendName;
  /** What it computes with, in words. */
  readonly device: string;
  /** The network to be trained: its kernels are tried. All kernels without one. */
  readonly network: Network | undefined;
  /** Files and folders that the kernels come from: while they stay as they are, so does the answer. Without any nothing is remembered. */
  readonly programs: readonly string[];
}

/** A graphics card's driver changes beneath us, so such a backend is tried before each run. */
const onProcessor: ReadonlySet<BackendName> = new Set(["tfjs-node", "wasm", "cpu"]);

const answer = z.object({ failing: z.tuple([]) });

/**
 * The kernels of the open backend that give wrong gradients. That all are right is remembered for this backend, these kernels, this
 * Node.js and this processor; what is wrong is tried again each time.
 * @throws BackendError for a device's fault
 */
export async function selfTest(trial: Trial): Promise<readonly string[]> {
  const key = keyOf(trial);
  const known = key === undefined ? undefined : recall(key, answer);
  if (known) return known.failing;
  const failing = await failingKernels(trial.network);
  if (key !== undefined && failing.length === 0) remember(key, { failing });
  return failing;
}

function keyOf({ backend, device, network, programs }: Trial): string | undefined {
  if (programs.length === 0 || !onProcessor.has(backend)) return undefined;
  const kernels = checksFor(network).map(({ kernel }) => kernel);
  const machine = [process.version, process.arch, cpus()[0]?.model];
  return JSON.stringify(["self-test", backend, device, kernels, programs.map(versionOf), machine]);
}

/** Changes with every new build: size and time of a file, or of all files in a folder. */
function versionOf(program: string): readonly number[] {
  const about = statSync(program);
  if (about.isDirectory())
    return readdirSync(program)
      .sort()
      .flatMap((name) => versionOf(path.join(program, name)));
  return [about.size, about.mtimeMs];
}
