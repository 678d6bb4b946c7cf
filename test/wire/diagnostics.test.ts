import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DiagnosticSeverity } from "vscode-languageserver";
import packageJson from "../../package.json" with { type: "json" };
import { message, modern, old, startEditor, until, type Editor } from "./client.js";
import { java, network, messageOf, pom, rulesOf, textAt } from "./configs.js";

describe("an editor that asks for diagnostics", () => {
  let editor: Editor;
  before(async () => void (editor = await startEditor({ files: { "new/pom.xml": pom("1.0.0-M2.1") } })));
  after(() => editor.close());

  test("is told what the server can do", () => {
    const { capabilities, serverInfo } = editor.initialized;
    assert.deepEqual(serverInfo, { name: "nnlint", version: packageJson.version });
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.diagnosticProvider, { identifier: "nnlint", interFileDependencies: false, workspaceDiagnostics: false });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ["quickfix", "source.fixAll.nnlint"] });
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.workspace?.workspaceFolders, { supported: true, changeNotifications: true });
  });

  test("a rate of 5 under sgd is an error on the number, with its why and its page", async () => {
    const text = network("5");
    const [finding, ...others] = await editor.diagnostics(await editor.open("high.nnet", text));
    assert.ok(finding);
    assert.deepEqual(others, []);
    assert.equal(textAt(text, finding), "5");
    assert.equal(finding.severity, DiagnosticSeverity.Error);
    assert.equal(finding.source, "nnlint");
    assert.equal(finding.code, "learning-rate/too-high");
    assert.match(messageOf(finding), /^A learning rate of 5 is high for Sgd\.\nMost networks train with Sgd between 0\.001 and 0\.1\./);
    assert.match(finding.codeDescription?.href ?? "", /^file:.*\/dist\/pages\/learning-rate\/too-high\.md$/);
  });

  test("is told that nothing changed, by the result's id", async () => {
    const uri = await editor.open("same.nnet", network("5"));
    const first = await editor.pull(uri);
    assert.equal(first.kind, "full");
    const again = await editor.pull(uri, first.resultId);
    assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });
    await editor.change(uri, 2, network("7"));
    assert.equal((await editor.pull(uri, first.resultId)).kind, "full");
  });

  test("gets those of the newest text, however many changes lie between", async () => {
    const uri = await editor.open("typed.nnet", network("5"));
    const early = editor.diagnostics(uri);
    for (let version = 2; version <= 20; version++) await editor.change(uri, version, network(version === 20 ? "0.05" : "5"));
    const late = editor.diagnostics(uri);
    assert.deepEqual(rulesOf(await late), []);
    await early;
  });

  test("builder calls in Java are linted for the version of the build file above them, else for the one that their calls tell", async () => {
    const found = await editor.diagnostics(await editor.open("new/Spam.java", java));
    const removed = found.find(({ code }) => code === "api/removed");
    assert.ok(removed, rulesOf(found).join());
    assert.match(messageOf(removed), /is gone: Deeplearning4j 1\.0\.0-alpha removed it, and this is 1\.0\.0-M2\.1\./);
    const before = await editor.diagnostics(await editor.open("Old.java", java));
    assert.deepEqual(rulesOf(before), ["learning-rate/too-high"]);
    assert.equal(textAt(java, before[0] ?? assert.fail()), "50");
  });

  test("a Java file without Deeplearning4j is left alone", async () => {
    assert.deepEqual(await editor.diagnostics(await editor.open("Other.java", "class Other { int learningRate = 50; }")), []);
  });

  test("other places that explain a finding come with it", async () => {
    const text = `network two {
  train { seed: 1, epochs: 20, updater: sgd(learningRate: 0.05), backprop: truncated(50) }
  input: vector(4)
  layer dense { nOut: 8, activation: relu, weightInit: relu, nIn: 5 }
  layer output { nOut: 3, activation: softmax, loss: mcxent }
}
`;
    const found = await editor.diagnostics(await editor.open("related.nnet", text));
    for (const { relatedInformation } of found)
      for (const { location } of relatedInformation ?? []) assert.equal(location.uri, editor.uriOf("related.nnet"));
    assert.ok(found.length > 0);
  });

  test("a text with syntax errors has findings, and the intact rest is still judged", async () => {
    const found = await editor.diagnostics(await editor.open("damaged.nnet", network("5").replace("layer dense {", "layer dense {{ nOut")));
    assert.ok(rulesOf(found).includes("nnlint/syntax"), rulesOf(found).join());
    assert.ok(rulesOf(found).includes("learning-rate/too-high"), rulesOf(found).join());
  });

  test("positions count UTF-16 units, and lines end as the text ends them", async () => {
    const text = network("5")
      .replace("network", "/* 😀 */ network")
      .replace("  train", '  data { train: csv("😀.csv"), label: "ä" } train')
      .replaceAll("\n", "\r\n");
    const found = await editor.diagnostics(await editor.open("emoji.nnet", text));
    const high = found.find(({ code }) => code === "learning-rate/too-high");
    assert.ok(high, rulesOf(found).join());
    assert.equal(textAt(text, high), "5");
  });
});

