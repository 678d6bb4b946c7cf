// Every rule page is its rule's test: blocks that report, stay clean, and come out of a fix.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  analyse,
  applyEdits,
  defaultConfiguration,
  knownRuleIds,
  rulePage,
  rules,
  rulesOfRuns,
  rulesOfTexts,
} from "../../core/src/analysis/workspace.js";
import { profileSource } from "../../core/src/data-profile/profile-source.js";
import { rulePages } from "../../core/src/generated/rule-pages.js";
import type { DataSource, Finding, Notation, ProjectFacts } from "../../core/src/model/index.js";
import { blocksOf, type Block } from "./blocks.js";
import { textFiles } from "./data-files.js";
import { frame } from "./frame.js";

const headings = ["What it finds", "Why it matters", "Examples", "How to fix it", "When it is fine", "Sources"];

test("every page belongs to a rule", () => {
  assert.deepEqual(
    Object.keys(rulePages).filter((id) => !knownRuleIds.has(id)),
    [],
  );
});

for (const id of Object.keys({ ...rulesOfRuns, ...rulesOfTexts })) {
  test(`${id} has a page, which no block can show`, () => {
    const page = rulePage(id) ?? "";
    assert.ok(page.startsWith(`# ${id}\n`), "the page begins with the rule's id");
    assert.deepEqual(
      [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]),
      headings.filter((heading) => heading !== "Examples"),
    );
  });
}

for (const rule of rules) {
  describe(rule.id, () => {
    const page = rulePage(rule.id) ?? "";
    const blocks = blocksOf(page);
    test("has a page with its name and sections", () => {
      assert.ok(page.startsWith(`# ${rule.id}\n`), "the page begins with the rule's id");
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]),
        headings,
      );
    });
    test("shows what it reports and what is clean", () => {
      for (const kind of ["reports", "clean"])
        assert.ok(
          blocks.some((block) => block.kind === kind),
          `a block that is "${kind}"`,
        );
    });
    test("shows in Kotlin what it shows in Java", () => {
      const has = (language: string) => blocks.some((block) => block.language === language && block.kind === "reports");
      assert.ok(has("kotlin") || !has("java"), "a kotlin block that reports");
    });
    blocks.forEach((block, index) => {
      if (!["reports", "clean", "fixed"].includes(block.kind)) return;
      const name = `${block.language} ${block.kind}${block.title === null ? "" : ` "${block.title}"`} (line ${block.line})`;
      test(name, () => check(rule.id, block, blocks.slice(0, index)));
    });
  });
}

async function check(rule: string, block: Block, before: readonly Block[]): Promise<void> {
  if (block.kind === "fixed") return checkFixed(rule, block, before);
  const { findings, offset } = await findingsOf(rule, block, before);
  const seen = findings.map(({ range }) => [range.start - offset, range.end - offset]);
  if (block.kind === "clean") {
    assert.deepEqual(
      findings.map(({ message }) => message),
      [],
    );
    return;
  }
  const marks = block.marks.toSorted((a, b) => a.start - b.start);
  assert.ok(marks.length > 0, "the block marks what it reports");
  const quote = ([start, end]: readonly number[]) => block.code.slice(start, end);
  assert.deepEqual(
    seen.map((range) => [range, quote(range)]),
    marks.map(({ start, end }) => [[start, end], quote([start, end])]),
  );
  marks.forEach(({ severity, message }, index) => {
    const finding = findings[index];
    assert.ok(finding);
    if (severity !== null) assert.equal(finding.severity, severity, finding.message);
    if (message !== null) assert.ok(finding.message.startsWith(message), `"${finding.message}" begins with "${message}"`);
  });
}

/** The fix named in the block, applied to the block before it: the text after, its finding gone, no new error or warning. */
async function checkFixed(rule: string, block: Block, before: readonly Block[]): Promise<void> {
  const source = before.findLast((other) => other.kind === "reports" && other.language === block.language);
  assert.ok(source, "a block that reports stands before the fixed one");
  const result = await findingsOf(rule, source, before);
  const finding = result.findings.find(({ fixes }) => fixes.some(({ title }) => title === block.title));
  const offered = result.findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  assert.ok(finding, `a fix titled "${block.title}" is offered; there are: ${offered.join(" | ") || "none"}`);
  const fix = finding.fixes.find(({ title }) => title === block.title);
  const after = applyEdits(result.text, fix?.edits ?? []);
  const shown = after.slice(result.offset, after.length - (result.text.length - result.offset - result.length));
  assert.equal(shown, block.code);
  const left = await analyse(after, source.language as Notation, environment(source, before));
  const count = (findings: readonly Finding[], severities: readonly string[]) =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  assert.equal(left.findings.filter((other) => other.rule === rule).length, result.findings.length - 1, "its finding is gone");
  const serious = (findings: readonly Finding[]) =>
    findings.filter(({ severity }) => severity === "error" || severity === "warning").map(({ rule: id }) => id);
  const known = serious(result.all);
  assert.deepEqual(
    serious(left.findings).filter((id) => !known.includes(id)),
    [],
    "no new error or warning came",
  );
  assert.ok(count(left.findings, ["error", "warning"]) <= count(result.all, ["error", "warning"]));
}

async function findingsOf(rule: string, block: Block, before: readonly Block[]) {
  const framed = frame(block.language, block.code, block.options.version);
  const analysed = await analyse(framed.text, block.language as Notation, environment(block, before));
  assert.deepEqual(analysed.failures, [], "no rule throws");
  assert.ok(analysed.networks.length > 0, "the block holds a network");
  if (block.language === "nnet") assert.deepEqual(analysed.file.problems, [], "the block is read without a problem");
  return { ...framed, all: analysed.findings, findings: analysed.findings.filter((finding) => finding.rule === rule) };
}

function environment(block: Block, before: readonly Block[]) {
  const version = block.options.version;
  const project: ProjectFacts = {
    version:
      version === undefined
        ? block.language === "nnet"
          ? null
          : { value: "1.0.0-M2.1", from: "build file" }
        : { value: version, from: "build file" },
    configuration: { ...defaultConfiguration, preset: "all" },
  };
  const files = new Map(before.filter(({ language }) => language === "csv").map(({ kind, code }) => [kind, code]));
  const data = {
    profile: (source: DataSource) =>
      profileSource(
        source,
        textFiles((name) => files.get(name)),
      ),
  };
  return { project, data };
}
