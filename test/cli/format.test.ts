import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { inFolder, network, nnlint } from "./nnlint.js";

const crooked = "network a {\n input:vector(2)\n}\n";
const straight = "network a {\n  input: vector(2)\n}\n";

describe("nnlint format", () => {
  test("writes files in canonical form, names them, and passes over Java in folders", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), crooked);
      writeFileSync(path.join(cwd, "b.nnet"), straight);
      writeFileSync(path.join(cwd, "C.java"), "class C { }");
      const { code, stdout } = await nnlint(["format"], { cwd });
      assert.deepEqual([code, stdout], [0, "a.nnet\nOf 2 files, 1 was formatted.\n"]);
      assert.equal(readFileSync(path.join(cwd, "a.nnet"), "utf8"), straight);
    }));

  test("--check writes nothing and fails", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), crooked);
      const { code, stdout } = await nnlint(["format", "--check"], { cwd });
      assert.deepEqual([code, stdout], [1, "a.nnet\nOf 1 file, 1 would be formatted.\n"]);
      assert.equal(readFileSync(path.join(cwd, "a.nnet"), "utf8"), crooked);
      writeFileSync(path.join(cwd, "a.nnet"), straight);
      assert.equal((await nnlint(["format", "--check"], { cwd })).code, 0);
    }));

  test("a file with mistakes is left as it is, and hides no other", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "a.nnet"), "network a { layer dens { } }");
      writeFileSync(path.join(cwd, "b.nnet"), crooked);
      const { code, stdout, stderr } = await nnlint(["format"], { cwd });
      assert.deepEqual([code, stdout], [2, "b.nnet\nOf 2 files, 1 was formatted.\n"]);
      assert.equal(stderr, "nnlint: a.nnet: It has mistakes, and was left as it is: nnlint check shows them.\n");
      assert.equal(readFileSync(path.join(cwd, "a.nnet"), "utf8"), "network a { layer dens { } }");
    }));

  test("standard input goes to standard output; with mistakes, as it came", async () => {
    const { code, stdout } = await nnlint(["format", "-"], { stdin: crooked });
    assert.deepEqual([code, stdout], [0, straight]);
    const broken = await nnlint(["format", "-"], { stdin: "network a {" });
    assert.deepEqual([broken.code, broken.stdout], [2, "network a {"]);
  });

  test("a Java file that is named is refused", () =>
    inFolder(async (cwd) => {
      writeFileSync(path.join(cwd, "C.java"), "class C { }");
      const { code, stderr } = await nnlint(["format", "C.java"], { cwd });
      assert.deepEqual([code, stderr], [2, "nnlint: C.java: nnlint formats .nnet files; Java and Kotlin have formatters of their own.\n"]);
      assert.equal((await nnlint(["format", "-"], { stdin: network(0.1) })).code, 0);
    }));
});
