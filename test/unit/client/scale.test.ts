// The axes of the training panel's curves.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linearScale, logarithmicScale } from "../../../client/src/panel/webview/scale.js";

describe("a straight axis", () => {
  test("has round marks around all of the data, and ends at them", () => {
    const { at, marks } = linearScale(0, 2.7, 100, 0);
    assert.deepEqual(marks, [0, 1, 2, 3]);
    assert.deepEqual([at(0), at(3)], [100, 0]);
  });

  test("keeps its ends where it is told to", () => {
    const { at, marks } = linearScale(0, 365, 0, 365, false);
    assert.deepEqual(marks, [0, 100, 200, 300]);
    assert.equal(at(365), 365);
  });

  test("has room for a single value", () => {
    const { at } = linearScale(0, 0, 100, 0);
    assert.ok(Number.isFinite(at(0)));
  });
});

describe("a logarithmic axis", () => {
  test("marks 1, 2 and 5 of each decade, no further than the data reaches", () => {
    const { at, marks } = logarithmicScale(1.04, 18.7, 100, 0);
    assert.deepEqual(marks, [1, 2, 5, 10, 20]);
    assert.deepEqual([at(1), at(20)], [100, 0]);
    assert.ok(Math.abs(at(Math.sqrt(20)) - 50) < 1e-9);
  });

  test("of many decades marks powers of ten, at most seven", () => {
    const { marks } = logarithmicScale(3e-12, 4e9, 100, 0);
    assert.ok(marks.length <= 7 && marks.length > 2, marks.join());
    for (const mark of marks) assert.equal(Math.abs(Math.log10(mark) % 1) < 1e-9, true, String(mark));
  });

  test("has room for a single value", () => {
    const { at, marks } = logarithmicScale(2, 2, 100, 0);
    assert.ok(Number.isFinite(at(2)) && marks.length > 1);
  });
});
