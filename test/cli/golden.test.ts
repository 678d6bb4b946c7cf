import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { runEvent } from "../../runner/src/protocol/events.js";
import { goldenCases, type GoldenCase } from "../unit/runner/golden-cases.js";
import { departing, nameOf } from "../unit/runner/training-alike.js";
import { inFolder, nnlint } from "./nnlint.js";

/** The first case of each group, without those that train otherwise and say so: what Java of theirs does not say, a pretraining, is left out. */
const cases = [
  ...new Map(
    goldenCases()
      .toReversed()
      .map((one) => [one.group, one]),
  ).values(),
].filter((one) => !departing.has(nameOf(one)) && one.group !== "pretraining");

const inClass = (one: GoldenCase) => `import org.deeplearning4j.nn.conf.*;\nclass A {\n  Object conf = ${one.java};\n}\n`;

/** The five losses and the weights that the command line gives for a case. */
async function trained(one: GoldenCase, notation: "nnet" | "java", folder: string) {
  const file = (name: string, content: unknown) => {
    const place = path.join(folder, name);
    writeFileSync(place, typeof content === "string" ? content : JSON.stringify(content));
    return place;
  };
  const config = notation === "nnet" ? file("a.nnet", one.nnet) : file("A.java", inClass(one));
  const saved = path.join(folder, "saved.json");
  const given = ["--data", file("data.json", one.data), "--initial-weights", file("weights.json", one.initial)];
  const run = ["--steps", "5", "--batch-size", String(one.batchSize), "--no-shuffle", "--backend", "wasm"];
  const { stdout, stderr } = await nnlint(["train", config, ...given, ...run, "--save-weights", saved, "--format", "ndjson"]);
  const events = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => runEvent.parse(JSON.parse(line)));
  const losses = events.flatMap((event) => (event.event === "step" ? [event.loss ?? NaN] : []));
  assert.equal(losses.length, 5, stdout + stderr);
  return { losses, weights: JSON.parse(readFileSync(saved, "utf8")) as GoldenCase["initial"] };
}

describe("nnlint train gives Deeplearning4j's numbers", { concurrency: 2 }, () => {
  for (const one of cases)
    for (const notation of ["nnet", "java"] as const)
      test(`${nameOf(one)} in ${notation}`, () =>
        inFolder(async (folder) => {
          const { losses, weights } = await trained(one, notation, folder);
          one.losses.forEach((loss, step) => {
            const gap = Math.abs((losses[step] ?? NaN) - loss);
            assert.ok(gap <= 1e-4 * Math.max(1, Math.abs(loss)), `step ${step + 1}: ${losses[step]}, Deeplearning4j has ${loss}`);
          });
          const arrays = (all: GoldenCase["initial"] | undefined) =>
            all?.layers.map(({ layer, ...rest }) => [layer, Object.keys(rest).sort()]).filter(([, names]) => names?.length !== 0);
          assert.deepEqual(arrays(weights), arrays(one.after["5"]));
        }));
});
