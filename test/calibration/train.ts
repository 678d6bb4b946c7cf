import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { nnet } from "../../core/src/frontends/nnet/index.js";
import type { RunEvent } from "../../runner/src/protocol/events.js";
import { trainingJob, type WrittenJob } from "../../runner/src/protocol/job.js";
import { chooseNetwork } from "../../runner/src/run/choose-network.js";
import { RunControl } from "../../runner/src/run/control.js";
import { probe } from "../../runner/src/run/probes.js";
import { prepareGround, prepareRun, type PreparedRun } from "../../runner/src/run/prepare-run.js";
import { findSymptoms } from "../../runner/src/symptoms/find-symptoms.js";
import type { Symptom } from "../../runner/src/symptoms/symptom.js";
import { wasmFolder } from "../unit/runner/opening.js";

/** Each file holds networks whose run must show the finding of its name; `healthy.nnet` those that must show none. */
const folder = fileURLToPath(new URL("networks/", import.meta.url));

/** A network that is trained to see what the run finds. */
export interface Calibrated {
  readonly file: string;
  readonly network: string;
}

/** The files' names without `.nnet`. */
export function calibrationFiles(): readonly string[] {
  return readdirSync(folder)
    .map((name) => path.basename(name, ".nnet"))
    .sort();
}

/** The networks of one file. */
export function networksOf(file: string): readonly Calibrated[] {
  const { networks } = nnet.read(textOf(file), { version: null, configuration: { preset: "recommended", rules: {} } });
  return networks.map(({ name }) => ({ file, network: name }));
}

/** What the networks of a file have in common: the comment that it begins with. */
export function headOf(file: string): string {
  const lines = textOf(file).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^\/\/ ?/, ""))
    .join(" ");
}

const textOf = (file: string) => readFileSync(path.join(folder, `${file}.nnet`), "utf8");

/** Trains a network in this process, and says what the run finds. */
export async function findingsOf({ file, network }: Calibrated, options: Partial<WrittenJob>): Promise<readonly Symptom[]> {
  const job = { text: textOf(file), path: path.join(folder, `${file}.nnet`), network, ...options };
  return trained(job, async ({ run, chosen, probes }) => findSymptoms(run, chosen.network, await probe(run, probes)));
}

/** Trains a text in this process to its end. */
export async function trainText(text: string, place: string, options: Partial<WrittenJob>) {
  let accuracy: number | null | undefined;
  let testLoss: number | null | undefined;
  await trained(
    { text, path: place, ...options },
    () => Promise.resolve(),
    (event) => {
      if (event.event !== "epoch") return;
      accuracy = event.metric.accuracy;
      testLoss = event.testLoss;
    },
  );
  return { accuracy, testLoss };
}

async function trained<T>(
  options: Pick<WrittenJob, "text" | "path"> & Partial<WrittenJob>,
  judge: (prepared: PreparedRun) => Promise<T>,
  hear: (event: RunEvent) => void = () => undefined,
): Promise<T> {
  const job = trainingJob.parse({ notation: "nnet", backend: "wasm", usualSeconds: 300, ...options });
  const control = new RunControl(() => performance.now());
  const ground = await prepareGround(job, chooseNetwork(job), { control, write: () => undefined, wasmFolder });
  const prepared = await prepareRun(ground, job, control);
  try {
    for await (const event of prepared.run.go()) if (event) hear(event);
    return await judge(prepared);
  } finally {
    prepared.trainable.dispose();
  }
}
