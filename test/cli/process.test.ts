import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runEvent, type RunEvent } from "../../runner/src/protocol/events.js";
import type { WrittenJob } from "../../runner/src/protocol/job.js";
import { inFolder, network, nnlint } from "./nnlint.js";

// The training as a process of its own: how it is ended, held, and what it leaves behind.

const runner = fileURLToPath(new URL("../../dist/runner.cjs", import.meta.url));
const program = fileURLToPath(new URL("../../bin/nnlint.mjs", import.meta.url));

/** A run, with its events as they come. */
class Run {
  readonly events: RunEvent[] = [];
  readonly #child = spawn(process.execPath, [runner], { stdio: ["pipe", "pipe", "ignore"] });
  readonly closed: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  #listeners: (() => void)[] = [];

  constructor(text: string, job: Partial<WrittenJob> = {}) {
    this.#child.stdin.on("error", () => undefined);
    this.#child.stdin.write(`${JSON.stringify({ text, path: path.resolve("untitled.nnet"), notation: "nnet", ...job })}\n`);
    createInterface({ input: this.#child.stdout }).on("line", (line) => {
      this.events.push(runEvent.parse(JSON.parse(line)));
      for (const listener of this.#listeners) listener();
    });
    this.closed = new Promise((resolve) => this.#child.on("close", (code, signal) => resolve({ code, signal })));
  }

  send(command: string): void {
    this.#child.stdin.write(`${JSON.stringify({ command })}\n`);
  }

  closeInput(): void {
    this.#child.stdin.end();
  }

  /** Waits for an event. */
  async until(wanted: (event: RunEvent) => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (this.events.some(wanted)) resolve();
      };
      this.#listeners.push(look);
      look();
    });
  }

  get losses(): readonly (number | null)[] {
    return this.events.flatMap((event) => (event.event === "step" ? [event.loss] : []));
  }

  get last(): RunEvent | undefined {
    return this.events.at(-1);
  }
}

/** A network one step of which takes longer than anybody waits for a cancelled run. */
const slow = `network slow {
  data { train: builtin(glyphs, examples: 600), normalize: minMax(0, 1), batchSize: 600 }
  train { seed: 7, epochs: 15, updater: sgd(learningRate: 0.05) }
  input: image(height: 28, width: 28, channels: 1)
  layer convolution { nOut: 24, kernel: [5, 5], activation: relu, weightInit: relu, mode: same }
  layer convolution { nOut: 24, kernel: [5, 5], activation: relu, weightInit: relu, mode: same }
  layer output { nOut: 10, activation: softmax, loss: mcxent }
}
`;

/** Spared on a busy machine; the promise is 200. */
const mostMilliseconds = 400;

const isRunning = (pid: number) => {
  // What has ended but was not waited for yet is a zombie.
  const status = `/proc/${pid}/status`;
  return existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, "utf8"));
};

