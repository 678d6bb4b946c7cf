// Trains one network on one backend for some seconds, as a run does, and prints one line of JSON:
//   measure <mlp|lenet|lstm> <backend> <seconds> <folder of the WebAssembly binaries> <folder of packages> [--software]
import * as tf from "@tensorflow/tfjs-core";
import { openBackend } from "../../runner/src/backends/open-backend.js";
import { buildNetwork } from "../../runner/src/network/build-network.js";
import { backendNames } from "../../runner/src/protocol/backend-names.js";
import { batchFor, measured, networkNamed } from "./networks.js";

/** The losses of so many first steps are printed: they are the same on every backend. */
const compared = 20;
const warmUp = 10;

const [, , wantedName, wantedBackend, seconds = "2", wasmFolder = "", packages = ""] = process.argv;
const name = measured.find((one) => one === wantedName);
const asked = backendNames.find((one) => one === wantedBackend);
if (!name || !asked) throw new Error(`Usage: measure <${measured.join("|")}> <backend> <seconds> <folder> <folder>`);

const network = networkNamed(name);
const backend = await openBackend(asked, {
  wasmFolder,
  network,
  allowsSoftware: process.argv.includes("--software"),
  packages: [packages],
});
if (asked !== "auto" && backend.name !== asked) throw new Error(backend.why);
const trainable = buildNetwork(network, { seed: 1, backend });
const batch = batchFor(name, network);
let steps = 0;
/** As in a run: the first ten steps are measured, then every tenth. */
const step = async () => {
  steps++;
  const { loss } = await trainable.fit(batch, { epoch: 0, statistics: steps <= 10 || steps % 10 === 0 });
  return loss;
};

const losses: number[] = [];
while (losses.length < compared) losses.push(await step());
for (let count = 0; count < warmUp; count++) await step();
const tensors = tf.memory().numTensors;
const [before, start] = [steps, performance.now()];
while (performance.now() - start < Number(seconds) * 1000) await step();
const stepsPerSecond = (steps - before) / ((performance.now() - start) / 1000);
const leak = tf.memory().numTensors - tensors;
process.stdout.write(`${JSON.stringify({ name, backend: backend.name, why: backend.why, stepsPerSecond, leak, losses })}\n`, () =>
  process.exit(0),
);
