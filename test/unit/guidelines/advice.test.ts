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
