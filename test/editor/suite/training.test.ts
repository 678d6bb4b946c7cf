import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsOf, findings, open, replace, revert, ruleOf, rulesOf, until } from "./editor.js";

describe("quick training", () => {
  it("opens its panel beside the text", async () => {
    const document = await open("iris.nnet");
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(3, 0, 3, 0) });
    await findings(document, (rules) => rules.length === 0);
    await vscode.commands.executeCommand("nnlint.runQuickTraining");
    const tab = await until(
      "the panel",
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "Training iris"),
      (found) => found !== undefined,
    );
    assert.ok(tab?.input instanceof vscode.TabInputWebview);
  });

  it("is offered above each network, by its name, and behind each layer stands what it gives", async () => {
    const document = await open("iris.nnet");
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 9);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ["Run Quick Training", "Sweep learning rates", "243 parameters"],
    );
    const lens = lenses.find(({ command }) => command?.command === "nnlint.runQuickTraining")?.command;
    assert.deepEqual(lens?.arguments, [{ uri: document.uri.toString(), network: "iris" }]);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    assert.ok(hints.some(({ label }) => typeof label === "string" && /^→ \d+ · \d+ parameters$/.test(label)));
  });

  it("of two networks in one file, the one under the cursor is trained", async () => {
    const network = (name: string) => `network ${name} {
  data { train: builtin(moons), test: split(0.2), batchSize: 32 }
  train { seed: 1, epochs: 2, updater: adam(learningRate: 0.001) }
  input: vector(2)
  layer dense { nOut: 8, activation: relu, weightInit: relu }
  layer output { nOut: 2, activation: softmax, loss: mcxent, weightInit: xavier }
}
`;
    const document = await vscode.workspace.openTextDocument({ language: "nnet", content: network("first") + network("second") });
    const line = document.positionAt(document.getText().indexOf("network second")).line;
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(line, 0, line, 0) });
    await vscode.commands.executeCommand("nnlint.runQuickTraining");
    await until(
      "the second network's panel",
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === "Training second"),
      (found) => found,
    );
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("trains the unsaved text, puts what the run showed on its line, and drops it when the value is changed", async () => {
    const document = await open("iris.nnet");
    await replace(document, "learningRate: 0.05", "learningRate: 900");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    await vscode.commands.executeCommand("nnlint.runQuickTraining");
    const rules = await findings(document, (found) => found.some((rule) => rule.startsWith("run/")));
    assert.ok(rules.length > 0);
    await replace(document, "learningRate: 900", "learningRate: 0.05");
    await until(
      "the run's finding to go",
      () => rulesOf(document.uri).filter((rule) => rule === "run/diverging" || rule === "run/not-a-number"),
      (left) => left.length === 0,
    );
    await vscode.commands.executeCommand("nnlint.dismissRunFindings");
    await findings(document, (left) => !left.some((rule) => rule.startsWith("run/")));
    await revert(document);
  });

  it("a sweep trains at several rates side by side, and names a better one on its line, with the repair", async () => {
    const document = await open("iris.nnet");
    await replace(document, "learningRate: 0.05", "learningRate: 0.0001");
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("nnlint.runLearningRateSweep");
    await findings(document, (rules) => rules.includes("run/better-rate"));
    const finding = diagnosticsOf(document.uri).find((candidate) => ruleOf(candidate) === "run/better-rate");
    assert.ok(finding);
    assert.equal(document.getText(finding.range), "0.0001");
    await vscode.commands.executeCommand("nnlint.dismissRunFindings");
    await revert(document);
  });

  it("a fix is tried from its finding's quick fixes, and what it is worth stands on the line", async () => {
    const document = await open("iris-broken.nnet");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    const trial = await trialAt(document, "learning-rate/too-high");
    await vscode.commands.executeCommand("nnlint.tryFix", trial);
    await findings(document, (rules) => rules.includes("run/fix-measured"));
    await vscode.commands.executeCommand("nnlint.dismissRunFindings");
    await revert(document);
  });
});

/** What the action at a rule's finding that tries its fix hands to the command. */
async function trialAt(document: vscode.TextDocument, rule: string): Promise<unknown> {
  const finding = diagnosticsOf(document.uri).find((candidate) => ruleOf(candidate) === rule);
  assert.ok(finding);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const command = actions.find((action) => action.command?.command === "nnlint.tryFix")?.command;
  assert.equal(command?.title, "Try by training: Set learning rate to 0.1");
  return command.arguments?.[0] as unknown;
}
