// Fixes that can be tried by training: what the client's command asks for, and the actions that lead to it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CodeAction } from "vscode-languageserver";
import type { FixSummary } from "../../server/src/protocol.js";
import { startEditor, type Editor } from "./client.js";
import { network } from "./configs.js";

const isTrial = ({ command }: CodeAction) => command?.command === "nnlint.tryFix";

describe("fixes that can be tried", () => {
  let editor: Editor;
  before(async () => void (editor = await startEditor({ initializationOptions: { tryFixCommand: true } })));
  after(() => editor.close());

  const fixesOf = (uri: string) => editor.connection.sendRequest<FixSummary[] | null>("nnlint/fixes", { uri });

  test("each has its finding's network, setting and place, and its edits", async () => {
    const uri = await editor.open("a.nnet", network("5"));
    const [finding] = await editor.diagnostics(uri);
    assert.deepEqual(await fixesOf(uri), [
      {
        ...{ network: "spam", rule: "learning-rate/too-high", layer: null, setting: "train.updater.learningRate" },
        message: "A learning rate of 5 is high for Sgd.",
        range: finding?.range,
        fix: {
          title: "Set learning rate to 0.1",
          safety: "suggested",
          preferred: true,
          edits: [{ range: finding?.range, newText: "0.1" }],
        },
      },
    ]);
  });

  test("the action at the finding names the fix, so that it is found again when the text has changed", async () => {
    const uri = await editor.open("b.nnet", network("5"));
    const [finding] = await editor.diagnostics(uri);
    const [trial] = (await editor.actions(uri, finding ?? assert.fail())).filter(isTrial);
    assert.equal(trial?.title, "Try by training: Set learning rate to 0.1");
    const fix = { rule: "learning-rate/too-high", layer: null, setting: "train.updater.learningRate", title: "Set learning rate to 0.1" };
    assert.deepEqual(trial.command?.arguments, [{ uri, network: "spam", fix }]);
  });

  test("a safe fix leaves the network as it is: there is nothing to try", async () => {
    const uri = await editor.open("c.nnet", `// nnlint-disable-next-line learning-rate/too-high\n${network("0.1")}`);
    const [finding] = await editor.diagnostics(uri);
    assert.equal(finding?.code, "nnlint/unused-suppression");
    assert.deepEqual((await editor.actions(uri, finding)).filter(isTrial), []);
    assert.deepEqual(await fixesOf(uri), []);
  });

  test("a document that is not open has none, and a wrong question no answer", async () => {
    assert.equal(await fixesOf(editor.uriOf("nowhere.nnet")), null);
    assert.equal(await editor.connection.sendRequest("nnlint/fixes", { no: "uri" }), null);
  });

  test("where a rate is in question, a sweep of rates is offered to an editor that has the command", async () => {
    const isSweep = ({ command }: CodeAction) => command?.command === "nnlint.runLearningRateSweep";
    const sweeps = async (training: Editor, rate: string) => {
      const uri = await training.open("rates.nnet", network(rate));
      const [finding] = await training.diagnostics(uri);
      return (await training.actions(uri, finding ?? assert.fail())).filter(isSweep).map(({ command }) => command?.arguments);
    };
    const training = await startEditor({ initializationOptions: { trainCommands: true } });
    assert.deepEqual(await sweeps(training, "5"), [[{ uri: training.uriOf("rates.nnet"), network: "spam" }]]);
    await training.close();
    assert.deepEqual(await sweeps(editor, "5"), []);
  });

  test("an editor without the command is not offered it", async () => {
    const other = await startEditor({});
    const uri = await other.open("a.nnet", network("5"));
    const [finding] = await other.diagnostics(uri);
    assert.deepEqual((await other.actions(uri, finding ?? assert.fail())).filter(isTrial), []);
    await other.close();
  });
});
