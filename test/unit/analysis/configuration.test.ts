import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { configurationFor, isIgnored, parseConfiguration } from "../../../core/src/project/configuration.js";

const known = new Set(["loss/unfit-for-task"]);

describe("nnlint.json", () => {
  test("may have comments and a trailing comma", () => {
    const { file, problems } = parseConfiguration('{\n  // ours\n  "preset": "all",\n}', known);
    assert.deepEqual([file.preset, problems], ["all", []]);
  });

  test("with a misspelt key says so on the key and keeps the rest", () => {
    const text = '{ "presets": "all", "rules": { "loss/unfit-for-task": "off" } }';
    const { file, problems } = parseConfiguration(text, known);
    assert.deepEqual(
      problems.map(({ message, range }) => [message, text.slice(range.start, range.end)]),
      [['"presets" is not a setting of nnlint.', '"presets"']],
    );
    assert.deepEqual(file.rules, { "loss/unfit-for-task": "off" });
  });

  test("with an unknown rule or level says so", () => {
    assert.match(parseConfiguration('{ "rules": { "loss/none": "off" } }', known).problems[0]?.message ?? "", /no rule named "loss\/none"/);
    assert.match(parseConfiguration('{ "rules": { "loss/unfit-for-task": "loud" } }', known).problems[0]?.message ?? "", /"off", "hint"/);
  });

  test("that is not JSON is a problem, never an exception", () => {
    assert.ok(parseConfiguration("{", known).problems.length > 0);
    assert.ok(parseConfiguration("", known).problems.length > 0);
  });

  test("overrides count for the files they name", () => {
    const { file } = parseConfiguration(
      '{ "rules": { "loss/unfit-for-task": "error" }, "overrides": [{ "files": "old/**", "rules": { "loss/unfit-for-task": "off" } }] }',
      known,
    );
    assert.equal(configurationFor(file, "old/a.nnet").rules["loss/unfit-for-task"], "off");
    assert.equal(configurationFor(file, "new/a.nnet").rules["loss/unfit-for-task"], "error");
  });

  test("wins over the editor's settings", () => {
    const { file } = parseConfiguration('{ "rules": { "loss/unfit-for-task": "error" } }', known);
    assert.equal(configurationFor(file, "a.nnet", { "loss/unfit-for-task": "off" }).rules["loss/unfit-for-task"], "error");
  });

  test("leaves out what it ignores", () => {
    const { file } = parseConfiguration('{ "ignore": ["generated/**"] }', known);
    assert.deepEqual([isIgnored(file, "generated/a.nnet"), isIgnored(file, "a.nnet")], [true, false]);
  });
});
