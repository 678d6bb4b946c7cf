// What stands between the lines and behind them: lenses above networks, hints behind layers.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CodeLens, InlayHint } from "vscode-languageserver";
import { startEditor, type Editor } from "./client.js";
import { java, network } from "./configs.js";

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe("lenses and hints", () => {
  let editor: Editor;
  before(async () => void (editor = await startEditor({ initializationOptions: { trainCommands: true } })));
  after(() => editor.close());

  const ask = <T>(method: string, uri: string, more: object = {}) =>
    editor.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });
  const lenses = (uri: string) => ask<CodeLens[]>("codeLens", uri);
  const hints = (uri: string, range = whole) => ask<InlayHint[]>("inlayHint", uri, { range });

  test("above each network stand what trains it, by its name, and its size", async () => {
    const uri = await editor.open("two.nnet", network() + network("0.05", { name: "ham" }));
    const found = await lenses(uri);
    assert.deepEqual(
      found.map(({ range, command }) => [range.start.line, command?.title, command?.arguments?.[0] as unknown]),
      [
        [0, "Run Quick Training", { uri, network: "spam" }],
        [0, "Sweep learning rates", { uri, network: "spam" }],
        [0, "67 parameters", undefined],
        [7, "Run Quick Training", { uri, network: "ham" }],
        [7, "Sweep learning rates", { uri, network: "ham" }],
        [7, "67 parameters", undefined],
      ],
    );
  });

  test("behind each layer's line stands what it gives, with its parameters", async () => {
    const uri = await editor.open("a.nnet", network());
    const found = await hints(uri);
    assert.deepEqual(
      found.map(({ position, label }) => [position.line, label]),
      [
        [4, "→ 8 · 40 parameters"],
        [5, "→ 3 · 27 parameters"],
      ],
    );
    const [first] = found;
    assert.equal(first?.position.character, "  layer dense { nOut: 8 }".length);
    assert.deepEqual(await hints(uri, { start: { line: 5, character: 0 }, end: { line: 5, character: 9 } }), [found[1]]);
  });

  test("builder calls have them too; a line with several layers has none", async () => {
    const uri = await editor.open("Spam.java", java);
    assert.deepEqual(
      (await hints(uri)).map(({ label }) => label),
      ["→ 8 · 40 parameters", "→ 3 · 27 parameters"],
    );
    const both = await editor.open("both.nnet", network("0.05", { layer: "layer dense { nOut: 8 } layer dense { nOut: 4 }" }));
    assert.deepEqual(
      (await hints(both)).map(({ label }) => label),
      ["→ 3 · 15 parameters"],
    );
  });

  test("the settings switch them off", async () => {
    const quiet = await startEditor({ initializationOptions: { trainCommands: true }, settings: { codeLens: false, inlayHints: false } });
    const uri = await quiet.open("a.nnet", network());
    const textDocument = { uri };
    assert.deepEqual(await quiet.connection.sendRequest("textDocument/codeLens", { textDocument }), []);
    assert.deepEqual(await quiet.connection.sendRequest("textDocument/inlayHint", { textDocument, range: whole }), []);
    await quiet.close();
  });

  test("an editor without the commands has no lenses", async () => {
    const other = await startEditor({});
    const uri = await other.open("a.nnet", network());
    assert.deepEqual(await other.connection.sendRequest("textDocument/codeLens", { textDocument: { uri } }), []);
    await other.close();
  });
});
