import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseConfiguration } from "../../../core/src/project/configuration.js";
import { around, known } from "./files.js";

/** The mistakes in a text: what is said, and about which part. */
function mistakes(text: string): (readonly [string, string])[] {
  return parseConfiguration(text, known).problems.map(({ message, range }) => [message, text.slice(range.start, range.end)] as const);
}

describe("nnlint.json", () => {
  test("may have comments, a trailing comma and a byte order mark", () => {
    const { file, problems } = parseConfiguration('\uFEFF{\n  // ours\n  "preset": "all",\n}', known);
    assert.deepEqual([file.preset, problems], ["all", []]);
  });

  test("with a misspelt key says so on the key and keeps the rest", () => {
    const text = '{ "presets": "all", "rules": { "loss/unfit-for-task": "off" } }';
    assert.deepEqual(mistakes(text), [['"presets" is not a setting of nnlint. Did you mean "preset"?', '"presets"']]);
    assert.deepEqual(parseConfiguration(text, known).file.rules, { "loss/unfit-for-task": "off" });
  });

  /** Text, what is said of it, and the part that it is said of. */
  const table: readonly (readonly [string, RegExp, string])[] = [
    ['{ "rules": { "loss/none": "off" } }', /^There is no rule named "loss\/none"/, '"loss/none"'],
    ['{ "rules": { "loss/unfit-for-tasks": "off" } }', /Did you mean "loss\/unfit-for-task"\?/, '"loss/unfit-for-tasks"'],
    ['{ "rules": { "too-high": "off" } }', /Did you mean "learning-rate\/too-high"\?/, '"too-high"'],
    ['{ "rules": { "loss/unfit-for-task": "warn" } }', /^A rule is set to "off", .* Did you mean "warning"\?/, '"warn"'],
    ['{ "rules": { "loss/unfit-for-task": ["off", { "usual": 1 }] } }', /has no options/, '"usual"'],
    ['{ "rules": { "learning-rate/too-high": ["info", { "ussual": 1 }] } }', /no option "ussual".* Did you mean "usual"\?/, '"ussual"'],
    ['{ "rules": { "learning-rate/too-high": ["info", { "usual": "1" }] } }', /is a number\./, '"1"'],
    ['{ "overrides": [{ "files": "*.java", "rules": { "loss/none": "off" } }] }', /no rule named/, '"loss/none"'],
    ['{ "overrides": [{ "rules": {} }] }', /"files" is missing/, '{ "rules": {} }'],
    ['{ "overrides": [{ "file": "a", "files": "a", "rules": {} }] }', /Did you mean "files"\?/, '"file"'],
    ['{ "preset": "everything" }', /"recommended", "all" or "page-only"/, '"everything"'],
    ['{ "ignore": "generated" }', /a list of globs/, '"generated"'],
    ['{ "root": "yes" }', /true or false/, '"yes"'],
    ['{ "dl4jVersion": "M2.1" }', /no release "M2\.1"\. Did you mean 1\.0\.0-M2\.1\?/, '"M2.1"'],
    ['{ "dl4jVersion": "0.9" }', /Did you mean 0\.9\.1\?/, '"0.9"'],
    ['{ "dl4jVersion": 0.9 }', /is a text/, "0.9"],
    ['{ "preset": "all", "preset": "recommended" }', /"preset" is set twice/, '"preset"'],
    ["[]", /The file holds one object/, "[]"],
  ];
  for (const [text, message, part] of table)
    test(`says what is wrong in ${text}`, () => {
      const [first, ...others] = mistakes(text);
      assert.ok(first && message.test(first[0]), JSON.stringify(first));
      assert.equal(first[1], part);
      assert.deepEqual(others, []);
    });

  test("that is not JSON is a problem, never an exception", () => {
    for (const text of ["{", "", "\uFEFF", '{ "rules": ', '{ "rules": [1, }', "null", "{]"]) assert.ok(mistakes(text).length > 0, text);
  });

  test("keeps what is right beside a wrong rule", () => {
    const text =
      '{ "rules": { "loss/unfit-for-task": "loud", "learning-rate/too-high": "off" }, "overrides": [{}, { "files": "a", "rules": {} }] }';
    assert.deepEqual(parseConfiguration(text, known).file, {
      rules: { "learning-rate/too-high": "off" },
      overrides: [{ files: "a", rules: {} }],
    });
  });
});