describe("an editor that is sent diagnostics", () => {
  let editor: Editor;
  before(async () => void (editor = await startEditor({ capabilities: old })));
  after(() => editor.close());

  const of = (uri: string) => editor.pushed.filter((pushed) => pushed.uri === uri);

  test("is offered none to ask for", () => {
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
    assert.deepEqual(editor.registered, []);
    assert.ok(!editor.asked.includes("workspace/configuration"));
  });

  test("gets them with the version of the text that they belong to, and none once it is closed", async () => {
    const uri = await editor.open("a.nnet", network("5"));
    const first = await until("the first findings", () => of(uri)[0]);
    assert.deepEqual([first.version, rulesOf(first.diagnostics)], [1, ["learning-rate/too-high"]]);
    await editor.change(uri, 2, network());
    const second = await until("the findings of the change", () => of(uri)[1]);
    assert.deepEqual([second.version, second.diagnostics], [2, []]);
    await editor.closeDocument(uri);
    const last = await until("the end", () => of(uri)[2]);
    assert.deepEqual(last, { uri, diagnostics: [] });
  });

  test("a hundred changes in one go are judged together, and the last text's findings come last", async () => {
    const uri = await editor.open("fast.nnet", network());
    await until("the first findings", () => of(uri)[0]);
    const changes = Array.from({ length: 100 }, (_, index) => ({
      method: "textDocument/didChange",
      params: { textDocument: { uri, version: index + 2 }, contentChanges: [{ text: network(index === 99 ? "5" : "0.05") }] },
    }));
    editor.process.stdin?.write(changes.map(message).join(""));
    const last = await until("the last findings", () => of(uri).find(({ version }) => version === 101));
    assert.deepEqual(rulesOf(last.diagnostics), ["learning-rate/too-high"]);
    assert.equal(of(uri).at(-1), last);
    const versions = of(uri).map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
      "every version at most once, in order",
    );
    assert.ok(versions.length < 10, `${versions.length} texts were read`);
  });
});

test("an editor that knows no Markdown, versions or preferences gets plain answers", async () => {
  const editor = await startEditor({ capabilities: { textDocument: { ...modern.textDocument, hover: {} } } });
  const text = network("5");
  const uri = await editor.open("plain.nnet", text);
  const [finding] = await editor.diagnostics(uri);
  assert.ok(finding);
  const [action] = await editor.actions(uri, finding);
  assert.deepEqual(action?.edit, { changes: { [uri]: [{ range: finding.range, newText: "0.1" }] } });
  const hover = await editor.connection.sendRequest<{ contents: { kind: string } }>("textDocument/hover", {
    textDocument: { uri },
    position: finding.range.start,
  });
  assert.equal(hover.contents.kind, "plaintext");
  await editor.close();
});
