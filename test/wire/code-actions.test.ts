import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, Diagnostic, TextDocumentEdit } from "vscode-languageserver";
import { startEditor, type Editor } from "./client.js";
import { java, network, rulesOf } from "./configs.js";

/** The text after an action. */
function applied(text: string, action: CodeAction | undefined): string {
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.ok(change, "the action has an edit");
  const edits = change.edits as { range: Diagnostic["range"]; newText: string }[];
  return TextDocument.applyEdits(TextDocument.create("", "", 1, text), edits);
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe("code actions", () => {
  let editor: Editor;
  let count = 0;
  before(async () => void (editor = await startEditor({ initializationOptions: { explainCommand: true } })));
  after(() => editor.close());

  /** Opens a text with one finding of the rule, and asks for what can be done at it. */
  async function at(rule: string, text: string, { only, name = `${count++}.nnet` }: { only?: string[]; name?: string } = {}) {
    const uri = await editor.open(name, text);
    const found = await editor.diagnostics(uri);
    const finding = found.find(({ code }) => code === rule);
    assert.ok(finding, `${rule} is found, not ${rulesOf(found).join()}`);
    return { uri, finding, actions: await editor.actions(uri, finding, only) };
  }

  test("a fix is a preferred quick fix of its squiggle that edits just the value; the finding is gone after it", async () => {
    const text = network("5");
    const { uri, finding, actions } = await at("learning-rate/too-high", text);
    const fix = actions[0] ?? assert.fail();
    assert.deepEqual([fix.title, fix.kind, fix.isPreferred], ["Set learning rate to 0.1", "quickfix", true]);
    assert.deepEqual(fix.diagnostics, [finding]);
    assert.deepEqual(fix.edit?.documentChanges, [{ textDocument: { uri, version: 1 }, edits: [{ range: finding.range, newText: "0.1" }] }]);
    await editor.change(uri, 2, applied(text, fix));
    assert.deepEqual(await editor.diagnostics(uri), []);
    assert.deepEqual(await editor.actions(uri, finding), []);
  });

  test("one squiggle within another: the inner one is repaired first", async () => {
    const uri = await editor.open("nested.nnet", network("5", { layer: "layer dense { nOut: 8 }\n".repeat(3) }));
    const found = await editor.diagnostics(uri);
    assert.deepEqual(rulesOf(found), ["learning-rate/too-high", "updater/plain-sgd"]);
    const inner = found.find(({ code }) => code === "learning-rate/too-high") ?? assert.fail();
    const [first] = await editor.actions(uri, inner);
    assert.equal(first?.title, "Set learning rate to 0.1");
  });

  test("after the fixes come: silencing the rule, and its page", async () => {
    const text = network("5");
    const { uri, finding, actions } = await at("learning-rate/too-high", text);
    assert.deepEqual(titles(actions), [
      "Set learning rate to 0.1",
      "Disable learning-rate/too-high for this line",
      "Explain learning-rate/too-high",
    ]);
    const silenced = applied(text, actions[1]);
    assert.equal(silenced, text.replace("  train", "  // nnlint-disable-next-line learning-rate/too-high\n  train"));
    await editor.change(uri, 2, silenced);
    assert.deepEqual(await editor.diagnostics(uri), []);
    assert.deepEqual(actions[2]?.command, {
      title: "Explain learning-rate/too-high",
      command: "nnlint.explainRule",
      arguments: ["learning-rate/too-high"],
    });
    assert.deepEqual(actions[1]?.diagnostics, [finding]);
  });

  test("a second rule of a line is silenced in the same comment, in the line's own style of ending", async () => {
    const text = network("5")
      .replace("  train", "  // nnlint-disable-next-line updater/costly-algorithm\n  train")
      .replace("epochs: 20", "epochs: 20, optimizationAlgo: lbfgs")
      .replaceAll("\n", "\r\n");
    const { uri, actions } = await at("learning-rate/too-high", text);
    const silenced = applied(
      text,
      actions.find(({ title }) => title.startsWith("Disable learning-rate")),
    );
    assert.ok(silenced.includes("// nnlint-disable-next-line updater/costly-algorithm, learning-rate/too-high\r\n"), silenced);
    await editor.change(uri, 2, silenced);
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  test("in Java the fix writes Java, and silencing keeps the chain", async () => {
    const { uri, actions } = await at("learning-rate/too-high", java, { name: "Spam.java" });
    assert.equal(applied(java, actions[0]), java.replace(".learningRate(50)", ".learningRate(0.1)"));
    const silenced = applied(
      java,
      actions.find(({ title }) => title.startsWith("Disable")),
    );
    assert.equal(
      silenced,
      java.replace("        .learningRate", "        // nnlint-disable-next-line learning-rate/too-high\n        .learningRate"),
    );
    await editor.change(uri, 2, silenced);
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  test("only the kinds that are asked for come, and nothing is applied to the file unasked", async () => {
    const text = network("5");
    const { uri, finding } = await at("learning-rate/too-high", text);
    assert.deepEqual(await editor.actions(uri, finding, ["refactor"]), []);
    assert.deepEqual(titles(await editor.actions(uri, finding, ["quickfix"])).slice(0, 1), ["Set learning rate to 0.1"]);
    // The fix changes what is trained: it is not a safe one.
    for (const kind of ["source", "source.fixAll", "source.fixAll.nnlint"])
      assert.deepEqual(await editor.actions(uri, finding, [kind]), []);
  });

  test("source.fixAll.nnlint applies every safe fix in one edit, whatever the range", async () => {
    const text = `// nnlint-disable-next-line activation/saturating\n${network("5")}// nnlint-disable loss/unfit-for-task\n`;
    const uri = await editor.open("all.nnet", text);
    assert.deepEqual(rulesOf(await editor.diagnostics(uri)), [
      "learning-rate/too-high",
      "nnlint/unused-suppression",
      "nnlint/unused-suppression",
    ]);
    const nowhere = { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } } };
    for (const kind of ["source", "source.fixAll", "source.fixAll.nnlint"]) {
      const actions = await editor.actions(uri, nowhere, [kind]);
      assert.deepEqual(
        actions.map(({ kind: of }) => of),
        ["source.fixAll.nnlint"],
      );
      assert.equal(applied(text, actions[0]), network("5"));
    }
    assert.deepEqual(await editor.actions(uri, nowhere, ["source.fixAll.eslint"]), []);
    assert.deepEqual(titles(await editor.actions(uri, nowhere)), []);
  });

  test("an only safe fix is preferred; several repairs are offered in order with at most one preferred", async () => {
    const { actions } = await at("nnlint/unused-suppression", `// nnlint-disable-next-line activation/saturating\n${network()}`);
    assert.deepEqual(
      actions.filter(({ isPreferred }) => isPreferred !== undefined).map(({ title, isPreferred }) => [title, isPreferred]),
      [["Remove the unused suppression", true]],
    );
    const many = await at(
      "data/unscaled-input",
      network().replace("  train", '  data { train: csv("iris.csv"), label: "kind", labels: oneHot(3) }\n  train'),
    );
    const fixes = many.actions.filter(({ isPreferred }) => isPreferred !== undefined);
    assert.deepEqual(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ["Standardize the inputs", true],
        ["Scale the inputs to 0 … 1", false],
      ],
    );
  });

  test("a name that is nearly right is repaired to the right one", async () => {
    const text = network().replace("activation: softmax", "activation: sofmax");
    const { actions } = await at("nnlint/unknown-name", text);
    assert.equal(applied(text, actions[0]), network());
    // A text's own faults cannot be silenced.
    assert.ok(titles(actions).every((title) => !title.startsWith("Disable")));
  });

  test("an empty range at either end of a squiggle is enough, one beside it is not", async () => {
    const { uri, finding } = await at("learning-rate/too-high", network("5"));
    const point = ({ line, character }: { line: number; character: number }, by = 0) => {
      const place = { line, character: character + by };
      return { range: { start: place, end: place } };
    };
    assert.ok((await editor.actions(uri, point(finding.range.start))).length > 0);
    assert.ok((await editor.actions(uri, point(finding.range.end))).length > 0);
    assert.deepEqual(await editor.actions(uri, point(finding.range.start, -1)), []);
    assert.deepEqual(await editor.actions(uri, point(finding.range.end, 1)), []);
  });
});
