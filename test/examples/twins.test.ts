// Every spoilt twin: what the README says nnlint finds in it, what the repair leaves, and that the repaired one trains better.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { environmentOf } from "../../cli/src/node-environment.js";
import { analyse, fixText, notationOf } from "../../core/src/analysis/workspace.js";
import { runEvent, type EndEvent } from "../../runner/src/protocol/events.js";
import type { WrittenJob } from "../../runner/src/protocol/job.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(path.join(root, "README.md"), "utf8");
const twins = readdirSync(path.join(root, "examples"), { recursive: true, encoding: "utf8" })
  .filter((name) => /broken\.(nnet|java)$/i.test(name))
  .sort();

/** Minibatches that show the difference; a convolution's are dear. */
const steps: Readonly<Record<string, number>> = { "glyphs-broken.nnet": 40, "waves-broken.nnet": 200 };
const usualSteps = 300;
const seeds = [1, 2, 3];

async function read(name: string) {
  const file = path.join(root, "examples", name);
  const notation = notationOf(name);
  assert.ok(notation);
  return { file, notation, text: readFileSync(file, "utf8"), environment: await environmentOf(file, {}) };
}

describe("a spoilt twin", () => {
  for (const name of twins) {
    test(`${name}: the README lists what is found in it`, async () => {
      const { text, notation, environment } = await read(name);
      const { findings } = await analyse(text, notation, environment);
      const row = readme.split("\n").find((line) => line.includes(`(examples/${name})`)) ?? "";
      const [, , listed = ""] = row.split("|");
      assert.deepEqual(
        [...listed.matchAll(/`([^`]+)`/g)].map(([, rule]) => rule),
        [...new Set(findings.map(({ rule }) => rule))],
      );
    });

    test(`${name}: the repair leaves nothing to act on, and a second one changes nothing`, async () => {
      const { text, notation, environment } = await read(name);
      const fixed = await fixText(text, notation, environment, { suggested: true });
      assert.ok(fixed.applied > 0);
      const left = fixed.analysed.findings.filter(({ severity, fixes }) => fixes.length > 0 || severity === "error" || severity === "warning");
      assert.deepEqual(
        left.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      const again = await fixText(fixed.text, notation, environment, { suggested: true });
      assert.equal(again.text, fixed.text);
    });
  }
});

describe("trained, a repaired twin answers more of the held-out examples than the spoilt one", { concurrency: 2 }, () => {
  for (const name of twins.filter((twin) => twin.endsWith(".nnet"))) {
    test(name, async () => {
      const { text, notation, environment, file } = await read(name);
      const { text: repaired } = await fixText(text, notation, environment, { suggested: true });
      const scores = async (config: string) => {
        const found = [];
        for (const seed of seeds) found.push(await heldOutAccuracy(config, file, seed, steps[name] ?? usualSteps));
        return found;
      };
      const [spoilt, fixed] = [await scores(text), await scores(repaired)];
      const spread = Math.max(...[spoilt, fixed].map((values) => Math.max(...values) - Math.min(...values)));
      const gain = mean(fixed) - mean(spoilt);
      assert.ok(gain > spread, `gain ${gain}, spread ${spread}: spoilt ${spoilt.join(", ")}, repaired ${fixed.join(", ")}`);
    });
  }
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The share of held-out examples that are answered rightly after so many minibatches. */
async function heldOutAccuracy(text: string, file: string, seed: number, count: number): Promise<number> {
  const job: WrittenJob = { text, path: file, notation: "nnet", seed, steps: count };
  const child = spawn(process.execPath, [path.join(root, "dist/runner.cjs")], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.write(`${JSON.stringify(job)}\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const events = Buffer.concat(chunks)
    .toString()
    .trim()
    .split("\n")
    .map((line) => runEvent.parse(JSON.parse(line)));
  const end = events.find((event): event is EndEvent => event.event === "end");
  assert.ok(end, JSON.stringify(events.at(-1)));
  assert.equal(end.metricOn, "test");
  return end.metric.accuracy ?? 0;
}
