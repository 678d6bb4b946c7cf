import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { nnet } from "../../core/src/frontends/nnet/index.js";
import { trainingJob, type WrittenJob } from "../../runner/src/protocol/job.js";
import { chooseNetwork } from "../../runner/src/run/choose-network.js";
import { RunControl } from "../../runner/src/run/control.js";
import { probe } from "../../runner/src/run/probes.js";
import { prepareGround, prepareRun } from "../../runner/src/run/prepare-run.js";
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

const textOf = (file: string) => readFileSync(path.join(folder, `${file}.nnet`), "utf8");

/** Trains a network in this process, and says what the run finds. */
export async function findingsOf({ file, network }: Calibrated, options: Partial<WrittenJob>): Promise<readonly Symptom[]> {
  const job = trainingJob.parse({
    ...{ text: textOf(file), path: path.join(folder, `${file}.nnet`), network, notation: "nnet", backend: "wasm", usualSeconds: 300 },
    ...options,
  });
  const control = new RunControl(() => performance.now());
  const prepared = await prepareRun(
    await prepareGround(job, chooseNetwork(job), { control, write: () => undefined, wasmFolder }),
    job,
    control,
  );
  try {
    const events = prepared.run.go();
    while ((await events.next()).done !== true);
    return findSymptoms(prepared.run, prepared.chosen.network, await probe(prepared.run, prepared.probes));
  } finally {
    prepared.trainable.dispose();
  }
}
