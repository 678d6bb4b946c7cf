import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsOf, findings, open, replace, revert, ruleOf, rulesOf, until } from "./editor.js";

describe(`linting in VS Code ${vscode.version}`, () => {
  it("a rate of 5 under sgd is an error on the number, with a link to its page", async () => {
    const document = await open("iris-broken.nnet");
    assert.equal(document.languageId, "nnet");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    const finding = diagnosticsOf(document.uri).find((candidate) => ruleOf(candidate) === "learning-rate/too-high");
    assert.ok(finding);
    assert.equal(document.getText(finding.range), "5");
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof finding.code === "object");
    assert.match(finding.code.target.path, /dist\/pages\/learning-rate\/too-high\.md$/);
  });

  it("a network that is in order has no findings", async () => {
    const broken = await open("iris-broken.nnet");
    await findings(broken, (rules) => rules.length > 0);
    const document = await open("iris.nnet");
    await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, new vscode.Position(0, 0));
    assert.deepEqual(rulesOf(document.uri), []);
  });

  it("typing a bad value reports it, and taking it back clears it, without saving", async () => {
    const document = await open("iris.nnet");
    await replace(document, "learningRate: 0.05", "learningRate: 50");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    await revert(document);
    await findings(document, (rules) => rules.length === 0);
  });

  it("Java builder calls are linted", async () => {
    const document = await open("dl4j-1.0/IrisClassifierBroken.java");
    const rules = await findings(document, (found) => found.length > 0);
    assert.ok(rules.includes("learning-rate/momentum-as-rate"), rules.join());
  });

  it("Kotlin builder calls are linted, with no other extension for Kotlin", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, "Spam.kt");
    const text = `import org.deeplearning4j.nn.conf.NeuralNetConfiguration

val conf = NeuralNetConfiguration.Builder()
    .updater(Sgd(50.0))
    .list()
    .layer(DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.RELU).build())
    .layer(OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build())
    .build()
`;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const document = await open("Spam.kt");
    assert.equal(document.languageId, "kotlin");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    await vscode.workspace.fs.delete(file);
  });

  it("the hover on a squiggle explains the rule", async () => {
    const document = await open("iris-broken.nnet");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    const finding = diagnosticsOf(document.uri).find((candidate) => ruleOf(candidate) === "learning-rate/too-high");
    assert.ok(finding);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, finding.range.start);
    const text = hovers
      .flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : "")))
      .join("\n");
    assert.match(text, /learning-rate\/too-high/);
    assert.match(text, /overshoots/);
  });

  it("a quick fix repairs the text, and the finding goes", async () => {
    const document = await open("iris-broken.nnet");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    const finding = diagnosticsOf(document.uri).find((candidate) => ruleOf(candidate) === "learning-rate/too-high");
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit, title }) => edit && title.includes("learning rate"));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join("; "));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await findings(document, (rules) => !rules.includes("learning-rate/too-high"));
    await revert(document);
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
  });

  it("a suppressing comment silences its line", async () => {
    const document = await open("iris-broken.nnet");
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    await replace(document, "    updater: sgd", "    // nnlint-disable-next-line learning-rate/too-high\n    updater: sgd");
    await findings(document, (rules) => rules.length > 0 && !rules.includes("learning-rate/too-high"));
    await revert(document);
  });

  it("a rule that is off in the settings is silent, and speaks again when it is on", async () => {
    const document = await open("iris-broken.nnet");
    await findings(document, (rules) => rules.includes("activation/saturating"));
    const settings = vscode.workspace.getConfiguration("nnlint");
    await settings.update("rules", { "activation/saturating": "off" }, vscode.ConfigurationTarget.Workspace);
    await findings(document, (rules) => rules.length > 0 && !rules.includes("activation/saturating"));
    await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    await findings(document, (rules) => rules.includes("activation/saturating"));
  });

  it("an untitled network is linted", async () => {
    const content =
      "network a {\n  train { updater: sgd(learningRate: 5), epochs: 5 }\n  input: vector(2)\n  layer output { nOut: 2, loss: mcxent }\n}\n";
    const document = await vscode.workspace.openTextDocument({ language: "nnet", content });
    await vscode.window.showTextDocument(document);
    await findings(document, (rules) => rules.includes("learning-rate/too-high"));
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("a mistake in nnlint.json is a finding in it, and what is right in it counts", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, "nnlint.json");
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode('{ "rules": { "learning-rate/too-high": "off", "no/such-rule": "off" } }'),
    );
    const config = await open("nnlint.json");
    await findings(config, (rules) => rules.includes("nnlint/config"));
    const document = await open("iris-broken.nnet");
    await findings(document, (rules) => rules.length > 0 && !rules.includes("learning-rate/too-high"));
    await vscode.workspace.fs.delete(file);
    await until(
      "the finding",
      () => rulesOf(document.uri),
      (rules) => rules.includes("learning-rate/too-high"),
    );
  });

  it("a file that is renamed keeps its findings, one that is deleted has none", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const [from, to] = [vscode.Uri.joinPath(folder.uri, "before.nnet"), vscode.Uri.joinPath(folder.uri, "after.nnet")];
    await vscode.workspace.fs.copy(vscode.Uri.joinPath(folder.uri, "iris-broken.nnet"), from);
    await findings(await open("before.nnet"), (rules) => rules.includes("learning-rate/too-high"));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      "the findings under the new name",
      () => rulesOf(to),
      (rules) => rules.includes("learning-rate/too-high"),
    );
    await until(
      "the old name to have none",
      () => rulesOf(from),
      (rules) => rules.length === 0,
    );
    await vscode.workspace.fs.delete(to);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await until(
      "the deleted file to have none",
      () => rulesOf(to),
      (rules) => rules.length === 0,
    );
  });

  it("the data beside a network that is deleted, and comes again, is seen", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const [data, aside] = [vscode.Uri.joinPath(folder.uri, "wine.csv"), vscode.Uri.joinPath(folder.uri, "wine.csv.aside")];
    const message = () =>
      diagnosticsOf(document.uri)
        .filter((finding) => ruleOf(finding) === "data/unscaled-input")
        .map((finding) => finding.message)
        .join();
    const document = await open("wine-broken.nnet");
    await until("the finding on the column", message, (text) => text.includes("proline"));
    await vscode.workspace.fs.rename(data, aside);
    await until("the finding without the column", message, (text) => !text.includes("proline"));
    await vscode.workspace.fs.rename(aside, data);
    await until("the finding on the column", message, (text) => text.includes("proline"));
  });

  it("Check Workspace finds what is wrong in files that are not open, and follows them", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const closed = vscode.Uri.joinPath(folder.uri, "wine-broken.nnet");
    await vscode.commands.executeCommand("nnlint.checkWorkspace");
    assert.ok(rulesOf(closed).includes("init/symmetric"), rulesOf(closed).join());
    assert.deepEqual(rulesOf(vscode.Uri.joinPath(folder.uri, "wine.nnet")), []);
    const before = rulesOf(closed);
    const document = await open("wine-broken.nnet");
    await findings(document, (rules) => rules.length === before.length);
    assert.deepEqual(rulesOf(closed).toSorted(), before.toSorted(), "an open file's findings are there once");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const text = await vscode.workspace.fs.readFile(closed);
    const leftOut = vscode.Uri.joinPath(folder.uri, "node_modules", "left-out.nnet");
    await vscode.workspace.fs.writeFile(leftOut, text);
    await vscode.workspace.fs.delete(closed);
    await until(
      "the deleted file's findings to go",
      () => rulesOf(closed),
      (rules) => rules.length === 0,
    );
    await vscode.workspace.fs.writeFile(closed, text);
    await until(
      "its findings to come again",
      () => rulesOf(closed),
      (rules) => rules.length === before.length,
    );
    assert.deepEqual(rulesOf(leftOut), [], "what a check leaves out is not linted when it changes");
    await vscode.workspace.fs.delete(leftOut);
  });
});