const rule = "loss/unfit-for-task";
const setTo = (level: string, more = "") => `{ "rules": { "${rule}": "${level}" }${more} }`;

describe("the configuration in force", () => {
  const levelOf = async (...given: Parameters<typeof around>) => (await around(...given)).facts.configuration.rules[rule];

  test("is that of the nearest nnlint.json", async () => {
    const files = { "nnlint.json": setTo("off"), "nets/nnlint.json": setTo("info") };
    assert.deepEqual([await levelOf("a.nnet", files), await levelOf("nets/deep/a.nnet", files)], ["off", "info"]);
  });

  test("takes in the next one further up when it says that it is not the root", async () => {
    const outer = '{ "preset": "all", "rules": { "learning-rate/too-high": "off" }, "ignore": ["nets/old"] }';
    const { facts, ignored } = await around("nets/a.nnet", { "nnlint.json": outer, "nets/nnlint.json": setTo("info", ', "root": false') });
    assert.deepEqual(facts.configuration, { preset: "all", rules: { [rule]: "info", "learning-rate/too-high": "off" } });
    assert.equal(ignored, false);
    assert.equal(
      (await around("nets/old/a.nnet", { "nnlint.json": outer, "nets/nnlint.json": setTo("info", ', "root": false') })).ignored,
      true,
    );
  });

  test("has overrides for the files they name", async () => {
    const files = { "nnlint.json": setTo("error", `, "overrides": [{ "files": ["old/**", "*.java"], "rules": { "${rule}": "off" } }]`) };
    assert.equal(await levelOf("old/a.nnet", files), "off");
    assert.equal(await levelOf("deep/in/A.java", files), "off");
    assert.equal(await levelOf("new/a.nnet", files), "error");
  });

  test("wins over the editor's settings, and the command line's options over it", async () => {
    const files = { "nnlint.json": setTo("error") };
    assert.equal(await levelOf("a.nnet", files, { rules: { [rule]: "off" } }), "error");
    assert.equal(await levelOf("a.nnet", files, { rules: { [rule]: "off" }, areOptions: true }), "off");
    assert.equal(await levelOf("a.nnet", {}, { rules: { [rule]: "off" } }), "off");
  });

  test("may be another file", async () => {
    assert.equal(
      await levelOf("a.nnet", { "nnlint.json": setTo("error"), "ci.json": setTo("hint") }, { configPath: "/ws/ci.json" }),
      "hint",
    );
  });

  test("leaves out what it ignores", async () => {
    const files = { "nnlint.json": '{ "ignore": ["generated", "*.old.nnet", "/top/*.nnet", "!keep.old.nnet"] }' };
    const ignored = async (path: string) => (await around(path, files)).ignored;
    assert.equal(await ignored("generated/a.nnet"), true);
    assert.equal(await ignored("deep/generated/b/a.nnet"), true);
    assert.equal(await ignored("deep/a.old.nnet"), true);
    assert.equal(await ignored("deep/keep.old.nnet"), false);
    assert.equal(await ignored("top/a.nnet"), true);
    assert.equal(await ignored("top/in/a.nnet"), false);
  });
});

describe("the version that is set", () => {
  const build = { "build.gradle": "implementation 'org.deeplearning4j:x:0.8.0'" };
  const set = { ...build, "nnlint.json": '{ "dl4jVersion": "1.0.0-BETA7" }' };
  const versionOf = async (...given: Parameters<typeof around>) => (await around(...given)).facts.version;

  test("wins over build files, in Deeplearning4j's spelling", async () => {
    assert.deepEqual(await versionOf("src/A.java", build), { value: "0.8.0", from: "build file" });
    assert.deepEqual(await versionOf("src/A.java", set), { value: "1.0.0-beta7", from: "setting" });
  });

  test("in nnlint.json wins over the editor's, and --dl4j-version over both", async () => {
    assert.equal((await versionOf("A.java", set, { dl4jVersion: "0.9.1" }))?.value, "1.0.0-beta7");
    assert.equal((await versionOf("A.java", set, { dl4jVersion: "0.9.1", areOptions: true }))?.value, "0.9.1");
    assert.deepEqual(await versionOf("A.java", build, { dl4jVersion: "0.9.1" }), { value: "0.9.1", from: "setting" });
  });

  test("counts as not set when there is no such release", async () => {
    assert.deepEqual(await versionOf("A.java", build, { dl4jVersion: "newest" }), { value: "0.8.0", from: "build file" });
  });
});
