import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { engine, setBackend } from "@tensorflow/tfjs-core";
import { BackendError } from "../backend-error.js";
import { backendsFolder } from "../installed.js";
import { probe, quietly } from "./probe.js";

/** TensorFlow's own library, for the CPU or for CUDA. */
export type TensorFlowName = "tfjs-node" | "tfjs-node-gpu";

/**
 * Starts the backend on TensorFlow's own library, after it was tried in a process of its own.
 * @returns what it computes on
 * @throws BackendError saying what is missing
 */
export async function openTensorFlow(name: TensorFlowName): Promise<string> {
  const folder = path.join(backendsFolder(), name);
  const main = path.join(folder, "index.cjs");
  if (!existsSync(main)) throw new BackendError("is not installed", `Install it with nnlint train --install ${name}.`);
  if (process.versions.electron !== undefined)
    throw new BackendError("needs Node.js, not the editor's own runtime", "Set nnlint.training.nodePath to a Node.js program.");
  const { version, gpu } = probe(folder);
  if (name === "tfjs-node-gpu" && !gpu)
    throw new BackendError("finds no CUDA device", "Install NVIDIA's driver for CUDA 12.5 or later, or train with --backend wasm.");
  load(main, name);
  if (!(await setBackend("tensorflow"))) throw new BackendError("does not start", `Install it again: nnlint train --install ${name}.`);
  return `${gpu ? "CUDA" : "the CPU"}, TensorFlow ${version}`;
}

let loaded: TensorFlowName | undefined;

/** Registers the backend; a process holds one such library. */
function load(main: string, name: TensorFlowName): void {
  if (loaded !== undefined && loaded !== name)
    throw new BackendError(`cannot be loaded beside ${loaded}`, "Ask for it by name with --backend.");
  loaded = name;
  for (const [key, value] of Object.entries(quietly)) process.env[key] ??= value;
  if (!engine().registryFactory.tensorflow) createRequire(main)(main);
}
