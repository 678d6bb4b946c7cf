import * as vscode from "vscode";
import { documentSelector, type LanguageServer } from "./language-server.js";
import type { Trainings } from "./training/trainings.js";

/** What the status bar tells: what the active file holds, and how a training goes. */
export function showStatus(server: LanguageServer, trainings: Trainings): { dispose(): unknown }[] {
  const file = vscode.languages.createLanguageStatusItem("nnlint.file", documentSelector);
  file.name = "nnlint";
  file.command = { title: "Problems", command: "workbench.actions.view.problems" };
  const training = vscode.window.createStatusBarItem("nnlint.training", vscode.StatusBarAlignment.Left);
  training.name = "nnlint training";
  training.command = "nnlint.openTrainingPanel";
  const update = () => void showFile(file, server);
  return [
    file,
    training,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
    trainings.onDidChange(() => showTraining(training, trainings)),
  ];
}

async function showFile(item: vscode.LanguageStatusItem, server: LanguageServer): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const summary = document && (await server.summaryOf(document).catch(() => undefined));
  if (!summary) return;
  const { networks, findings } = summary;
  const { error, warning, info, hint } = findings;
  item.text = `${counted(networks.length, "network")}, ${counted(error + warning + info + hint, "finding")}`;
  item.detail = networks
    .map(({ name, parameters }) => (parameters === null ? name : `${name}: ${parameters.toLocaleString()} parameters`))
    .join(", ");
  item.severity =
    error > 0
      ? vscode.LanguageStatusSeverity.Error
      : warning > 0
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
}

function showTraining(item: vscode.StatusBarItem, trainings: Trainings): void {
  const run = trainings.current;
  if (!run || run.phase === "ended" || run.phase === "failed") {
    item.hide();
    return;
  }
  const last = run.loss.at(-1);
  const how = last ? `: loss ${last.y.toPrecision(3)}` : run.compared.length > 0 ? `: ${run.compared.length} runs` : "";
  item.text = `$(${run.phase === "paused" ? "debug-pause" : "sync~spin"}) ${run.network}${how}`;
  item.tooltip = `nnlint trains ${run.network}. Click to see how it goes.`;
  item.show();
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
