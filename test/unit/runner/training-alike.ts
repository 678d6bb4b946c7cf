import assert from "node:assert/strict";
import type { Backend } from "../../../runner/src/backends/open-backend.js";
import type { NumberArray, TrainableNetwork } from "../../../runner/src/engine.js";
import { buildNetwork } from "../../../runner/src/network/build-network.js";
import { batchOf, flatWeights, minibatches, named, networkOf, type GoldenCase } from "./golden-cases.js";

/** Allowed deviation: of an array's largest value, and of the largest change that training made in it. */
const ofValue = 1e-4;
const ofChange = 5e-3;

function assertClose(actual: ArrayLike<number>, expected: readonly number[], what: string, before?: readonly number[]): void {
  assert.equal(actual.length, expected.length, `${what} has as many numbers`);
  const largest = Math.max(...expected.map(Math.abs), 1e-3);
  const change = before ? Math.max(...expected.map((value, index) => Math.abs(value - (before[index] ?? 0)))) : Infinity;
  // Single precision itself moves weights by this much, however small the change: also where it is exactly 0.
  const allowed = Math.max(1e-7, Math.min(ofValue * largest, Math.max(ofChange * change, 1e-6 * largest)));
  expected.forEach((value, index) => {
    const difference = Math.abs((actual[index] ?? NaN) - value);
    assert.ok(difference <= allowed, `${what}[${index}] is ${actual[index]}, Deeplearning4j has ${value} (allowed ± ${allowed})`);
  });
}

function assertOutputs(
  actual: Readonly<Record<string, NumberArray>>,
  expected: GoldenCase["outputBefore"],
  names: readonly string[],
): void {
  for (const [name, { shape, values }] of Object.entries(named(expected, names))) {
    assert.deepEqual(actual[name]?.shape, [...shape]);
    assertClose(actual[name].values, [...values], `output ${name}`);
  }
}

async function assertWeights(network: TrainableNetwork, one: GoldenCase, step: string): Promise<void> {
  const after = one.after[step];
  assert.ok(after);
  const [actual, expected, before] = [flatWeights(await network.weights()), flatWeights(after), flatWeights(one.initial)];
  assert.deepEqual([...actual.keys()].sort(), [...expected.keys()].sort());
  for (const [name, values] of expected) assertClose(actual.get(name) ?? [], values, `${name} after ${step} steps`, before.get(name));
}

/** Trains a case from Deeplearning4j's weights on its minibatches: outputs, losses and weights are Deeplearning4j's. */
export async function assertTrainsAlike(one: GoldenCase, backend: Backend): Promise<void> {
  const network = networkOf(one);
  const trained = buildNetwork(network, { seed: 1, backend });
  try {
    trained.setWeights(one.initial);
    const all = batchOf(one, network);
    const before = await trained.evaluate(all);
    assertClose([before.loss], [one.scoreBefore], "score before");
    assertOutputs(before.outputs, one.outputBefore, network.outputs);
    const batches = minibatches(all, one.batchSize);
    for (let step = 0; step < 5; step++) {
      const batch = batches[step % batches.length];
      assert.ok(batch);
      const { loss } = await trained.fit(batch, { epoch: Math.floor(step / batches.length), statistics: step % 2 === 0 });
      assertClose([loss], [one.losses[step] ?? NaN], `loss of step ${step + 1}`);
      if (one.after[String(step + 1)]) await assertWeights(trained, one, String(step + 1));
    }
    const after = await trained.evaluate(all);
    assertClose([after.loss], [one.scoreAfter], "score after");
    assertOutputs(after.outputs, one.outputAfter, network.outputs);
  } finally {
    trained.dispose();
  }
}

/** Cases that are trained in another way than Deeplearning4j does, and say so. */
export const departing = new Set([
  "optimization/lineGradientDescent",
  "optimization/conjugateGradient",
  "optimization/lbfgs",
  "masks/bidirectional",
  "tbptt/tbptt-lstm",
  "tbptt/tbptt-simpleRnn",
  "tbptt/tbptt-gravesLstm",
  "tbptt/tbptt-shorter-back",
  "tbptt/tbptt-graph-5",
  "tbptt/tbptt-graph-2",
  "tbptt/tbptt-minibatches",
  // Their pretraining climbs; their supervised steps: pretraining.test.ts.
  "pretraining/autoEncoder",
  "pretraining/autoEncoder-mse",
  "pretraining/autoEncoder-l2-adam",
  "pretraining/autoEncoder-minibatches",
]);

export const nameOf = ({ group, id }: GoldenCase) => `${group}/${id}`;
