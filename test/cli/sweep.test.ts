import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { runEvent, type RunEvent } from "../../runner/src/protocol/events.js";
import { inFolder, network, nnlint } from "./nnlint.js";

const eventsOf = (stdout: string): RunEvent[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => runEvent.parse(JSON.parse(line)));

const sweepOf = (events: readonly RunEvent[]) => {
  const last = events.at(-1);
  assert.ok(last?.event === "sweep");
  return last;
};

const lossesOf = (events: readonly RunEvent[], run: string) =>
  events.flatMap((event) => (event.event === "step" && event.run === run ? [event.loss] : []));

/** A straight line, which plain SGD leaves at a high rate. */
const line = `network line {
  data { train: builtin(sine, examples: 200), batchSize: 16 }
  train { seed: 7, epochs: 20, updater: sgd(learningRate: 0.02) }
  input: vector(1)
  layer dense  { nOut: 8, activation: identity }
  layer output { nOut: 1, activation: identity, loss: mse }
}
`;

describe("nnlint sweep", () => {
  test("trains all rates in turns from one start, a diverged one stops alone, and each gets a verdict", async () => {
    const { code, stdout } = await nnlint(["sweep", "-", "--learning-rates", "500,0.05,1e-7", "--steps", "200", "--format", "ndjson"], {
      stdin: line,
    });
    assert.equal(code, 0);
    const events = eventsOf(stdout);
    assert.deepEqual(
      events.flatMap((event) => (event.event === "start" ? [event.run] : [])),
      ["500", "0.05", "1e-7"],
    );
    const firstSteps = events.flatMap((event) => (event.event === "step" ? [event] : [])).slice(0, 6);
    assert.deepEqual(
      firstSteps.map(({ run, step }) => [run, step]),
      [
        ["500", 1],
        ["0.05", 1],
        ["1e-7", 1],
        ["500", 2],
        ["0.05", 2],
        ["1e-7", 2],
      ],
    );
    assert.equal(new Set(firstSteps.slice(0, 3).map(({ loss }) => loss)).size, 1);
    const { best, table } = sweepOf(events);
    assert.equal(best, "0.05");
    assert.deepEqual(
      table.map(({ run, learningRate, verdict }) => [run, learningRate, verdict]),
      [
        ["500", 500, "diverges"],
        ["0.05", 0.05, "learns"],
        ["1e-7", 1e-7, "too-short"],
      ],
    );
    assert.ok((table[0]?.steps ?? 0) < 200);
    assert.deepEqual([table[1]?.steps, table[2]?.steps], [200, 200]);
    assert.ok(table.every(({ reason }) => /\d/.test(reason)));
  });

  test("a curve of a few steps is too short for any verdict but that the loss is no longer a number", async () => {
    const { stdout } = await nnlint(["sweep", "-", "--learning-rates", "0.05,0.01", "--steps", "12", "--format", "ndjson"], {
      stdin: line,
    });
    const { best, table } = sweepOf(eventsOf(stdout));
    assert.equal(best, null);
    assert.deepEqual(
      table.map(({ verdict }) => verdict),
      ["too-short", "too-short"],
    );
  });

  test("a run of a sweep computes what the same rate computes alone, and in a process of its own", async () => {
    const args = ["--steps", "15", "--format", "ndjson"];
    const sweep = (...more: string[]) => nnlint(["sweep", "-", "--learning-rates", "0.02,0.1,0.003", ...args, ...more], { stdin: line });
    const [alone, together, apart] = [await nnlint(["train", "-", ...args], { stdin: line }), await sweep(), await sweep("--jobs", "2")];
    const losses = eventsOf(alone.stdout).flatMap((event) => (event.event === "step" ? [event.loss] : []));
    assert.ok(losses.length >= 10);
    assert.deepEqual(lossesOf(eventsOf(together.stdout), "0.02").slice(0, 10), losses.slice(0, 10));
    assert.deepEqual(lossesOf(eventsOf(apart.stdout), "0.02").slice(0, 10), losses.slice(0, 10));
    assert.deepEqual(sweepOf(eventsOf(apart.stdout)).table, sweepOf(eventsOf(together.stdout)).table);
  });

  test("a better rate than the config's own is a finding with the measured rate as its fix", async () => {
    const { code, stdout } = await nnlint(["sweep", "-", "--steps", "200", "--format", "ndjson"], { stdin: network("0.0005") });
    assert.equal(code, 0);
    const events = eventsOf(stdout);
    const finding = events.find((event) => event.event === "finding");
    assert.ok(finding?.event === "finding");
    assert.equal(finding.rule, "run/better-rate");
    assert.equal(finding.setting, "train.updater.learningRate");
    const { best } = sweepOf(events);
    assert.equal(finding.fixes[0]?.edits[0]?.newText, best);
  });

  test("a network that has time enough and tells nothing apart is flat at every rate that moves it", async () => {
    const layers = "  layer dense { nOut: 16, activation: sigmoid }\n".repeat(5);
    const deep = `network deep {
  data { train: builtin(spirals, examples: 1000), test: split(0.2), batchSize: 32 }
  train { seed: 1, epochs: 20, updater: sgd(learningRate: 0.05) }
  input: vector(2)
${layers}  layer output { nOut: 3, activation: softmax, loss: mcxent }
}
`;
    const { stdout } = await nnlint(["sweep", "-", "--learning-rates", "0.1,0.05,1e-6", "--format", "ndjson"], { stdin: deep });
    const { best, table } = sweepOf(eventsOf(stdout));
    assert.equal(best, null);
    assert.deepEqual(
      table.map(({ verdict }) => verdict),
      ["flat", "flat", "too-short"],
    );
  });

  test("--save-weights writes those of the best run", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "line.nnet"), line);
      const saved = async (...args: string[]) => {
        await nnlint([...args, "--steps", "60", "--save-weights", "w.json"], { cwd });
        return readFileSync(path.join(cwd, "w.json"), "utf8");
      };
      assert.equal(await saved("sweep", "line.nnet", "--learning-rates", "1e-7,0.02"), await saved("train", "line.nnet"));
    }));

  test("shows a line for each run and a table", async () => {
    const { stdout } = await nnlint(["sweep", "-", "--from", "1e-4", "--to", "0.1", "--count", "4", "--steps", "60"], { stdin: line });
    for (const rate of ["1e-4", "0.001", "0.01", "0.1"]) assert.match(stdout, new RegExp(`^ {2}${rate} +[▁▂▃▄▅▆▇█]+ +loss`, "m"));
    assert.match(stdout, /verdict/);
    assert.match(stdout, /Best: 0\.01\./);
  });

  test("Ctrl+C ends all runs, and what there is is still summed up", async () => {
    let isAsked = false;
    const { code, stdout } = await nnlint(["sweep", "-", "--learning-rates", "0.02,0.01", "--epochs", "100000", "--format", "ndjson"], {
      stdin: line,
      onOutput: (written, kill) => {
        if (isAsked || !written.includes('"step":10,')) return;
        isAsked = true;
        kill("SIGINT");
      },
    });
    assert.equal(code, 130);
    const events = eventsOf(stdout);
    assert.equal(events.filter((event) => event.event === "end" && event.reason === "cancelled").length, 2);
    assert.equal(sweepOf(events).table.length, 2);
  });

  test("wrong calls say what to write", async () => {
    const call = async (...args: string[]) => {
      const { code, stderr } = await nnlint(["sweep", "-", ...args], { stdin: line });
      assert.equal(code, 2);
      return stderr;
    };
    assert.match(await call("--learning-rates", "0.1,fast"), /"fast" is not a learning rate/);
    assert.match(await call("--learning-rates", "0.1,1e-1"), /there twice/);
    assert.match(await call("--from", "0.1"), /both --from and --to/);
    assert.match(await call("--from", "0.1", "--to", "0.01"), /below/);
  });
});

