// docs/advice.md says where each piece of the guideline's advice went; the places have to be there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { guidelinePage, knownRuleIds, rulePage } from "../../../core/src/analysis/workspace.js";

const rows = readFileSync(new URL("../../../docs/advice.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| section"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("where each piece of advice went", () => {
  test("every section of the guideline is there", () => {
    assert.deepEqual(
      [...new Set(rows.map(([, section]) => section))],
      [
        "Data Normalization",
        "Weight Initialization",
        "Epochs and Iterations",
        "Learning Rate",
        "Activation Function",
        "Loss Function",
        "Regularization",
        "Minibatch Size",
        "Updater",
        "Gradient Normalization",
        "Truncated BPTT",
        "Visible/Hidden Unit",
        "RBMs",
      ],
    );
  });
  for (const [, section = "", advice = "", places = ""] of rows) {
    test(`${section}: ${advice}`, () => {
      const names = [...places.matchAll(/(page )?`([^`]+)`/g)];
      assert.ok(names.length > 0, "it names a rule or a page");
      for (const [, page, name = ""] of names) {
        if (page === undefined) assert.ok(knownRuleIds.has(name), `${name} is a rule`);
        else assert.ok(guidelinePage(name) ?? rulePage(name), `there is a page ${name}`);
      }
    });
  }
});

describe("the number of rules", () => {
  const runs = [...knownRuleIds].filter((id) => id.startsWith("run/")).length;
  const count = (file: string) =>
    /(\d+) rules(?: \((\d+) of them judge training runs\))?/.exec(readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8"));

  test("the README has it", () => {
    assert.deepEqual(count("README.md")?.slice(1), [`${knownRuleIds.size}`, `${runs}`]);
  });
  test("the changelog has it", () => {
    assert.equal(count("CHANGELOG.md")?.[1], `${knownRuleIds.size}`);
  });
});
