// What the training panel shows after each event of a run, or of several side by side.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { afterEvent, newRun, type RunState } from "../../../client/src/training/run-state.js";
import type { RunEvent, SweepEvent } from "../../../runner/src/protocol/events.js";

const about = { uri: "file:///a.nnet", file: "a.nnet", network: "a", layerKinds: {}, limitSeconds: 20 };

const start = (run?: string): RunEvent => ({
  ...{ event: "start", v: 1, ...(run !== undefined && { run }), network: "a", configHash: "", backend: "wasm", asked: "auto", why: "" },
  ...{ parameters: 9, examples: { train: 64, test: 16 }, data: "builtin moons", seed: 1, batchSize: 32, unsupported: [] },
});
const step = (at: number, loss: number, run?: string): RunEvent => ({
  ...{ event: "step", v: 1, ...(run !== undefined && { run }), step: at, epoch: 1, loss, metric: { accuracy: 0.5 } },
  ...{ learningRate: 0.1, layers: [] },
});
const epoch = (run?: string): RunEvent => ({
  ...{ event: "epoch", v: 1, ...(run !== undefined && { run }), epoch: 2, trainLoss: 1, testLoss: 0.7, metric: { accuracy: 0.6 } },
  ...{ metricOn: "test", seconds: 1 },
});
const end = (run?: string): RunEvent => ({
  ...{
    event: "end",
    v: 1,
    ...(run !== undefined && { run }),
    reason: "completed",
    trainLoss: 0.4,
    testLoss: 0.5,
    metric: { accuracy: 0.9 },
  },
  ...{ metricOn: "test", steps: 4, epochs: 2, seconds: 1.5 },
});
const sweep: SweepEvent = { event: "sweep", v: 1, best: "0.1", table: [] };

function after(run: RunState, ...events: RunEvent[]): RunState {
  return events.reduce((state, event) => afterEvent(state, event), run);
}

describe("a run", () => {
  const run = newRun({ ...about, purpose: { kind: "train" } });

  test("has its curves, with an epoch's end at its minibatch, and ends with its own last event", () => {
    const seen = after(run, start(), step(1, 2), step(2, 1.5), epoch(), end());
    assert.deepEqual([seen.phase, seen.seconds, seen.end?.trainLoss], ["ended", 1.5, 0.4]);
    assert.deepEqual(seen.loss, [
      { x: 1, y: 2 },
      { x: 2, y: 1.5 },
    ]);
    assert.deepEqual(seen.testLoss, [{ x: 4, y: 0.7 }]);
    assert.deepEqual(seen.compared, []);
  });

  test("that is paused stays so when a step arrives that was on its way", () => {
    assert.equal(after({ ...after(run, start()), phase: "paused" }, step(1, 2)).phase, "paused");
  });
});

describe("several runs side by side", () => {
  const run = newRun({ ...about, purpose: { kind: "sweep" } });

  test("each has its own curve, and all end with the sweep", () => {
    const going = after(run, start("0.1"), start("0.001"), step(1, 2, "0.1"), step(1, 3, "0.001"), epoch("0.001"), end("0.1"));
    assert.equal(going.phase, "running", "one that has ended leaves the others alone");
    assert.deepEqual(
      going.compared.map(({ name, loss, testLoss, end: last }) => [name, loss, testLoss, last?.steps]),
      [
        ["0.1", [{ x: 1, y: 2 }], [], 4],
        ["0.001", [{ x: 1, y: 3 }], [{ x: 4, y: 0.7 }], undefined],
      ],
    );
    assert.deepEqual(going.loss, []);
    const ended = after(going, end("0.001"), sweep);
    assert.deepEqual([ended.phase, ended.outcome], ["ended", sweep]);
  });

  test("that are paused stay so", () => {
    assert.equal(after({ ...after(run, start("0.1")), phase: "paused" }, step(1, 2, "0.1")).phase, "paused");
  });
});