describe("nnlint try", () => {
  test("trains the file as it is and with the fix, and measures what the fix is worth", async () => {
    const { code, stdout } = await nnlint(["try", "-", "--rule", "learning-rate/too-high", "--epochs", "10", "--format", "ndjson"], {
      stdin: network(2),
    });
    assert.equal(code, 0);
    const events = eventsOf(stdout);
    assert.deepEqual(
      events.flatMap((event) => (event.event === "start" ? [event.run] : [])),
      ["as-is", "fixed"],
    );
    const [asIs, fixed] = [lossesOf(events, "as-is"), lossesOf(events, "fixed")];
    assert.equal(asIs[0], fixed[0]);
    assert.notEqual(asIs[1], fixed[1]);
    const last = events.at(-1);
    assert.ok(last?.event === "try");
    assert.equal(last.rule, "learning-rate/too-high");
    assert.equal(last.better, true);
    const finding = events.find((event) => event.event === "finding");
    assert.ok(finding?.event === "finding" && finding.rule === "run/fix-measured");
    assert.equal(finding.range.start.line, 2);
    assert.match(finding.message, /trains better/);
  });

  test("losses of two formulas are not compared, but what both are measured by", async () => {
    const text = network(0.05).replace("loss: mcxent", "loss: mse");
    const { stdout } = await nnlint(["try", "-", "--rule", "activation/unfit-for-loss", "--epochs", "3", "--format", "ndjson"], {
      stdin: text,
    });
    const last = eventsOf(stdout).at(-1);
    assert.ok(last?.event === "try");
    assert.equal(last.by, "accuracy");
  });

  test("the fix of what a run finds is tried after that run", async () => {
    const { code, stdout } = await nnlint(["try", "-", "--rule", "run/update-ratio", "--epochs", "15", "--format", "ndjson"], {
      stdin: network("0.0000002"),
    });
    assert.equal(code, 0);
    const last = eventsOf(stdout).at(-1);
    assert.ok(last?.event === "try" && last.better);
  });

  test("a rule that finds nothing, and one that there is not, are wrong calls", async () => {
    const nothing = await nnlint(["try", "-", "--rule", "learning-rate/too-high"], { stdin: network(0.05) });
    assert.equal(nothing.code, 2);
    assert.match(nothing.stderr, /finds nothing/);
    const elsewhere = await nnlint(["try", "-", "--rule", "learning-rate/too-high", "--line", "1"], { stdin: network(2) });
    assert.match(elsewhere.stderr, /nothing at line 1 of -, but at 3/);
    const unknown = await nnlint(["try", "-", "--rule", "learning-rate/to-high"], { stdin: network(2) });
    assert.match(unknown.stderr, /learning-rate\/too-high/);
  });
});
