// Learning rates as people type them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { problemOfRates, ratesInText } from "../../../client/src/training/rates-in-text.js";

describe("learning rates in a text", () => {
  test("are a list, as it is written", () => {
    assert.equal(problemOfRates("0.1, 1e-3,5E-5"), undefined);
    assert.deepEqual(ratesInText("0.1, 1e-3,5E-5"), ["0.1", "1e-3", "5E-5"]);
  });

  test("or a range, with about one rate for each power of ten", () => {
    assert.equal(problemOfRates("1e-5 to 0.1"), undefined);
    assert.deepEqual(ratesInText("1e-5 to 0.1"), ["1e-5", "1e-4", "0.001", "0.01", "0.1"]);
    assert.deepEqual(ratesInText("0.01 to 0.02"), ["0.01", "0.02"]);
    assert.equal(ratesInText("1e-30 to 1").length, 12);
  });

  test("what is wrong with them is said", () => {
    assert.match(problemOfRates("") ?? "", /numbers above 0/);
    assert.match(problemOfRates("0.1, fast") ?? "", /“fast” is not a number above 0/);
    assert.match(problemOfRates("0.1, -1") ?? "", /“-1”/);
    assert.match(problemOfRates("0.1, 1e-1") ?? "", /twice/);
    assert.match(problemOfRates("0.1 to 0.001") ?? "", /lower one first/);
    assert.match(problemOfRates("0.1, 0.2 to 1") ?? "", /two ends/);
  });
});
