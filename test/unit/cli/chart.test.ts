import assert from "node:assert/strict";
import { test } from "node:test";
import { columnChart } from "../../../cli/src/reporters/chart.js";

test("a falling loss falls from the full height to a low column", () => {
  assert.deepEqual(columnChart([8, 4, 1], 10, 1), ["█▄▁"]);
  assert.deepEqual(columnChart([2, 1], 10, 2), ["█ ", "██"]);
});

test("more values than columns are averaged", () => {
  assert.deepEqual(columnChart([8, 8, 4, 4], 2, 1), ["█▄"]);
});

test("a value that is not a number leaves its column empty", () => {
  assert.deepEqual(columnChart([4, NaN, 4], 10, 1), ["█ █"]);
});
