import path from "node:path";
import { openBackend, type Backend } from "../backends/open-backend.js";
import { readData, type RunData } from "../data/read-data.js";
import type { TrainableNetwork, Unsupported } from "../engine.js";
import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { buildNetwork } from "../network/build-network.js";
import { feasibility } from "../network/feasibility.js";
import { memorizing } from "../network/memorizing.js";
import { placeOf } from "../network/refusal.js";
import type { StartEvent } from "../protocol/events.js";
import type { TrainingJob } from "../protocol/job.js";
import type { ChosenNetwork } from "./choose-network.js";
import { configHash } from "./config-hash.js";
import type { RunControl } from "./control.js";
import { FileReading } from "./file-reading.js";
import { limitsOf } from "./limits.js";
import type { ProbeSetup } from "./probes.js";
import type { RunSurroundings } from "./run-job.js";
import { RunProblem } from "./run-problem.js";
import { TrainingRun } from "./train.js";
import { loadWeights } from "./weights-file.js";

/** The seed where neither the job nor the config says one. */
const usualSeed = 123;
const usualBatchSize = 32;

/** What runs of one config have in common. */
export interface Ground {
  readonly chosen: ChosenNetwork;
  readonly seed: number;
  readonly shuffle: boolean;
  readonly batchSize: number;
  readonly data: RunData;
  readonly backend: Backend;
}

/** A run that is ready to go. */
export interface PreparedRun {
  readonly chosen: ChosenNetwork;
  readonly trainable: TrainableNetwork;
  readonly run: TrainingRun;
  readonly start: StartEvent;
  readonly probes: ProbeSetup;
}

type Surroundings = Pick<RunSurroundings, "wasmFolder" | "control" | "write"> & Partial<Pick<RunSurroundings, "script">>;

/** Reads the data and opens the backend for a network. @throws RunProblem, DataError, BackendError */
export async function prepareGround(
  job: TrainingJob,
  chosen: ChosenNetwork,
  { wasmFolder, script, control, write }: Surroundings,
): Promise<Ground> {
  const { network } = chosen;
  const { refused } = feasibility(network);
  if (refused.length > 0) throw refusal(network, refused);
  const seed = job.seed ?? valueOf(network.train.seed) ?? usualSeed;
  const shuffle = job.shuffle ?? valueOf(network.data.shuffle) ?? true;
  const batchSize = job.batchSize ?? valueOf(network.train.batchSize) ?? usualBatchSize;
  const data = await readData(network, {
    folder: path.dirname(job.path),
    file: job.data,
    seed,
    shuffle,
    reading: new FileReading(control, write),
  });
  const backend = await openBackend(job.backend, {
    wasmFolder: job.wasmFolder ?? wasmFolder,
    network,
    ...(script !== undefined && { programs: [script] }),
  });
  return { chosen, seed, shuffle, batchSize, data, backend };
}

/**
 * Builds a network on prepared ground.
 * @param network the chosen one, or a variant of it that takes the same data
 * @throws RunProblem when the initial weights do not fit
 */
export async function prepareRun(
  ground: Ground,
  job: TrainingJob,
  control: RunControl,
  network: Network = ground.chosen.network,
): Promise<PreparedRun> {
  const { seed, shuffle, batchSize, data, backend } = ground;
  const trainable = buildNetwork(network, { seed, backend });
  if (job.initialWeights !== undefined) await loadWeights(trainable, job.initialWeights);
  const run = new TrainingRun({
    ...{ trainable, data, batchSize, shuffle, seed, control },
    limits: limitsOf(network, job),
    pretrainingPasses: Number(valueOf(network.train.pretrain) ?? 0),
  });
  return {
    ...{ chosen: { ...ground.chosen, network }, trainable, run },
    start: startEvent(network, trainable, ground),
    probes: { network, trainable, control, ...data, memorizing: () => buildNetwork(memorizing(network), { seed, backend }) },
  };
}

function startEvent(network: Network, { parameters }: TrainableNetwork, { backend, data, seed, batchSize }: Ground): StartEvent {
  const { name, asked, why } = backend;
  return {
    event: "start",
    v: 1,
    network: network.name,
    configHash: configHash(network),
    ...{ backend: name, asked, why, parameters },
    examples: { train: data.train.count, test: data.test?.count ?? 0 },
    data: data.source,
    ...{ seed, batchSize },
    unsupported: [...feasibility(network).departures, ...data.departures, ...departuresOfRun(network, data)],
  };
}

/** What the run itself does otherwise than the config says. */
function departuresOfRun({ train }: Network, { test }: RunData): Unsupported[] {
  if (!isKnown(train.earlyStopping) || test) return [];
  const score = valueOf(train.earlyStopping.value.args.score) ?? "testLoss";
  if (score !== "testLoss") return [];
  return [{ setting: train.earlyStopping.path, reason: "there is no test data, so that the training loss decides when to stop" }];
}

function refusal(network: Network, refused: readonly Unsupported[]): RunProblem {
  const { name } = network;
  const reasons = refused.map(({ setting, reason }) => `${placeOf(setting, network)}: ${reason}`);
  return new RunProblem(
    `The network ${name} cannot be trained: ${reasons.join("; ")}.`,
    "Change what is named, or train it with Deeplearning4j itself.",
  );
}
