import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf } from "./blocks.js";

test("carets under a line mark the text above them, with severity and message", () => {
  const page =
    '# x\n\n```nnet reports version=0.9.1\ntrain { l2: 5 }\n            ^ error: too much\nlayer dense\n```\n\n```nnet fixed "Set l2 to 1"\ntrain { l2: 1 }\n```\n';
  const [reports, fixed] = blocksOf(page);
  assert.equal(reports?.code, "train { l2: 5 }\nlayer dense\n");
  assert.deepEqual(reports.marks, [{ start: 12, end: 13, severity: "error", message: "too much" }]);
  assert.equal(reports.code.slice(12, 13), "5");
  assert.deepEqual(reports.options, { version: "0.9.1" });
  assert.equal(fixed?.title, "Set l2 to 1");
  assert.equal(fixed.kind, "fixed");
});
