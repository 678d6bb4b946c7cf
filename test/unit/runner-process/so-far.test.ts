import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { faultOf } from "../../../runner/src/process/fault.js";
import { LastWords } from "../../../runner/src/process/last-words.js";
import { SoFar } from "../../../runner/src/process/so-far.js";
import { runEvent, type RunEvent } from "../../../runner/src/protocol/events.js";
import { RunControl } from "../../../runner/src/run/control.js";

const start = (run?: string): RunEvent => ({
  ...{ event: "start", v: 1, network: "a", configHash: "0", backend: "cpu", asked: "cpu", why: "as asked", parameters: 1 },
  ...{ examples: { train: 4, test: 2 }, data: "a.csv", seed: 1, batchSize: 2, unsupported: [], ...(run !== undefined && { run }) },
});
const step = (number: number, loss: number, run?: string): RunEvent => ({
  ...{ event: "step", v: 1, step: number, epoch: 1, loss, metric: {}, learningRate: 0.1, layers: [], ...(run !== undefined && { run }) },
});

describe("what a run has said so far", () => {
  test("is its end when it must be ended while it computes", () => {
    let now = 10;
    const soFar = new SoFar(() => now);
    soFar.add(start());
    now = 12;
    soFar.add(step(1, 3));
    assert.deepEqual(soFar.ends, [
      ...[
        {
          event: "end",
          v: 1,
          reason: "cancelled",
          trainLoss: 3,
          testLoss: null,
          metric: {},
          metricOn: "test",
          steps: 1,
          epochs: 0,
          seconds: 2,
        },
      ],
    ]);
    soFar.add({ event: "epoch", v: 1, epoch: 1, trainLoss: 2.5, testLoss: 2, metric: { accuracy: 0.5 }, metricOn: "test", seconds: 2 });
    soFar.add(step(3, 1));
    const [end] = soFar.ends;
    assert.deepEqual([end?.steps, end?.epochs, end?.trainLoss, end?.testLoss], [3, 1, 2.5, 2]);
  });

  test("of several runs those that have not ended", () => {
    const soFar = new SoFar(() => 0);
    for (const run of ["a", "b"]) soFar.add(start(run));
    const [first] = soFar.ends;
    assert.ok(first);
    soFar.add(first);
    assert.deepEqual(
      soFar.ends.map(({ run }) => run),
      ["b"],
    );
  });

  test("is read by another thread, and claimed by one of both", () => {
    const ours = new LastWords();
    const shared = new LastWords(ours.memory);
    const soFar = new SoFar(() => 0);
    soFar.add(start());
    ours.keep(soFar.ends);
    const event = runEvent.parse(JSON.parse(new TextDecoder().decode(shared.read())));
    assert.equal(event.event, "end");
    assert.deepEqual([shared.claim(), ours.claim()], [true, false]);
  });
});

describe("a run's control", () => {
  test("a pause does not count as time, and ends with resume or cancel", async () => {
    let now = 0;
    const control = new RunControl(() => now);
    const began = control.start();
    now = 100;
    control.pause();
    let isThrough = false;
    const turn = control.turn().then(() => (isThrough = true));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(isThrough, false);
    now = 600;
    control.resume();
    await turn;
    now = 650;
    assert.equal(control.since(began), 150);
    control.pause();
    const other = control.turn();
    control.cancel();
    await other;
    assert.equal(control.isCancelled, true);
  });

  test("commands are passed on to the processes that take part", () => {
    const control = new RunControl(() => 0);
    const heard: string[] = [];
    control.onCommand((command) => heard.push(command));
    control.pause();
    control.resume();
    control.cancel();
    assert.deepEqual(heard, ["pause", "resume", "cancel"]);
  });
});

describe("errors that nobody expected", () => {
  test("memory that runs out says what to do", () => {
    for (const message of ["Array buffer allocation failed", "Aborted(Cannot enlarge memory arrays)", "memory access out of bounds"])
      assert.match(faultOf(new RangeError(message)).hint, /--batch-size/);
  });
  test("others ask for a report", () => assert.match(faultOf(new Error("x is not a function")).hint, /report/));
});
