import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { XMLParser } from "fast-xml-parser";
import type { Log } from "sarif";
import { inFolder, network, nnlint } from "./nnlint.js";

const inFolderWith = (texts: Readonly<Record<string, string>>, use: (cwd: string) => Promise<void>) =>
  inFolder(async (cwd) => {
    for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(cwd, name), text);
    await use(cwd);
  });

describe("Reports of nnlint check", () => {
  test("sarif: rules with their pages, places from 1, fixes as replacements", () =>
    inFolderWith({ "a b.nnet": network(5) }, async (cwd) => {
      const { code, stdout } = await nnlint(["check", "--format", "sarif"], { cwd });
      assert.equal(code, 1);
      const { version, runs } = JSON.parse(stdout) as Log;
      const [run] = runs;
      const [result] = run?.results ?? [];
      assert.equal(version, "2.1.0");
      assert.deepEqual([result?.ruleId, result?.level], ["learning-rate/too-high", "error"]);
      const place = result?.locations?.[0]?.physicalLocation;
      assert.deepEqual(place?.artifactLocation, { uri: "a%20b.nnet", uriBaseId: "%SRCROOT%" });
      assert.deepEqual(place.region, { startLine: 3, startColumn: 65, endLine: 3, endColumn: 66 });
      assert.deepEqual(result?.fixes?.[0]?.artifactChanges[0]?.replacements, [
        { deletedRegion: place.region, insertedContent: { text: "0.1" } },
      ]);
      const rule = run?.tool.driver.rules?.[result.ruleIndex ?? -1];
      assert.equal(rule?.id, "learning-rate/too-high");
      assert.match(rule.help?.markdown ?? "", /^# /);
    }));

  test("sarif: a fingerprint stays when lines are put before, and files that cannot be read are told", () =>
    inFolderWith({ "a.nnet": network(5) }, async (cwd) => {
      const fingerprint = async () => {
        const { stdout } = await nnlint(["check", "a.nnet", "b.nnet", "--format", "sarif"], { cwd });
        const [run] = (JSON.parse(stdout) as Log).runs;
        assert.equal(run?.invocations?.[0]?.executionSuccessful, false);
        assert.equal(run.invocations[0].toolExecutionNotifications?.[0]?.message.text, "There is no such file or folder.");
        return run.results?.[0]?.partialFingerprints;
      };
      const before = await fingerprint();
      writeFileSync(path.join(cwd, "a.nnet"), `// One more line.\n\n${network(5)}`);
      assert.deepEqual(await fingerprint(), before);
      writeFileSync(path.join(cwd, "a.nnet"), network(6));
      assert.notDeepEqual(await fingerprint(), before);
    }));

  test("github: one command a finding, with what would end it early written as its code", () =>
    inFolderWith({ "a,b.nnet": network(5) }, async (cwd) => {
      const { stdout } = await nnlint(["check", "--format", "github"], { cwd });
      assert.match(
        stdout,
        /^::error file=a%2Cb\.nnet,line=3,endLine=3,col=65,endColumn=66,title=learning-rate\/too-high::A learning rate of 5 /,
      );
      assert.equal(stdout.trim().split("\n").length, 1);
    }));

  test("junit: a suite for each file, a failure for each finding, a case that passed where nothing is found", () =>
    inFolderWith({ "a.nnet": network(5), "b.nnet": network(0.05) }, async (cwd) => {
      const { stdout } = await nnlint(["check", "--format", "junit"], { cwd });
      const isArray = (name: string) => ["testsuite", "testcase"].includes(name);
      const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray }).parse(stdout) as {
        testsuites: {
          "@_tests": string;
          "@_failures": string;
          testsuite: { "@_name": string; testcase: { failure?: { "@_type": string } }[] }[];
        };
      };
      assert.deepEqual([testsuites["@_tests"], testsuites["@_failures"]], ["2", "1"]);
      assert.deepEqual(
        testsuites.testsuite.map((suite) => [suite["@_name"], suite.testcase[0]?.failure?.["@_type"]]),
        [
          ["a.nnet", "error"],
          ["b.nnet", undefined],
        ],
      );
    }));

  test("--output-file writes the report, without colours, and keeps standard output for others", () =>
    inFolderWith({ "a.nnet": network(5) }, async (cwd) => {
      const { code, stdout } = await nnlint(["check", "--color", "--output-file", "report.txt"], { cwd });
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(readFileSync(path.join(cwd, "report.txt"), "utf8"), /^a\.nnet:3:65 error A learning rate/);
      const lost = await nnlint(["check", "--output-file", "no/report.txt"], { cwd });
      assert.deepEqual([lost.code, lost.stderr], [2, "nnlint: --output-file no/report.txt: There is no such folder.\n"]);
    }));

  test("--profile says where the time went, beside the report", () =>
    inFolderWith({ "a.nnet": network(5) }, async (cwd) => {
      const plain = await nnlint(["check", "--format", "json"], { cwd });
      const { stdout, stderr } = await nnlint(["check", "--format", "json", "--profile"], { cwd });
      const files = (text: string) => (JSON.parse(text) as { files: unknown }).files;
      assert.deepEqual(files(stdout), files(plain.stdout));
      assert.match(stderr, /^Time\n(.* ms +\d+ %  .*\n)+/);
      for (const part of ["reading", "resolving", "rules", "fixes"]) assert.match(stderr, new RegExp(` %  ${part}\n`));
      assert.match(stderr, /\nRules\n.* ms +\d+ %  [\w-]+\/[\w-]+\n/);
      assert.match(stderr, /\nFiles\n.* ms +\d+ %  \S+\.\w+\n/);
    }));

  test("--statistics counts by rule", () =>
    inFolderWith({ "a.nnet": network(5), "b.nnet": network(6) }, async (cwd) => {
      const { stdout } = await nnlint(["check", "--statistics"], { cwd });
      assert.match(stdout, /^ +2 {2}error +learning-rate\/too-high {2}2 with a fix\n\n2 errors/);
    }));
});

