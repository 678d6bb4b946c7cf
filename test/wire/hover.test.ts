import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startEditor, type Editor } from "./client.js";
import { java, network } from "./configs.js";

describe("hovers", () => {
  let editor: Editor;
  let count = 0;
  before(async () => void (editor = await startEditor()));
  after(() => editor.close());

  /** What is told in the middle of a word. */
  async function over(word: string, text: string, name = `${count++}.nnet`): Promise<string | undefined> {
    const uri = await editor.open(name, text);
    const before = text.slice(0, text.indexOf(word)).split("\n");
    return editor.hover(uri, { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 });
  }

  test("a setting: meaning, value in force, origin, and what the guideline says", async () => {
    const text = (await over("0.05", network())) ?? "";
    assert.match(text, /^\*\*Learning rate\*\* `train\.updater\.learningRate`/);
    assert.match(text, /In force: `0\.05`, written here; for `0` \(DenseLayer\), `1` \(OutputLayer\)\./);
    assert.match(text, /^> - \*\*Typical values\*\* are in the range of 0\.1 to 1e-6\./m);
    assert.match(text, /\[The guideline\]\(file:.*\/dist\/pages\/guidelines\/learning-rate\.md\)/);
  });

  test("a squiggle: the setting, and the heart of the rule's page", async () => {
    const text = (await over("5)", network("5"))) ?? "";
    const [setting = "", page = ""] = text.split("\n\n---\n\n");
    assert.match(setting, /In force: `5`/);
    assert.match(page, /^\*\*learning-rate\/too-high\*\*\n\n/);
    assert.match(page, /\[Read the whole page\]\(file:.*\/dist\/pages\/learning-rate\/too-high\.md\)$/);
  });

  test("one squiggle within another: the inner one's page comes first", async () => {
    const layer = "layer dense { nOut: 8 }\n".repeat(3);
    const text = (await over("5)", network("5", { layer }))) ?? "";
    assert.match(text, /\*\*learning-rate\/too-high\*\*[^]*\*\*updater\/plain-sgd\*\*/);
  });

  test("a layer's kind: what is in force without being written in it", async () => {
    const text = (await over("dense", network())) ?? "";
    assert.match(text, /^\*\*DenseLayer\*\* `0`: gives 8, 40 parameters/);
    assert.match(text, /\| `activation` \| `RELU` \| inherited from line 3 \|/);
  });

  test("the rule that a suppression names: its page", async () => {
    const silenced = `// nnlint-disable-next-line activation/saturating, learning-rate/too-high -- on purpose\n${network("5")}`;
    assert.match((await over("learning-rate/", silenced)) ?? "", /^\*\*learning-rate\/too-high\*\*/);
    assert.match((await over("activation/", silenced)) ?? "", /^\*\*activation\/saturating\*\*/);
    assert.equal(await over("on purpose", silenced), undefined);
    assert.equal(await over("learning-rate/", `// not a suppression: learning-rate/too-high\n${network()}`), undefined);
  });

  test("in Java as in .nnet", async () => {
    assert.match((await over("50)", java, "Spam.java")) ?? "", /In force: `50`, written here[^]*\*\*learning-rate\/too-high\*\*/);
  });

  test("nothing where there is nothing to tell", async () => {
    assert.equal(await over("{", network()), undefined);
    assert.equal(await over("package", java, "Other.java"), undefined);
    assert.equal(await editor.hover(editor.uriOf("unknown.nnet"), { line: 0, character: 0 }), undefined);
    const uri = await editor.open("short.nnet", network());
    assert.equal(await editor.hover(uri, { line: 9999, character: 9999 }), undefined);
  });
});

test("an editor with nnlint's commands is led to pages by them", async () => {
  const editor = await startEditor({ initializationOptions: { explainCommand: true } });
  const text = network("5");
  const uri = await editor.open("a.nnet", text);
  const [finding] = await editor.diagnostics(uri);
  const hover = (await editor.hover(uri, finding?.range.start ?? assert.fail())) ?? "";
  const command = (name: string) => `(command:nnlint.explainRule?${encodeURIComponent(JSON.stringify([name]))})`;
  assert.ok(hover.includes(`[The guideline]${command("learning-rate")}`), hover);
  assert.ok(hover.includes(`[Read the whole page]${command("learning-rate/too-high")}`), hover);
  await editor.close();
});
