// Every piece of the guideline's advice, disregarded and followed, in all notations: test/corpus/advice/.
// A block that violates names its rule: the rule must speak, and nothing else at warning or above; what follows the advice stays quiet.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import {
  analyse,
  applyEdits,
  defaultConfiguration,
  type AnalysedFile,
  type AnalysisEnvironment,
} from "../../../core/src/analysis/workspace.js";
import { profileSource } from "../../../core/src/data-profile/profile-source.js";
import type { Finding, Notation } from "../../../core/src/model/index.js";
import { blocksOf, type Block } from "../../pages/blocks.js";
import { textFiles } from "../../pages/data-files.js";
import { frame } from "../../pages/frame.js";

const folder = new URL("../../corpus/advice/", import.meta.url);

for (const name of readdirSync(folder).sort()) {
  const page = readFileSync(new URL(name, folder), "utf8");
  const blocks = blocksOf(page);
  const headings = page.split("\n").map((line) => /^## (.+)/.exec(line)?.[1]);
  const adviceAbove = ({ line }: Block) => headings.slice(0, line).findLast((heading) => heading !== undefined) ?? "";
  describe(name.replace(".md", ""), () => {
    blocks.forEach((block, index) => {
      if (block.kind !== "violates" && block.kind !== "clean") return;
      const said = block.kind === "clean" ? "followed" : `disregarded (${block.options.rule})`;
      test(`${adviceAbove(block)}: ${said} in ${block.language}, line ${block.line}`, () => check(block, blocks.slice(0, index)));
    });
  });
}

const isSerious = ({ severity }: Finding) => severity === "error" || severity === "warning";
const seriousIn = ({ findings }: AnalysedFile) => findings.filter(isSerious).map(({ rule, message }) => `${rule}: ${message}`);

async function check(block: Block, before: readonly Block[]): Promise<void> {
  const environment = environmentOf(block, before);
  const { text } = frame(block.language, block.code, block.options.version);
  const analysed = await analyse(text, block.language as Notation, environment);
  assert.deepEqual(analysed.failures, []);
  assert.equal(analysed.networks.length, 1, "one network is read");
  const { rule } = block.options;
  const others = analysed.findings.filter((finding) => isSerious(finding) && finding.rule !== rule);
  assert.deepEqual(
    others.map((finding) => `${finding.rule}: ${finding.message}`),
    [],
    "nothing else is said",
  );
  if (block.kind === "clean") return;
  const found = analysed.findings.filter((finding) => finding.rule === rule);
  assert.ok(found.length > 0, `${rule} speaks; there are: ${analysed.findings.map((finding) => finding.rule).join(", ")}`);
  if (block.options.fixes !== undefined)
    assert.equal(found.flatMap(({ fixes }) => fixes).length > 0, block.options.fixes === "some", "fixes are offered, or not");
  for (const finding of found) await checkFixes(text, block.language as Notation, environment, finding, analysed);
}

/** Each fix on its own removes its finding and brings no new warning. */
async function checkFixes(
  text: string,
  notation: Notation,
  environment: AnalysisEnvironment,
  finding: Finding,
  before: AnalysedFile,
): Promise<void> {
  const count = ({ findings }: AnalysedFile) => findings.filter(({ rule }) => rule === finding.rule).length;
  for (const fix of finding.fixes) {
    const after = await analyse(applyEdits(text, fix.edits), notation, environment);
    assert.ok(count(after) < count(before), `"${fix.title}" removes its finding`);
    const known = seriousIn(before);
    assert.deepEqual(
      seriousIn(after).filter((message) => !known.includes(message)),
      [],
      `"${fix.title}" brings nothing new`,
    );
  }
}

function environmentOf(block: Block, before: readonly Block[]): AnalysisEnvironment {
  const files = new Map(before.filter(({ language }) => language === "csv").map(({ kind, code }) => [kind, code]));
  const { version } = block.options;
  const built = version ?? (block.language === "nnet" ? null : "1.0.0-M2.1");
  return {
    project: {
      version: built === null ? null : { value: built, from: "build file" },
      configuration: { ...defaultConfiguration, preset: "all" },
    },
    data: {
      profile: (source) =>
        profileSource(
          source,
          textFiles((name) => files.get(name)),
        ),
    },
  };
}
