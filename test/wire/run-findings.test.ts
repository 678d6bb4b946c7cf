import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Diagnostic, Range } from "vscode-languageserver";
import { startEditor, type Editor } from "./client.js";
import { network, rulesOf, textAt } from "./configs.js";

const text = network("0.05", { layer: "layer dense { nOut: 8, activation: tanh }" });

/** The range of a word in a text of \n lines. */
function rangeOf(word: string, within = text): Range {
  const before = within.slice(0, within.indexOf(word)).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { ...start, character: start.character + word.length } };
}

/** What a run says of the first layer's activation, with a fix. */
const saturated = {
  rule: "run/saturated-units",
  severity: "warning",
  network: "spam",
  layer: "0",
  setting: "layers.0.activation",
  range: rangeOf("tanh"),
  message: "93 % of the units are saturated.",
  detail: "They hardly learn.",
  evidence: { saturated: 0.93 },
  fixes: [{ title: "Set activation to relu", safety: "suggested", preferred: true, edits: [{ range: rangeOf("tanh"), newText: "relu" }] }],
};
const diverging = {
  ...saturated,
  rule: "run/diverging",
  severity: "error",
  layer: null,
  setting: "train.updater.learningRate",
  range: rangeOf("0.05"),
  message: "The loss grows.",
  fixes: [],
};

