import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits } from "../../../core/src/analysis/apply-edits.js";
import { applySuppressions } from "../../../core/src/analysis/suppressions.js";
import type { Comment, Finding } from "../../../core/src/model/index.js";

const rules = new Set(["loss/unfit-for-task", "activation/saturating"]);

/** A finding of the rule on every `X` of the text. */
function findingsIn(text: string, rule: string): Finding[] {
  return [...text.matchAll(/X/g)].map(({ index }) => ({
    rule,
    severity: "warning",
    message: "",
    detail: "",
    range: { start: index, end: index + 1 },
    network: null,
    layer: null,
    setting: null,
    related: [],
    fixes: [],
  }));
}

function commentsIn(text: string): Comment[] {
  return [...text.matchAll(/\/\/(.*)/g)].map((match) => ({
    range: { start: match.index, end: match.index + match[0].length },
    text: (match[1] ?? "").trim(),
  }));
}

function suppress(text: string, rule = "loss/unfit-for-task") {
  return applySuppressions(text, commentsIn(text), findingsIn(text, rule), rules);
}

describe("a suppression", () => {
  test("of the next line silences that line only", () => {
    const left = suppress("// nnlint-disable-next-line loss/unfit-for-task -- on purpose\nX\nX\n");
    assert.deepEqual(
      left.map(({ rule, range }) => [rule, range.start]),
      [["loss/unfit-for-task", 64]],
    );
  });

  test("of its own line silences that line", () => {
    assert.deepEqual(suppress("X // nnlint-disable-line loss/unfit-for-task\n"), []);
  });

  test("of a block ends at enable", () => {
    const left = suppress("// nnlint-disable loss/unfit-for-task\nX\n// nnlint-enable loss/unfit-for-task\nX\n");
    assert.equal(left.length, 1);
  });

  test("without a name silences every rule", () => {
    assert.deepEqual(suppress("X // nnlint-disable-line\n", "activation/saturating"), []);
  });

  test("of another rule silences nothing and is itself reported", () => {
    const left = suppress("X // nnlint-disable-line activation/saturating\n");
    assert.deepEqual(
      left.map(({ rule }) => rule),
      ["loss/unfit-for-task", "nnlint/unused-suppression"],
    );
  });

  test("that is unused is removed with its line", () => {
    const text = "a\n  // nnlint-disable-next-line activation/saturating\nb\n";
    const [finding] = suppress(text);
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), "a\nb\n");
  });

  test("that is unused beside a used one leaves the used one", () => {
    const text = "X // nnlint-disable-line activation/saturating, loss/unfit-for-task\n";
    const [finding] = suppress(text);
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), "X // nnlint-disable-line loss/unfit-for-task\n");
  });

  test("of a misspelt rule is answered with the nearest name", () => {
    const text = "X // nnlint-disable-line loss/unfit-for-taks\n";
    const finding = suppress(text).find(({ rule }) => rule === "nnlint/unknown-rule");
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), "X // nnlint-disable-line loss/unfit-for-task\n");
  });
});
