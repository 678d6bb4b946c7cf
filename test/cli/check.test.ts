import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { inFolder, network, nnlint } from "./nnlint.js";

interface Report {
  readonly version: number;
  readonly files: readonly { readonly path: string; readonly networks: number; readonly findings: readonly Found[] }[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly summary: Readonly<Record<string, number>>;
}
interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly network: string;
  readonly setting: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly safety: string;
    readonly preferred: boolean;
    readonly edits: readonly { newText: string }[];
  }[];
}
const report = (stdout: string) => JSON.parse(stdout) as Report;

describe("nnlint check", () => {
  test("prints findings with their code, what to do, and a sum; an error is exit code 1", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(5));
      const { code, stdout } = await nnlint(["check"], { cwd });
      assert.equal(code, 1);
      assert.match(stdout, /^a\.nnet:3:65 error A learning rate of 5 is high for Nesterovs\. learning-rate\/too-high$/m);
      assert.match(stdout, /^> 3 \|/m);
      assert.match(stdout, /fix Set learning rate to 0\.1/);
      assert.match(stdout, /1 error \(1 network in 1 file, \d+ ms\)\.$/m);
    }));

  test("as JSON says where, what and how to repair, in the form that programs rely on", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(5));
      const { code, stdout } = await nnlint(["check", "--format", "json", "--fail-on", "never"], { cwd });
      assert.equal(code, 0);
      const { version, files, errors, summary } = report(stdout);
      assert.equal(version, 1);
      assert.deepEqual(errors, []);
      assert.deepEqual({ ...summary, milliseconds: 0 }, { files: 1, networks: 1, error: 1, warning: 0, info: 0, hint: 0, milliseconds: 0 });
      const [file] = files;
      const [found] = file?.findings ?? [];
      assert.equal(file?.path, "a.nnet");
      assert.deepEqual(found?.range.start, { line: 2, character: 64 });
      assert.deepEqual(
        [found.rule, found.severity, found.network, found.setting],
        ["learning-rate/too-high", "error", "moons", "train.updater.learningRate"],
      );
      assert.deepEqual(
        found.fixes.map(({ title, safety, preferred, edits }) => [title, safety, preferred, edits[0]?.newText]),
        [["Set learning rate to 0.1", "suggested", true, "0.1"]],
      );
    }));

  test("a clean folder and an empty one are exit code 0", () =>
    inFolder(async (cwd) => {
      assert.deepEqual(await nnlint(["check"], { cwd }).then(({ code, stdout }) => [code, stdout.includes("were found")]), [0, true]);
      writeFileSync(path.join(cwd, "a.nnet"), network(0.05));
      const { code, stdout } = await nnlint(["check"], { cwd });
      assert.equal(code, 0, stdout);
      assert.match(stdout, /Nothing found/);
    }));

  test("standard input is read as -, under the name that it is given", async () => {
    const { code, stdout } = await nnlint(["check", "-", "--stdin-filename", "here.nnet"], { stdin: network(5) });
    assert.equal(code, 1);
    assert.match(stdout, /^here\.nnet:3:65 error/m);
  });

  test("a path that is not there is exit code 2, and hides no other file", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(5));
      const { code, stdout } = await nnlint(["check", "a.nnet", "gone.nnet", "--format", "json"], { cwd });
      assert.equal(code, 2);
      const { files, errors } = report(stdout);
      assert.equal(files[0]?.findings.length, 1);
      assert.deepEqual(
        errors.map(({ path: name }) => name),
        ["gone.nnet"],
      );
    }));

  test(
    "a file that may not be read is named, unless the user may read everything",
    { skip: process.getuid?.() === 0 && "root reads everything" },
    () =>
      inFolder(async (cwd) => {
        writeFileSync(path.join(cwd, "locked.nnet"), network(5));
        chmodSync(path.join(cwd, "locked.nnet"), 0);
        const { code, stdout } = await nnlint(["check", "--format", "json"], { cwd });
        assert.equal(code, 2);
        assert.equal(report(stdout).errors.length, 1);
      }),
  );

  test("levels of rules and of failing are options; a wrong rule is answered with the nearest", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(0.5));
      assert.equal((await nnlint(["check", "--fail-on", "warning"], { cwd })).code, 1);
      assert.equal((await nnlint(["check", "--rule", "learning-rate/too-high=off", "--fail-on", "hint"].slice(0, 3), { cwd })).code, 0);
      const { code, stderr } = await nnlint(["check", "--rule", "learning-rate/to-high=off"], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /learning-rate\/too-high/);
    }));

  test("what .gitignore leaves out is left out, unless it is asked for", () =>
    inFolder(async (cwd) => {
      mkdirSync(path.join(cwd, "out put"));
      writeFileSync(path.join(cwd, "out put", "a.nnet"), network(5));
      writeFileSync(path.join(cwd, ".gitignore"), "out put/\n");
      assert.equal((await nnlint(["check"], { cwd })).code, 0);
      assert.equal((await nnlint(["check", "--no-ignore"], { cwd })).code, 1);
    }));

  test("an unknown command or option is exit code 2, in a line without a stack", async () => {
    for (const args of [["chek"], ["check", "--formt", "json"]]) {
      const { code, stderr } = await nnlint(args);
      assert.equal(code, 2);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });
});

describe("nnlint fix", () => {
  test("repairs standard input with what is suggested", async () => {
    const { code, stdout } = await nnlint(["fix", "-", "--suggested"], { stdin: network(5) });
    assert.equal(code, 0);
    assert.equal(stdout, network(0.1));
  });

  test("prints a diff and writes nothing when asked to", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), network(5));
      const { stdout } = await nnlint(["fix", "--suggested", "--dry-run"], { cwd });
      assert.match(stdout, /^-.*learningRate: 5/m);
      assert.match(stdout, /^\+.*learningRate: 0\.1/m);
      assert.equal((await nnlint(["check"], { cwd })).code, 1);
    }));
});

describe("nnlint explain, rules, inspect", () => {
  test("explain shows a rule's page and a section's guideline", async () => {
    assert.match((await nnlint(["explain", "learning-rate/too-high"])).stdout, /learning-rate\/too-high/);
    assert.equal((await nnlint(["explain", "learning-rate"])).code, 0);
    const { code, stderr } = await nnlint(["explain", "learning-rte"]);
    assert.equal(code, 2);
    assert.match(stderr, /learning-rate/);
  });

  test("rules lists all, as JSON too", async () => {
    const { rules } = JSON.parse((await nnlint(["rules", "--format", "json"])).stdout) as { rules: readonly { id: string }[] };
    assert.ok(rules.length > 100);
    assert.ok(rules.some(({ id }) => id === "run/dead-units"));
  });

  test("inspect shows what is in force and where it comes from", async () => {
    const { stdout } = await nnlint(["inspect", "-", "--format", "json"], { stdin: network(0.05) });
    const { files } = JSON.parse(stdout) as {
      files: readonly { networks: readonly { layers: readonly Record<string, { value: unknown; origin: string }>[] }[] }[];
    };
    const [first] = files[0]?.networks[0]?.layers ?? [];
    assert.ok(first);
    assert.deepEqual([first.nIn?.value, first.nIn?.origin], [2, "inferred"]);
    assert.deepEqual([first.nOut?.value, first.nOut?.origin], [8, "explicit"]);
  });
});
