import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { runEvent } from "../../runner/src/protocol/events.js";
import { inFolder, network, nnlint } from "./nnlint.js";

const events = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => runEvent.parse(JSON.parse(line)));

/** A straight line at a rate that no line bears. */
const exploding = `network line {
  data { train: builtin(sine, examples: 200), batchSize: 16 }
  train { seed: 7, epochs: 50, updater: sgd(learningRate: 500) }
  input: vector(1)
  layer dense  { nOut: 8, activation: identity }
  layer output { nOut: 1, activation: identity, loss: mse }
}
`;

describe("nnlint train", () => {
  test("writes one event a line: start, the first ten steps, epochs, the end", async () => {
    const { code, stdout } = await nnlint(["train", "-", "--steps", "40", "--format", "ndjson"], { stdin: network(0.05) });
    assert.equal(code, 0);
    const all = events(stdout);
    assert.equal(all[0]?.event, "start");
    assert.equal(all.at(-1)?.event, "end");
    assert.deepEqual(all.flatMap((event) => (event.event === "step" ? [event.step] : [])).slice(0, 10), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("the end says how each class is told", async () => {
    const { stdout } = await nnlint(["train", "-", "--epochs", "2", "--format", "ndjson"], { stdin: network(0.05) });
    const end = events(stdout).at(-1);
    assert.ok(end?.event === "end" && end.classes);
    const [scores] = end.classes;
    assert.ok(scores);
    const right = scores.confusion.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
    assert.equal(
      scores.confusion.flat().reduce((sum, count) => sum + count, 0),
      80,
    );
    assert.equal(right / 80, end.metric.accuracy);
    assert.deepEqual([scores.precision.length, scores.recall.length], [2, 2]);
  });

  test("the same seed gives the same losses to the bit", async () => {
    const losses = async () => {
      const { stdout } = await nnlint(["train", "-", "--steps", "12", "--format", "ndjson"], { stdin: network(0.05) });
      return events(stdout).flatMap((event) => (event.event === "step" ? [event.loss] : []));
    };
    assert.deepEqual(await losses(), await losses());
  });

  test("shows a curve and says what it came to, also where the output is no terminal", async () => {
    const { code, stdout } = await nnlint(["train", "-", "--epochs", "3"], { stdin: network(0.05) });
    assert.equal(code, 0);
    assert.match(stdout, /moons: \d+ parameters, 320 examples of builtin moons, 80 to test on, on wasm/);
    assert.match(stdout, /│.*█/);
    assert.match(stdout, /Trained to the end after 3 epochs/);
    assert.match(stdout, /class {2}precision {2}recall {3}answered as/);
  });

  test("a closed standard input does not end a run whose config is a file", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(0.05));
      const { code, stdout } = await nnlint(["train", "a.nnet", "--steps", "20", "--format", "ndjson"], { cwd });
      assert.equal(code, 0);
      assert.equal(events(stdout).at(-1)?.event, "end");
    }));

  test("layers that can be pretrained learn from their input before the first step", async () => {
    const text = network(0.05)
      .replace("epochs: 15", "epochs: 15, pretrain: passes(2)")
      .replace("layer dense  { nOut: 8, activation: relu", "layer autoEncoder { nOut: 8, activation: sigmoid");
    const { code, stdout } = await nnlint(["train", "-", "--steps", "3", "--format", "ndjson"], { stdin: text });
    assert.equal(code, 0);
    const all = events(stdout);
    assert.deepEqual(
      all.map(({ event }) => event),
      ["start", "progress", "progress", "step", "step", "step", "end"],
    );
    const errors = all.flatMap((event) => (event.event === "progress" ? [event.error ?? NaN] : []));
    assert.ok((errors[1] ?? NaN) < (errors[0] ?? NaN));
    assert.ok(all[0]?.event === "start" && all[0].unsupported.some(({ reason }) => reason.includes("climbs")));
  });

  test("a missing data file is an error with what to do, and exit code 2", () =>
    inFolder(async (cwd) => {
      writeFileSync(
        path.join(cwd, "a.nnet"),
        network(0.05, 'train: csv("gone.csv"), label: "y", labels: oneHot(2), normalize: standardize'),
      );
      const { code, stdout } = await nnlint(["train", "a.nnet", "--format", "ndjson"], { cwd });
      assert.equal(code, 2);
      const [error] = events(stdout);
      assert.ok(error?.event === "error");
      assert.match(error.message, /gone\.csv/);
      assert.notEqual(error.hint, "");
    }));

  test("weights are saved, and taken as a start", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(0.05));
      assert.equal((await nnlint(["train", "a.nnet", "--steps", "0", "--save-weights", "w.json"], { cwd })).code, 0);
      const { layers } = JSON.parse(readFileSync(path.join(cwd, "w.json"), "utf8")) as {
        layers: readonly { layer: string; W: { shape: number[] } }[];
      };
      assert.deepEqual(
        layers.map(({ layer, W }) => [layer, W.shape]),
        [
          ["0", [2, 8]],
          ["1", [8, 2]],
        ],
      );
      assert.equal((await nnlint(["train", "a.nnet", "--steps", "1", "--initial-weights", "w.json"], { cwd })).code, 0);
      writeFileSync(path.join(cwd, "wrong.json"), JSON.stringify({ layers: [{ layer: "9", W: { shape: [1], values: [0] } }] }));
      assert.equal((await nnlint(["train", "a.nnet", "--steps", "1", "--initial-weights", "wrong.json"], { cwd })).code, 2);
    }));

  test("Ctrl+C asks the run to sum up: exit code 130", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(0.05));
      let isAsked = false;
      const { code, stdout } = await nnlint(["train", "a.nnet", "--epochs", "100000", "--format", "ndjson"], {
        cwd,
        onOutput: (written, kill) => {
          if (isAsked || !written.includes('"step":10,')) return;
          isAsked = true;
          kill("SIGINT");
        },
      });
      assert.equal(code, 130);
      const end = events(stdout).at(-1);
      assert.ok(end?.event === "end" && end.reason === "cancelled");
    }));

  test("a loss that is not a number is an error of the run: exit code 1", async () => {
    const { code, stdout } = await nnlint(["train", "-", "--steps", "200", "--format", "ndjson"], { stdin: exploding });
    assert.equal(code, 1);
    assert.ok(events(stdout).some((event) => event.event === "finding" && event.severity === "error"));
  });
});
