// Linting files that are not open, for the check of a whole workspace.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { FileCheck } from "../../server/src/protocol.js";
import { startEditor, type Editor } from "./client.js";
import { network, rulesOf } from "./configs.js";

describe("files that are not open", () => {
  let editor: Editor;
  before(async () => {
    const files = {
      "bad.nnet": network("5"),
      "good.nnet": network("0.1"),
      "Other.java": "class Other {}\n",
      "sub/nnlint.json": '{ "rules": { "learning-rate/too-high": "off" } }',
      "sub/silent.nnet": network("5"),
    };
    editor = await startEditor({ files });
  });
  after(() => editor.close());

  const check = (...names: string[]) =>
    editor.connection.sendRequest<FileCheck[]>("nnlint/checkFiles", { uris: names.map((name) => editor.uriOf(name)) });

  test("have the findings that they would have open", async () => {
    const checks = await check("bad.nnet", "good.nnet", "Other.java", "sub/silent.nnet");
    assert.deepEqual(
      checks.map(({ uri, networks, diagnostics }) => [uri, networks, rulesOf(diagnostics)]),
      [
        [editor.uriOf("bad.nnet"), 1, ["learning-rate/too-high"]],
        [editor.uriOf("good.nnet"), 1, []],
        [editor.uriOf("Other.java"), 0, []],
        [editor.uriOf("sub/silent.nnet"), 1, []],
      ],
    );
    const uri = await editor.open("bad.nnet", network("5"));
    assert.deepEqual(checks[0]?.diagnostics, await editor.diagnostics(uri));
  });

  test("that cannot be read are left out, and the others have theirs", async () => {
    const checks = await check("nowhere.nnet", "bad.nnet");
    assert.deepEqual(
      checks.map(({ uri }) => uri),
      [editor.uriOf("bad.nnet")],
    );
    assert.deepEqual(await editor.connection.sendRequest("nnlint/checkFiles", { no: "uris" }), []);
  });

  test("are found below the folders of the workspace, as on the command line", async () => {
    await editor.write(".gitignore", "made/\n");
    await editor.write("made/left-out.nnet", network("5"));
    const names = ["Other.java", "bad.nnet", "good.nnet", "sub/silent.nnet", "sub/nnlint.json"];
    assert.deepEqual(
      await editor.connection.sendRequest("nnlint/lintedFiles", null),
      names.map((name) => editor.uriOf(name)),
    );
  });
});