async function untilGone(pid: number): Promise<void> {
  const deadline = performance.now() + 5000;
  while (isRunning(pid)) {
    assert.ok(performance.now() < deadline, `the process ${pid} is left behind`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The processes that a process has started. */
const childrenOf = (pid: number) => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);

describe("a run in a process of its own", () => {
  for (const [what, text, ready] of [
    ["between short steps", network(0.05).replace("epochs: 15", "epochs: 100000"), (event: RunEvent) => event.event === "epoch"],
    ["in the midst of a long one", slow, (event: RunEvent) => event.event === "start"],
  ] as const)
    test(`is cancelled at once, ${what}`, async () => {
      const run = new Run(text, { seconds: 600 });
      await run.until(ready);
      // A step has begun by then, and the long one goes on for seconds.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const asked = performance.now();
      run.send("cancel");
      await run.until(({ event }) => event === "end");
      const taken = performance.now() - asked;
      assert.ok(taken < mostMilliseconds, `it took ${taken} ms`);
      assert.ok(run.last?.event === "end" && run.last.reason === "cancelled");
      const { code, signal } = await run.closed;
      assert.ok(code === 130 || signal === "SIGKILL");
    });

  test("ends as if cancelled when whoever started it closes its input, also in the midst of a step", async () => {
    for (const text of [network(0.05).replace("epochs: 15", "epochs: 100000"), slow]) {
      const run = new Run(text, { seconds: 600 });
      await run.until(({ event }) => event === "start");
      run.closeInput();
      await run.closed;
      assert.ok(run.last?.event === "end" && run.last.reason === "cancelled");
    }
  });

  test("is held by pause and goes on with resume, to the same losses", async () => {
    const text = network(0.05);
    const [alone, held] = [new Run(text, { steps: 60 }), new Run(text, { steps: 60 })];
    await held.until(({ event }) => event === "start");
    held.send("pause");
    await alone.closed;
    held.send("resume");
    await held.closed;
    assert.ok(held.last?.event === "end" && held.last.steps === 60);
    assert.deepEqual(held.losses.slice(0, 10), alone.losses.slice(0, 10));
  });

  test("a paused run is cancelled as well", async () => {
    const run = new Run(network(0.05).replace("epochs: 15", "epochs: 100000"), { seconds: 600 });
    await run.until(({ event }) => event === "epoch");
    run.send("pause");
    run.send("cancel");
    await run.closed;
    assert.ok(run.last?.event === "end" && run.last.reason === "cancelled");
  });

  test("ten at once do not touch each other", async () => {
    const runs = Array.from({ length: 10 }, () => new Run(network(0.05), { steps: 12 }));
    const codes = await Promise.all(runs.map(({ closed }) => closed));
    assert.deepEqual(
      codes.map(({ code }) => code),
      runs.map(() => 0),
    );
    assert.equal(new Set(runs.map(({ losses }) => JSON.stringify(losses))).size, 1);
  });
});

describe("nnlint train and its process", { skip: process.platform !== "linux" && "reads /proc" }, () => {
  /** Starts `nnlint train`, calls back at the first step with the process that trains, and waits for the end. */
  async function train(text: string, atFirstStep: (runner: number, cli: number) => void, args: readonly string[] = []) {
    const events: RunEvent[] = [];
    let trained = 0;
    await inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), text);
      const child = spawn(process.execPath, [program, ...args, "a.nnet", "--seconds", "600", "--format", "ndjson"], {
        ...{ cwd, stdio: ["pipe", "pipe", "ignore"] },
      });
      const { pid = 0 } = child;
      createInterface({ input: child.stdout }).on("line", (line) => {
        events.push(runEvent.parse(JSON.parse(line)));
        if (events.at(-1)?.event !== "step" || trained !== 0) return;
        trained = childrenOf(pid)[0] ?? 0;
        atFirstStep(trained, pid);
      });
      const code = await new Promise((resolve) => child.on("close", resolve));
      events.push({ event: "error", v: 1, message: `code ${String(code)}`, hint: "" });
    });
    const last = events.pop();
    return { events, code: last?.event === "error" ? last.message : "", trained };
  }
  const endless = network(0.05).replace("epochs: 15", "epochs: 100000");

  test("nothing is left behind when nnlint is killed", async () => {
    const { trained } = await train(endless, (_runner, cli) => process.kill(cli, "SIGKILL"), ["train"]);
    assert.notEqual(trained, 0);
    await untilGone(trained);
  });

  test("nor of a sweep in several processes", async () => {
    const others: number[] = [];
    const { trained } = await train(
      endless,
      (of, cli) => {
        others.push(...childrenOf(of));
        process.kill(cli, "SIGKILL");
      },
      ["sweep", "--jobs", "2"],
    );
    assert.equal(others.length, 2);
    for (const pid of [trained, ...others]) await untilGone(pid);
  });

  test("a process that breaks off is an error that says what to do, and exit code 2", async () => {
    for (const signal of ["SIGABRT", "SIGKILL", "SIGSEGV"] as const) {
      const { events, code } = await train(endless, (of) => process.kill(of, signal), ["train"]);
      const last = events.at(-1);
      assert.ok(last?.event === "error");
      assert.match(last.message, new RegExp(signal));
      assert.match(last.hint, /--batch-size/);
      assert.equal(code, "code 2");
    }
  });
});

describe("a run repeats itself to the bit", () => {
  test("from the same seed, and from weights that were saved", () =>
    inFolder(async (cwd) => {
      const text = network(0.05)
        .replace("epochs: 15", "epochs: 15, l2: 1e-4")
        .replace("activation: relu", "activation: relu, dropOut: keep(0.8)");
      writeFileSync(path.join(cwd, "a.nnet"), text);
      const losses = async (...args: string[]) => {
        const { code, stdout } = await nnlint(["train", "a.nnet", "--format", "ndjson", ...args], { cwd });
        assert.equal(code, 0);
        return stdout.split("\n").flatMap((line) => {
          const event = line === "" ? undefined : runEvent.parse(JSON.parse(line));
          return event?.event === "step" ? [event.loss] : [];
        });
      };
      const saved = (name: string) => readFileSync(path.join(cwd, name), "utf8");
      for (const backend of ["wasm", "cpu"]) {
        const on = ["--steps", "10", "--backend", backend];
        const first = await losses(...on, "--save-weights", "1.json");
        assert.deepEqual(await losses(...on, "--save-weights", "2.json"), first);
        assert.equal(saved("1.json"), saved("2.json"));
        await losses("--steps", "0", "--backend", backend, "--save-weights", "0.json");
        assert.deepEqual(await losses(...on, "--initial-weights", "0.json", "--save-weights", "3.json"), first);
        assert.equal(saved("1.json"), saved("3.json"));
      }
    }));
});
