// A run's own process, as the extension starts and ends it.
import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { describe, test } from "node:test";
import { RunnerProcess } from "../../../client/src/training/runner-process.js";
import type { RunEvent } from "../../../runner/src/protocol/events.js";

const text = `network moons {
  data { train: builtin(moons), test: split(0.2), batchSize: 32 }
  train { seed: 1, epochs: 100000, updater: adam(learningRate: 0.001) }
  input: vector(2)
  layer dense { nOut: 8, activation: relu, weightInit: relu }
  layer output { nOut: 2, activation: softmax, loss: mcxent, weightInit: xavier }
}
`;
const job = { text, path: "/moons.nnet", notation: "nnet", backend: "cpu", usualSeconds: 300 } as const;

/** Starts a run; settles with what it said when its process is gone. */
function run(node: string, onEvent: (event: RunEvent, started: RunnerProcess) => void): Promise<{ events: string[]; failure?: string }> {
  return new Promise((resolve) => {
    const events: string[] = [];
    const started: RunnerProcess = new RunnerProcess(job, {
      node,
      runner: `${process.cwd()}/dist/runner.cjs`,
      folder: tmpdir(),
      onEvent: (event) => {
        events.push(event.event === "end" ? `end: ${event.reason}` : event.event);
        onEvent(event, started);
      },
      onExit: () => resolve({ events }),
      onFailedStart: (failure) => resolve({ events, failure }),
    });
  });
}

describe("the process of a run", () => {
  test("is cancelled, and says so before it is gone", async () => {
    const { events } = await run(process.execPath, (event, started) => {
      if (event.event === "step" && event.step === 10) started.send("cancel");
    });
    assert.equal(events[0], "start");
    assert.equal(events.at(-1), "end: cancelled");
  });

  test("is ended at once when nobody waits for it any more", async () => {
    const { events } = await run(process.execPath, (event, started) => {
      if (event.event === "start") started.end();
    });
    assert.ok(!events.some((event) => event.startsWith("end")), events.join());
  });

  test("of a program that is not there is reported as that", async () => {
    const { events, failure } = await run("/no/such/node", () => undefined);
    assert.deepEqual(events, []);
    assert.match(failure ?? "", /ENOENT/);
  });
});