describe("findings of a run", () => {
  let editor: Editor;
  let count = 0;
  before(async () => void (editor = await startEditor()));
  after(() => editor.close());

  const ran = (uri: string, findings: object[], more: object = {}) =>
    editor.connection.sendNotification("nnlint/runFindings", { uri, network: "spam", text, findings, ...more });
  const dismissed = (params: object) => editor.connection.sendNotification("nnlint/dismissRunFindings", params);
  const opened = (content = text) => editor.open(`${count++}.nnet`, content);
  const only = (found: readonly Diagnostic[]) => found.filter(({ code }) => String(code).startsWith("run/"));

  test("come with the others, on the setting that explains them, with their fix and without a way to silence them", async () => {
    const uri = await opened();
    await ran(uri, [saturated, diverging]);
    const found = only(await editor.diagnostics(uri));
    assert.deepEqual(rulesOf(found), ["run/diverging", "run/saturated-units"]);
    const finding = found.find(({ code }) => code === "run/saturated-units") ?? assert.fail();
    assert.equal(textAt(text, finding), "tanh");
    assert.equal(finding.message, "93 % of the units are saturated.\nThey hardly learn.");
    assert.equal(finding.severity, 2);
    const actions = await editor.actions(uri, finding);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Set activation to relu"],
    );
    assert.deepEqual(actions[0]?.edit?.documentChanges, [
      { textDocument: { uri, version: 1 }, edits: [{ range: rangeOf("tanh"), newText: "relu" }] },
    ]);
  });

  test("ask the editor to ask again", async () => {
    const uri = await opened();
    const { resultId } = await editor.pull(uri);
    const before = editor.asked.length;
    await ran(uri, [saturated]);
    assert.equal((await editor.pull(uri, resultId)).kind, "full");
    assert.ok(editor.asked.slice(before).includes("workspace/diagnostic/refresh"));
  });

  test("move with their setting, and so does the fix", async () => {
    const uri = await opened();
    await ran(uri, [saturated]);
    const moved = `// A comment\n\n${text.replace("nOut: 8, activation", "nOut: 16, activation")}`;
    await editor.change(uri, 2, moved);
    const finding = only(await editor.diagnostics(uri))[0] ?? assert.fail();
    assert.equal(textAt(moved, finding), "tanh");
    const [fix] = await editor.actions(uri, finding);
    assert.deepEqual(fix?.edit?.documentChanges, [
      { textDocument: { uri, version: 2 }, edits: [{ range: finding.range, newText: "relu" }] },
    ]);
  });

  test("go when the value is no longer the one that was run, and come back with it", async () => {
    const uri = await opened();
    await ran(uri, [saturated, diverging]);
    await editor.change(uri, 2, text.replace("tanh", "elu"));
    assert.deepEqual(rulesOf(only(await editor.diagnostics(uri))), ["run/diverging"]);
    await editor.change(uri, 3, text.replace("0.05", "0.01"));
    assert.deepEqual(rulesOf(only(await editor.diagnostics(uri))), ["run/saturated-units"]);
    await editor.change(uri, 4, text);
    assert.equal(only(await editor.diagnostics(uri)).length, 2);
  });

  test("go when their layer goes, or another takes its place", async () => {
    const uri = await opened();
    await ran(uri, [saturated]);
    await editor.change(uri, 2, text.replace("  layer dense", "  layer dense { nOut: 9, activation: tanh }\n  layer dense"));
    assert.deepEqual(only(await editor.diagnostics(uri)), []);
    await editor.change(uri, 3, text.replace(/ {2}layer dense.*\n/, ""));
    assert.deepEqual(only(await editor.diagnostics(uri)), []);
  });

  test("stay with a layer that has a name, wherever it moves", async () => {
    const named = text.replace("layer dense", "layer dense first");
    const uri = await opened(named);
    await ran(uri, [{ ...saturated, layer: "first", range: rangeOf("tanh", named) }], { text: named });
    assert.deepEqual(rulesOf(only(await editor.diagnostics(uri))), ["run/saturated-units"]);
    const later = named.replace("  layer dense first", "  layer dense { nOut: 9 }\n  layer dense first");
    await editor.change(uri, 2, later);
    const [finding] = only(await editor.diagnostics(uri));
    assert.equal(textAt(later, finding ?? assert.fail()), "tanh");
  });

  test("hold for the text that was run, also when the editor's has gone on since", async () => {
    const uri = await opened();
    await editor.change(uri, 2, `\n${text}`);
    await ran(uri, [saturated, diverging]);
    assert.equal(only(await editor.diagnostics(uri)).length, 2);
    const other = await opened(text.replace("tanh", "elu"));
    await ran(other, [saturated]);
    assert.deepEqual(only(await editor.diagnostics(other)), []);
  });

  test("are replaced by the next run of the same network, and no other", async () => {
    const both = text + text.replaceAll("spam", "eggs");
    const uri = await opened(both);
    await ran(uri, [saturated, diverging], { text: both });
    await ran(uri, [{ ...diverging, network: "eggs" }], { text: both, network: "eggs" });
    assert.equal(only(await editor.diagnostics(uri)).length, 3);
    await ran(uri, [saturated], { text: both });
    assert.deepEqual(rulesOf(only(await editor.diagnostics(uri))), ["run/diverging", "run/saturated-units"]);
    await ran(uri, [], { text: both });
    assert.deepEqual(rulesOf(only(await editor.diagnostics(uri))), ["run/diverging"]);
  });

  test("are dismissed: of one document, or of all", async () => {
    const [first, second, third] = [await opened(), await opened(), await opened()];
    for (const uri of [first, second, third]) await ran(uri, [saturated]);
    await dismissed({ uri: first });
    assert.deepEqual(await Promise.all([first, second].map(async (uri) => only(await editor.diagnostics(uri)).length)), [0, 1]);
    await dismissed({});
    assert.deepEqual(await Promise.all([second, third].map(async (uri) => only(await editor.diagnostics(uri)).length)), [0, 0]);
  });

  test("of a run whose text or findings make no sense are told of in the log, and nowhere else", async () => {
    const uri = await opened();
    await ran(uri, [{ rule: 3 }]);
    await ran(uri, [saturated], { text: "no network" });
    await editor.connection.sendNotification("nnlint/runFindings", null);
    await dismissed({ uri: 3 });
    assert.deepEqual(only(await editor.diagnostics(uri)), []);
    assert.ok(
      editor.log.some((line) => line.startsWith("nnlint/runFindings is not as expected")),
      editor.log.join(),
    );
  });
});
