import type { Network } from "../../../core/src/model/network.js";
import { batchOf, type Dataset } from "../data/dataset.js";
import type { LabelKind } from "../data/outputs.js";
import type { Batch, NumberArray, TrainableNetwork } from "../engine.js";
import { isAtChance } from "../symptoms/chance-level.js";
import { flatFall } from "../symptoms/loss-flat.js";
import type { RunControl } from "./control.js";
import { scoreOf } from "./evaluate.js";
import type { RunHistory } from "./history.js";

/** What is tried after a run that did not learn. */
export interface Probes {
  /** The loss with the inputs as they are, and with all of them 0. */
  readonly zeroed?: { readonly with: number; readonly without: number; readonly examples: number };
  /** Whether the network can learn a few examples by heart. */
  readonly memorized?: Memorized;
}

/** What came of learning a few examples by heart. */
export interface Memorized {
  readonly isLearnt: boolean;
  readonly examples: number;
  readonly steps: number;
  readonly first: number;
  readonly last: number;
  /** Share of classes that are right; `null` for numbers. */
  readonly right: number | null;
}

export const noProbes: Probes = {};

/** How the probes try. */
export const probeOptions = {
  zeroedExamples: 256,
  memorizedExamples: 16,
  memorizingSteps: 1000,
  /** Asked after so many steps. */
  every: 50,
  /** Given up where the loss has fallen by less than this share since so many steps before, after so many in all. */
  leastFall: 0.005,
  patience: 200,
  leastSteps: 300,
  /** Computing longer than this is not worth it; and nobody waits for a busy machine longer than that. */
  mostComputing: 4000,
  mostWaiting: 20_000,
};

/** What the probes need. */
export interface ProbeSetup {
  readonly network: Network;
  readonly trainable: TrainableNetwork;
  readonly train: Dataset;
  readonly kinds: Readonly<Record<string, LabelKind>>;
  readonly control: RunControl;
  /** The same network with Adam and without anything that holds it back. */
  readonly memorizing: () => TrainableNetwork;
}

/** Tries what tells why a network did not learn; nothing after a run that did, or was cancelled. */
export async function probe(history: RunHistory, setup: ProbeSetup): Promise<Probes> {
  const { network, control } = setup;
  if (history.ended === "cancelled" || history.ended === "diverged") return noProbes;
  if (!isAtChance(history, network) && !flatFall(history, network)) return noProbes;
  const zeroed = await withoutInput(setup);
  const memorized = control.isCancelled ? undefined : await memorize(setup);
  return { zeroed, ...(memorized && { memorized }) };
}

async function withoutInput({ trainable, train }: ProbeSetup): Promise<NonNullable<Probes["zeroed"]>> {
  const batch = firstOf(train, probeOptions.zeroedExamples);
  const [given, empty] = [await trainable.evaluate(batch), await trainable.evaluate({ ...batch, features: mapArrays(batch.features) })];
  return { with: given.loss, without: empty.loss, examples: batch.size };
}

/** @returns `undefined` where time ran out before it could be told */
async function memorize({ train, kinds, control, memorizing }: ProbeSetup): Promise<Memorized | undefined> {
  const { memorizedExamples, memorizingSteps, every, leastFall, patience, leastSteps } = probeOptions;
  const batch = firstOf(train, memorizedExamples);
  const isOutOfTime = timeLimit(control);
  const trainable = memorizing();
  try {
    const first = (await trainable.evaluate(batch)).loss;
    const losses = [first];
    for (let step = 1; step <= memorizingSteps; step++) {
      await control.turn();
      if (control.isCancelled || isOutOfTime()) return undefined;
      await trainable.fit(batch, { epoch: 0, statistics: false });
      if (step % every > 0) continue;
      const { loss, outputs } = await trainable.evaluate(batch);
      const { accuracy = null, r2 = null } = scoreOf(outputs, batch, kinds).metric;
      const isLearnt = (accuracy ?? 0) >= 0.95 || (r2 ?? 0) >= 0.9 || Math.abs(loss) <= 0.1 * Math.abs(first);
      losses.push(loss);
      const earlier = losses.at(-1 - patience / every) ?? Infinity;
      const isStuck = step >= leastSteps && earlier - loss < leastFall * Math.abs(earlier);
      if (isLearnt || isStuck || step === memorizingSteps)
        return { isLearnt, examples: batch.size, steps: step, first, last: loss, right: accuracy };
    }
    return undefined;
  } finally {
    trainable.dispose();
  }
}

function timeLimit(control: RunControl): () => boolean {
  const [began, computed] = [control.start(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(computed);
    return (user + system) / 1000 > probeOptions.mostComputing || control.since(began) > probeOptions.mostWaiting;
  };
}

function firstOf(dataset: Dataset, most: number): Batch {
  return batchOf(
    dataset,
    Array.from({ length: Math.min(most, dataset.count) }, (_, index) => index),
  );
}

function mapArrays(arrays: Batch["features"]): Record<string, NumberArray> {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, { shape, values }]) => [name, { shape, values: new Float32Array(values.length) }]),
  );
}
