import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, test } from "node:test";
import { LSPErrorCodes } from "vscode-languageserver";
import { CancellationTokenSource, ResponseError } from "vscode-jsonrpc/node";
import { message, startEditor, type Editor } from "./client.js";
import { network, rulesOf } from "./configs.js";

const high = ["learning-rate/too-high"];

/** The code of the error that a request is answered with; undefined when it is answered well. */
async function errorOf(answer: Promise<unknown>): Promise<number | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ResponseError);
    return error.code;
  }
}

async function stillServes(editor: Editor, name: string): Promise<void> {
  assert.deepEqual(rulesOf(await editor.diagnostics(await editor.open(name, network("5")))), high);
}

describe("cancelled requests", () => {
  test("are answered as cancelled, never with an empty list", async () => {
    const editor = await startEditor();
    const uri = await editor.open("a.nnet", network("5"));
    const position = { line: 1, character: 58 };
    const textDocument = { uri };
    const requests = {
      "textDocument/diagnostic": { textDocument },
      "textDocument/hover": { textDocument, position },
      "textDocument/codeAction": { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
      "nnlint/networks": { uri },
    };
    for (const [index, [method, params]] of Object.entries(requests).entries()) {
      // A new text, so that there is work to wait for.
      await editor.change(uri, index + 2, network("5", { layer: "layer dense { nOut: 8 }\n".repeat(100 + index) }));
      const source = new CancellationTokenSource();
      const answer = errorOf(editor.connection.sendRequest(method, params, source.token));
      source.cancel();
      assert.equal(await answer, LSPErrorCodes.RequestCancelled, method);
    }
    // The work itself was not thrown away, and others get its result.
    assert.ok(rulesOf(await editor.diagnostics(uri)).includes("learning-rate/too-high"));
    await editor.close();
  });

  test("one that is cancelled in a hurry of changes leaves the others be", async () => {
    const editor = await startEditor();
    const uri = await editor.open("a.nnet", network());
    const answers = [];
    for (let version = 2; version < 60; version++) {
      await editor.change(uri, version, network(version % 2 === 0 ? "5" : "0.05"));
      const source = new CancellationTokenSource();
      const report = editor.connection.sendRequest<{ items: [] }>("textDocument/diagnostic", { textDocument: { uri } }, source.token);
      if (version % 3 === 0) source.cancel();
      answers.push(
        report.then(
          ({ items }) => items.length,
          (error: unknown) => (error instanceof ResponseError ? error.code : error),
        ),
      );
    }
    for (const [index, answer] of (await Promise.all(answers)).entries()) {
      const isCancelled = (index + 2) % 3 === 0;
      assert.ok(isCancelled ? answer === LSPErrorCodes.RequestCancelled : answer === 0 || answer === 1, `${index}: ${String(answer)}`);
    }
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.close();
  });
});

describe("wrong messages", () => {
  test("requests without what they need are answered with an error, unknown ones too", async () => {
    const editor = await startEditor();
    const uri = await editor.open("a.nnet", network("5"));
    for (const [method, params] of [
      ["textDocument/hover", { textDocument: { uri } }],
      ["textDocument/hover", null],
      ["textDocument/diagnostic", {}],
      ["textDocument/codeAction", { textDocument: { uri }, context: null }],
      ["textDocument/fortune", {}],
    ] as const)
      assert.notEqual(await errorOf(editor.connection.sendRequest(method, params)), undefined, method);
    await editor.connection.sendNotification("textDocument/didChange", { textDocument: { uri } });
    await editor.connection.sendNotification("textDocument/didOpen", {});
    await editor.connection.sendNotification("workspace/didChangeConfiguration", null);
    await editor.connection.sendNotification("no/such", { a: 1 });
    await stillServes(editor, "b.nnet");
    await editor.close();
  });

  test("what is no message at all is passed over", async () => {
    const editor = await startEditor();
    const { stdin } = editor.process;
    stdin?.write("Content-Length: 9\r\n\r\nnot json!");
    stdin?.write("Content-Length: 2\r\n\r\n{}");
    stdin?.write(message({ id: 77777 }));
    stdin?.write(message({ method: "textDocument/didChange", params: [1, 2, 3] }));
    await stillServes(editor, "a.nnet");
    await editor.close();
  });
});

describe("options that are not what a rule expects", () => {
  test("are passed over without a word in the log, and every rule speaks", async () => {
    const settings = {
      rules: {
        "learning-rate/too-low": ["warning", { bounds: null, timesBelowUsual: "many" }],
        "learning-rate/too-high": ["error", { bounds: { sgd: "low" } }],
      },
    };
    const editor = await startEditor({ settings });
    const uri = await editor.open("a.nnet", network("5"));
    assert.deepEqual(rulesOf(await editor.diagnostics(uri)), high);
    await editor.change(uri, 2, network("1e-9"));
    assert.deepEqual(rulesOf(await editor.diagnostics(uri)), ["learning-rate/too-low"]);
    assert.deepEqual(
      editor.log.filter((line) => line.includes("failed")),
      [],
    );
    await editor.close();
  });
});

describe("the process", () => {
  test("speaks over IPC, as the editor starts it, and as nnlint lsp --stdio", async () => {
    for (const transport of ["ipc", "command"] as const) {
      const editor = await startEditor({ transport });
      await stillServes(editor, "a.nnet");
      await editor.close();
      assert.equal(editor.process.exitCode, 0, transport);
    }
  });

  test("ends well after shutdown and exit, and with a fault after exit alone", async () => {
    const editor = await startEditor();
    const exited = once(editor.process, "exit");
    await editor.connection.sendNotification("exit");
    assert.deepEqual(await exited, [1, null]);
    await editor.close();
  });

  test("ends when the editor's end of the pipe is closed, or its channel", async () => {
    const editor = await startEditor();
    const exited = once(editor.process, "exit");
    editor.process.stdin?.end();
    await exited;
    await editor.close();
    const other = await startEditor({ transport: "ipc" });
    const gone = once(other.process, "exit");
    other.process.disconnect();
    await gone;
    await other.close();
  });

  test("ends when the editor's process is gone, even where a pipe is left open", async () => {
    const parent = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
    const editor = await startEditor({ initialize: { processId: parent.pid } });
    const exited = once(editor.process, "exit");
    parent.kill("SIGKILL");
    await exited;
    await editor.close();
  });

  test("nnlint lsp without --stdio says what is missing", async () => {
    const child = spawn(process.execPath, [path.resolve("bin/nnlint.mjs"), "lsp"], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    const [code] = (await once(child, "close")) as [number];
    assert.equal(code, 2);
    assert.match(said, /--stdio/);
  });

  test("work that is under way when the editor goes does not keep it", async () => {
    const editor = await startEditor();
    const uri = await editor.open("a.nnet", network("5"));
    const change = {
      method: "textDocument/didChange",
      params: { textDocument: { uri, version: 2 }, contentChanges: [{ text: network("5") }] },
    };
    editor.process.stdin?.write(
      message(change).repeat(50) + message({ id: 7, method: "textDocument/diagnostic", params: { textDocument: { uri } } }),
    );
    const exited = once(editor.process, "exit");
    editor.process.stdin?.end();
    await exited;
    await editor.close();
  });
});
