import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { atLeast, compareVersions, isBefore, isOldApi, newestRelease, releases } from "../../../core/src/facts/versions.js";

describe("Deeplearning4j's versions", () => {
  test("the releases are in order, each newer than the one before", () => {
    for (const [index, release] of releases.entries()) {
      if (index > 0) assert.ok(compareVersions(releases[index - 1] ?? "", release) < 0, release);
    }
    assert.equal(releases.at(-1), newestRelease);
  });

  const pairs: readonly [older: string, newer: string][] = [
    ["0.9.1", "0.9.2"],
    ["0.9.2", "1.0.0-alpha"],
    ["1.0.0-beta", "1.0.0-beta2"],
    ["1.0.0-beta7", "1.0.0-M1"],
    ["1.0.0-M1.1", "1.0.0-M2"],
    ["1.0.0-M2.1", "1.0.0-SNAPSHOT"],
    ["1.0.0-SNAPSHOT", "1.0.0"],
    ["0.4-rc3.8", "0.4-rc3.10"],
    ["0.4-rc3.10", "0.4.0"],
    ["0.10.0", "1.0.0-alpha"],
    [" 0.8.0 ", "0.9.0"],
  ];
  for (const [older, newer] of pairs) {
    test(`${older} is older than ${newer}`, () => {
      assert.ok(compareVersions(older, newer) < 0);
      assert.ok(compareVersions(newer, older) > 0);
      assert.ok(isBefore(older, newer));
      assert.ok(!atLeast(older, newer));
      assert.ok(atLeast(newer, older));
    });
  }

  test("the old API ends with 0.9.x", () => {
    assert.ok(isOldApi("0.9.2"));
    assert.ok(!isOldApi("1.0.0-alpha"));
    assert.ok(!isOldApi("1.0.0-SNAPSHOT"));
  });

  test("a version that is no version is older than everything, not an error", () => {
    assert.ok(compareVersions("nonsense", "0.4-rc0") < 0);
    assert.equal(compareVersions("", ""), 0);
  });
});
