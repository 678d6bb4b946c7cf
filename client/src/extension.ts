import * as vscode from "vscode";
import { explainRule } from "./commands/explain-rule.js";
import { fixAll } from "./commands/fix-all.js";
import { installGpuRunner } from "./commands/install-gpu-runner.js";
import { newNetwork } from "./commands/new-network.js";
import { LanguageServer } from "./language-server.js";
import { showStatus } from "./status.js";
import { Trainings } from "./training/trainings.js";
import { WorkspaceCheck } from "./workspace-check.js";

let server: LanguageServer | undefined;

/** Starts the language server and offers the commands. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = new LanguageServer(context);
  server = started;
  const trainings = new Trainings(context, started);
  const workspace = new WorkspaceCheck(started);
  const commands: Record<string, (...args: never[]) => unknown> = {
    "nnlint.runQuickTraining": (which?: unknown) => trainings.start({ kind: "train" }, "Run Quick Training", which),
    "nnlint.runLearningRateSweep": (which?: unknown) => trainings.start({ kind: "sweep" }, "Run Learning Rate Sweep", which),
    "nnlint.tryFix": (which?: unknown) => trainings.tryFix(which),
    "nnlint.stopTraining": () => trainings.stop(),
    "nnlint.openTrainingPanel": () => trainings.showPanel(),
    "nnlint.explainRule": (rule?: unknown) => explainRule(context, started, rule),
    "nnlint.fixAll": () => fixAll(),
    "nnlint.dismissRunFindings": () => started.dismissRunFindings(),
    "nnlint.checkWorkspace": () => workspace.check(),
    "nnlint.newNetwork": () => newNetwork(context),
    "nnlint.installGpuRunner": () => installGpuRunner(context, started),
    "nnlint.restartServer": () => started.restart(),
    "nnlint.showOutput": () => started.output.show(),
  };
  for (const [name, run] of Object.entries(commands)) context.subscriptions.push(vscode.commands.registerCommand(name, run));
  context.subscriptions.push(started.output, trainings, workspace, ...showStatus(started, trainings));
  await started.start();
  workspace.follow();
}

/** Ends the server and any training with it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