describe("Baselines", () => {
  test("what is known is not shown again, wherever its line moves; what is new is", () =>
    inFolderWith({ "a.nnet": network(5) }, async (cwd) => {
      const written = await nnlint(["check", "--write-baseline"], { cwd });
      assert.deepEqual([written.code, written.stderr.startsWith("nnlint-baseline.json knows 1 finding now.")], [0, true]);
      const known = await nnlint(["check", "--baseline", "nnlint-baseline.json"], { cwd });
      assert.equal(known.code, 0, known.stdout);
      writeFileSync(path.join(cwd, "a.nnet"), `// Moved.\n${network(5)}${network(7).replace("moons", "more")}`);
      const more = await nnlint(["check", "--baseline", "nnlint-baseline.json"], { cwd });
      assert.equal(more.code, 1);
      assert.match(more.stdout, /A learning rate of 7/);
      assert.doesNotMatch(more.stdout, /A learning rate of 5/);
    }));

  test("what is gone is said, and a file that is no baseline is refused", () =>
    inFolderWith({ "a.nnet": network(5), "b.json": "{}" }, async (cwd) => {
      await nnlint(["check", "--write-baseline", "--baseline", "known.json"], { cwd });
      writeFileSync(path.join(cwd, "a.nnet"), network(0.05));
      const { code, stderr } = await nnlint(["check", "--baseline", "known.json"], { cwd });
      assert.deepEqual([code, stderr.startsWith("1 of the findings that known.json knows is gone.")], [0, true]);
      const refused = await nnlint(["check", "--baseline", "b.json"], { cwd });
      assert.deepEqual(
        [refused.code, refused.stderr],
        [2, "nnlint: --baseline b.json: This is no baseline. Write one with nnlint check --write-baseline.\n"],
      );
    }));
});

describe("nnlint check --watch", () => {
  test("checks again when a file changes, and ends when it is interrupted", () =>
    inFolderWith({ "a.nnet": network(5) }, async (cwd) => {
      let changed = false;
      const { stdout } = await nnlint(["check", "--watch"], {
        cwd,
        onOutput: (soFar, kill) => {
          if (!changed && soFar.includes("1 error")) setTimeout(() => writeFileSync(path.join(cwd, "a.nnet"), network(0.05)), 500);
          changed ||= soFar.includes("1 error");
          if (soFar.includes("Nothing found")) kill("SIGINT");
        },
      });
      assert.match(stdout, /1 error[\s\S]*Nothing found/);
    }));

  test("does not take standard input", async () => {
    const { code, stderr } = await nnlint(["check", "-", "--watch"]);
    assert.deepEqual([code, stderr], [2, "nnlint: --watch needs files or folders: standard input does not change.\n"]);
  });
});

describe("nnlint init", () => {
  test("writes an nnlint.json without mistakes, and never over one", () =>
    inFolderWith({ "a.nnet": network(0.05) }, async (cwd) => {
      assert.equal((await nnlint(["init"], { cwd })).code, 0);
      const check = await nnlint(["check"], { cwd });
      assert.deepEqual([check.code, check.stdout.startsWith("Nothing found")], [0, true]);
      const again = await nnlint(["init"], { cwd });
      assert.deepEqual([again.code, again.stderr], [2, "nnlint: nnlint.json: There is one already, and it was left as it is.\n"]);
    }));
});
