import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BackendError } from "../backend-error.js";
import { probe } from "../tensorflow/probe.js";
import type { TensorFlowName } from "../tensorflow/open-tensorflow.js";
import { fetchPackages } from "./fetch-packages.js";
import { inPlace } from "./in-place.js";
import lock from "./tensorflow-lock.json" with { type: "json" };
import wheels from "./tensorflow-wheels.json" with { type: "json" };

/** The first time on a new graphics card its driver compiles what the library computes with. */
const secondsToTry = 120;

/** Packages that only other parts of tfjs-node ask for are left out: an empty one stands in their place. */
const leftOut = ["@tensorflow/tfjs", "@mapbox/node-pre-gyp", "adm-zip", "https-proxy-agent", "progress", "rimraf", "tar"];

/**
 * Puts TensorFlow's library out of its wheel for Python, tfjs-node's JavaScript and our build of its addon into a folder, and tries
 * them. Wheels that were fetched stay until all is done, so that a broken-off installation goes on where it was.
 * @param addonFolder holds the addon and what loads it
 * @returns what it computes with
 * @throws BackendError saying what is missing
 */
export function installTensorFlow(name: TensorFlowName, folder: string, addonFolder: string): string {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new BackendError(`${name} is installed on Linux with an x64 processor only.`, "Install webgpu, or train with --backend wasm.");
  const fetched = `${folder}.wheels`;
  fetchWheels(name, fetched);
  inPlace(folder, (fresh) => {
    const overrides = Object.fromEntries(leftOut.map((one) => [one, "npm:noop2@2.0.0"]));
    fetchPackages(fresh, lock, { name: `nnlint-${name}`, overrides });
    // What tfjs-node needs of the whole is its core.
    const whole = path.join(fresh, "node_modules", "@tensorflow", "tfjs");
    rmSync(whole, { recursive: true, force: true });
    mkdirSync(whole, { recursive: true });
    writeFileSync(path.join(whole, "index.js"), 'module.exports = require("@tensorflow/tfjs-core");\n');
    python([path.join(addonFolder, "unpack.py"), fetched, path.join(fresh, "lib")], "unpack the library");
    for (const file of ["index.cjs", "probe.cjs"]) cpSync(path.join(addonFolder, file), path.join(fresh, file));
    cpSync(path.join(addonFolder, "linux-x64", "tfjs_binding.node"), path.join(fresh, "tfjs_binding.node"));
    probe(fresh, secondsToTry);
  });
  rmSync(fetched, { recursive: true, force: true });
  // remembered from the trial above
  const { version, gpu } = probe(folder);
  if (name === "tfjs-node") return `TensorFlow ${version} on the CPU`;
  return gpu ? `TensorFlow ${version} on CUDA` : `TensorFlow ${version}; it finds no CUDA device here, so trainings will pass it over`;
}

/** Python's own installer fetches the wheels and checks each against its hash; those that are there already it leaves alone. */
function fetchWheels(name: TensorFlowName, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const requirements = path.join(folder, "requirements.txt");
  writeFileSync(requirements, wheels[name].map((wheel) => `${wheel.name}==${wheel.version} --hash=sha256:${wheel.sha256}\n`).join(""));
  // The library is the same for every Python; that of 3.11 is taken.
  const kind = ["--implementation", "cp", "--python-version", "3.11", "--only-binary=:all:", "--no-deps"];
  const platforms = ["2014_x86_64", "_2_17_x86_64", "_2_27_x86_64", "1_x86_64"].flatMap((one) => ["--platform", `manylinux${one}`]);
  python(["-m", "pip", "--version"], "find pip, which fetches TensorFlow's library");
  python(
    ["-m", "pip", "download", "--require-hashes", "-r", requirements, "-d", folder, ...kind, ...platforms],
    "fetch TensorFlow's library",
  );
}

/** Runs Python; what it says of its progress goes to standard error. */
function python(args: readonly string[], purpose: string): void {
  const { status, error } = spawnSync("python3", args, { stdio: ["ignore", args.includes("--version") ? "ignore" : 2, "inherit"] });
  if (error || status !== 0)
    throw new BackendError(
      `python3 could not ${purpose}${error ? `: ${error.message}` : ""}.`,
      args.includes("--version")
        ? "Install Python 3 with pip (on Debian and Ubuntu: apt install python3-pip), and run the command again."
        : "Look at the message above, and run the command again: it goes on where it was.",
    );
}
