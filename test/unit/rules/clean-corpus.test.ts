// Good configurations of every kind that people build: no rule may find anything to act on in them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { analyse, defaultConfiguration, notationOf } from "../../../core/src/analysis/workspace.js";

const folder = new URL("../../corpus/clean/", import.meta.url);
const environment = {
  project: { version: null, configuration: { ...defaultConfiguration, preset: "all" as const } },
  data: { profile: () => Promise.resolve(undefined) },
};

describe("configurations that are fine", () => {
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(new URL(name, folder), "utf8");
    test(`${name}: ${text.split("\n", 1)[0]?.replace(/^\/\/ /, "") ?? ""}`, async () => {
      const notation = notationOf(name);
      assert.ok(notation, "a notation that is linted");
      const { findings, networks, failures } = await analyse(text, notation, environment);
      assert.deepEqual(failures, []);
      assert.equal(networks.length, 1, "it holds a network");
      const serious = findings.filter(({ severity }) => severity === "error" || severity === "warning");
      assert.deepEqual(
        serious.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }
});
