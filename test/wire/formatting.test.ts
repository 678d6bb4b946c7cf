import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TextEdit } from "vscode-languageserver";
import { modern, startEditor, type Editor } from "./client.js";
import { java, network } from "./configs.js";

const options = { tabSize: 2, insertSpaces: true };

async function formatted(editor: Editor, name: string, text: string): Promise<readonly TextEdit[]> {
  const uri = await editor.open(name, text);
  return editor.connection.sendRequest("textDocument/formatting", { textDocument: { uri }, options });
}

describe("Format Document", () => {
  test("is offered for .nnet alone where the editor can be told so, else for all", async () => {
    const capabilities = { ...modern, textDocument: { ...modern.textDocument, formatting: { dynamicRegistration: true } } };
    const told = await startEditor({ capabilities });
    const plain = await startEditor();
    try {
      await formatted(told, "a.nnet", network());
      assert.equal(told.initialized.capabilities.documentFormattingProvider, undefined);
      assert.ok(told.registered.includes("textDocument/formatting"));
      assert.equal(plain.initialized.capabilities.documentFormattingProvider, true);
    } finally {
      await Promise.all([told.close(), plain.close()]);
    }
  });

  test("replaces the text by its canonical form; nothing is to be done the second time", async () => {
    const editor = await startEditor();
    try {
      const edits = await formatted(editor, "a.nnet", "network a {\n input:vector(2)\n}\n\n");
      assert.deepEqual(
        edits.map(({ newText }) => newText),
        ["network a {\n  input: vector(2)\n}\n"],
      );
      assert.deepEqual(edits[0]?.range, { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } });
      assert.deepEqual(await formatted(editor, "b.nnet", edits[0].newText), []);
    } finally {
      await editor.close();
    }
  });

  test("leaves Java and texts with mistakes as they are", async () => {
    const editor = await startEditor();
    try {
      assert.deepEqual(await formatted(editor, "A.java", java), []);
      assert.deepEqual(await formatted(editor, "a.nnet", "network a { layer dens { } }"), []);
    } finally {
      await editor.close();
    }
  });
});
