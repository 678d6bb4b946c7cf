// Fixes, over every configuration of the repository: each removes its finding and adds none; together they leave nothing to repair.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, applyEdits, fixText, type AnalysedFile } from "../../../core/src/analysis/workspace.js";
import type { Finding, Setting } from "../../../core/src/model/index.js";
import { everyConfig, type Config } from "./every-config.js";

const configs = everyConfig();
const isSerious = ({ severity }: Finding) => severity === "error" || severity === "warning";
const seriousRules = ({ findings }: AnalysedFile) => new Set(findings.filter(isSerious).map(({ rule }) => rule));
const countOf = ({ findings }: AnalysedFile, rule: string) => findings.filter((finding) => finding.rule === rule).length;

describe("a fix on its own", () => {
  test("there are configurations to try it on, in every notation", () => {
    for (const notation of ["nnet", "java", "kotlin"])
      assert.ok(configs.filter((config) => config.notation === notation).length > 100, notation);
  });
  for (const config of configs) {
    test(`${config.name}: removes its finding, adds none, keeps the rest`, async () => {
      const before = await analyse(config.text, config.notation, config.environment);
      for (const finding of before.findings) for (const fix of finding.fixes) await checkAlone(config, before, finding, fix);
      assert.deepEqual(before.failures, []);
    });
  }
});

/** Networks that share a builder and want it otherwise from each other: no text suits them all. */
const quarrelling = new Set(["test/dl4j-judge/sources/1.0/ManySmallNets.java"]);

describe("fix --suggested", () => {
  for (const { text, notation, environment, name } of configs.filter(({ name }) => quarrelling.has(name)))
    test(`${name}: fixes that go round in a circle leave fewer findings, and a second run changes nothing`, async () => {
      const before = await analyse(text, notation, environment);
      const { text: fixed, analysed } = await fixText(text, notation, environment, { suggested: true });
      assert.ok(analysed.findings.length < before.findings.length);
      assert.equal((await fixText(fixed, notation, environment, { suggested: true })).text, fixed);
    });

  for (const config of configs.filter(({ name }) => !quarrelling.has(name))) {
    test(`${config.name}: leaves nothing to repair, and a second run changes nothing`, async () => {
      const { text, notation, environment } = config;
      const before = await analyse(text, notation, environment);
      const { text: fixed, analysed } = await fixText(text, notation, environment, { suggested: true });
      assert.deepEqual(
        analysed.findings.filter(({ fixes }) => fixes.length > 0).map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      checkKept(before, analysed, "all fixes");
      assert.equal((await fixText(fixed, notation, environment, { suggested: true })).text, fixed);
    });
  }
});

async function checkAlone({ text, notation, environment }: Config, before: AnalysedFile, finding: Finding, fix: Finding["fixes"][number]) {
  const title = `${finding.rule}, "${fix.title}"`;
  const after = await analyse(applyEdits(text, fix.edits), notation, environment);
  assert.ok(countOf(after, finding.rule) < countOf(before, finding.rule), `${title}: its finding is gone`);
  checkKept(before, after, title);
  // What has no effect stands among the values: what is removed, and a written nIn that the version replaces.
  if (fix.safety === "safe" && !fix.title.startsWith("Remove") && finding.rule !== "shape/nin-overridden")
    assert.deepEqual(valuesOf(after), valuesOf(before), `${title}: safe, so that the network is the same`);
}

/** No new rule speaks at warning or above, and comments and networks are still there. */
function checkKept(before: AnalysedFile, after: AnalysedFile, title: string): void {
  const known = seriousRules(before);
  assert.deepEqual(
    [...seriousRules(after)].filter((rule) => !known.has(rule)),
    [],
    `${title}: nothing new is found`,
  );
  assert.equal(after.networks.length, before.networks.length, `${title}: the networks are still read`);
  const comments = ({ file }: AnalysedFile) => file.comments.map(({ text }) => text);
  const kept = comments(after);
  assert.deepEqual(
    comments(before).filter((comment) => !kept.includes(comment)),
    [],
    `${title}: comments stay`,
  );
}

/** What is in force, without where it stands. */
function valuesOf({ networks }: AnalysedFile): unknown {
  return networks.map(({ train, data, inputs, layers }) => plain({ train, data, inputs, layers }));
}

const places = new Set(["range", "kindRange", "address", "path", "origin", "index", "trainProfile", "testProfile"]);

function plain(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plain);
  if (typeof part !== "object" || part === null) return part;
  if ("origin" in part) return plain((part as Setting<unknown>).value);
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
      places.has(key) || value === undefined ? [] : [[key, plain(value)]],
    ),
  );
}
