import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { classesText } from "../../../cli/src/reporters/class-table.js";
import { classScoresOf } from "../../../runner/src/run/class-scores.js";
import { ClassTable } from "../../../runner/src/run/class-table.js";
import { Scores } from "../../../runner/src/run/scores.js";

const array = (shape: readonly number[], values: readonly number[]) => ({ shape, values: Float32Array.from(values) });

/** Actual and answered class of some examples. */
function countsOf(pairs: readonly (readonly [actual: number, answered: number])[]) {
  const table = new ClassTable();
  for (const [actual, answered] of pairs) table.count(actual, answered);
  return table.counts("out");
}

describe("what a classifier's answers are worth", () => {
  test("precision and recall of each class come from the confusion matrix", () => {
    const counts = countsOf([
      [0, 0],
      [0, 0],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    assert.deepEqual(classScoresOf([counts]), [
      {
        output: "out",
        confusion: [
          [2, 1, 0],
          [0, 1, 0],
          [0, 1, 0],
        ],
        precision: [1, 1 / 3, null],
        recall: [2 / 3, 1, 0],
      },
    ]);
  });

  test("more than twenty classes are left out", () => {
    assert.deepEqual(classScoresOf([countsOf([[20, 0]])]), []);
    assert.equal(classScoresOf([countsOf([[19, 0]])]).length, 1);
  });

  test("a table shows them, with what each class was answered as", () => {
    const text = classesText({
      classes: classScoresOf([
        countsOf([
          [0, 0],
          [0, 1],
          [1, 1],
        ]),
      ]),
      metricOn: "test",
    });
    const lines = text.replaceAll(/\u001B\[\d+m/g, "").split("\n");
    assert.match(lines[1] ?? "", /test data/);
    assert.match(lines[3] ?? "", /^ {6}0 +100\.0 % +50\.0 % +1 +1$/);
    assert.match(lines[4] ?? "", /^ {6}1 +50\.0 % +100\.0 % +0 +1$/);
  });
});

describe("what the answers of a regression are worth", () => {
  test("MAE, RMSE and R² over all minibatches", () => {
    const scores = new Scores("out", "real");
    scores.add(array([2, 1], [1, 3]), array([2, 1], [0, 4]), undefined);
    scores.add(array([1, 1], [8]), array([1, 1], [8]), undefined);
    const { mae, rmse, r2 } = scores.metric();
    assert.ok(Math.abs((mae ?? NaN) - 2 / 3) < 1e-9);
    assert.ok(Math.abs((rmse ?? NaN) - Math.sqrt(2 / 3)) < 1e-9);
    assert.ok(Math.abs((r2 ?? NaN) - (1 - 2 / 32)) < 1e-9);
    assert.equal(scores.classes(), undefined);
  });
});
