import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import * as vscode from "vscode";
import { isInstalled } from "../../../runner/src/backends/installed.js";
import { installable, installSizes, type Installable } from "../../../runner/src/protocol/installable.js";
import type { LanguageServer } from "../language-server.js";
import { nodeOnPath } from "../training/node-program.js";
import { installEnvironment } from "../training/passed-on.js";
import { isTrusted } from "../trust.js";

const descriptions: Readonly<Record<Installable, string>> = {
  webgpu: "any graphics card with Vulkan, Metal or Direct3D 12",
  "tfjs-node-gpu": "NVIDIA graphics cards, by TensorFlow's library with CUDA (Linux on x64)",
  "tfjs-node": "the CPU, by TensorFlow's library (Linux on x64)",
};

interface Choice {
  readonly action: "install" | "remove";
  readonly name: Installable;
}

/** Fetches what a training needs to compute on a graphics card, or takes it away again. Says beforehand how large it is. */
export async function installGpuRunner(context: vscode.ExtensionContext, server: LanguageServer): Promise<void> {
  if (!(await isTrusted("nnlint installs only in a trusted workspace: an installation starts programs."))) return;
  const choice = await choose();
  if (!choice) return;
  const { action, name } = choice;
  const title = action === "install" ? `Installing ${name}: ${installSizes[name]}` : `Removing ${name}`;
  const location = vscode.ProgressLocation.Notification;
  const result = await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
    runInstaller(context, choice, { token, tell: (message) => progress.report({ message }), log: (line) => server.output.info(line) }),
  );
  await say(result, choice);
}

async function choose(): Promise<Choice | undefined> {
  const items = installable.map((name) => {
    const action = isInstalled(name) ? ("remove" as const) : ("install" as const);
    const detail = action === "install" ? `${installSizes[name]}.` : "Is installed. Choose it to take it away.";
    return {
      label: `${action === "install" ? "$(cloud-download)" : "$(trash)"} ${name}`,
      description: descriptions[name],
      detail,
      action,
      name,
    };
  });
  return vscode.window.showQuickPick(items, { title: "Install GPU Runner", placeHolder: "What should trainings compute with?" });
}

interface Result {
  readonly reason: "done" | "failed" | "cancelled";
  /** The last that it said. */
  readonly text: string;
}

interface Surroundings {
  readonly token: vscode.CancellationToken;
  readonly tell: (message: string) => void;
  readonly log: (line: string) => void;
}

/** In a program and a process group of its own, so that breaking it off ends what it has started, too. */
function runInstaller(context: vscode.ExtensionContext, { action, name }: Choice, { token, tell, log }: Surroundings): Promise<Result> {
  const script = context.asAbsolutePath(path.join("dist", "install.cjs"));
  const child = spawn(process.execPath, [script, action, name], { env: installEnvironment(), detached: process.platform !== "win32" });
  token.onCancellationRequested(() => {
    if (process.platform !== "win32" && child.pid !== undefined) process.kill(-child.pid);
    else child.kill();
  });
  let text = "";
  createInterface({ input: child.stdout }).on("line", (line) => (text = line));
  createInterface({ input: child.stderr }).on("line", (line) => {
    log(line);
    tell(line.trim().slice(0, 80));
  });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ reason: "failed", text: error.message }));
    child.on("close", (code) => resolve({ reason: token.isCancellationRequested ? "cancelled" : code === 0 ? "done" : "failed", text }));
  });
}

async function say({ reason, text }: Result, { action, name }: Choice): Promise<void> {
  if (reason === "cancelled") {
    void vscode.window.showInformationMessage(`${name} was not installed. Run the command again to go on where it was.`);
    return;
  }
  if (reason === "failed") {
    const output = "Show Output";
    if ((await vscode.window.showErrorMessage(text, output)) === output) await vscode.commands.executeCommand("nnlint.showOutput");
    return;
  }
  if (action === "remove") void vscode.window.showInformationMessage(text);
  else await sayInstalled(text);
}

/** Electron loads no native backends: without another Node.js the installed one would be passed over. */
async function sayInstalled(text: string): Promise<void> {
  const isEnough = process.versions.electron === undefined || (await nodeOnPath()) !== undefined;
  const isSet = vscode.workspace.getConfiguration("nnlint.training").get("nodePath") !== "";
  if (isEnough || isSet) {
    void vscode.window.showInformationMessage(`${text} Trainings use it where it works; the panel says so.`);
    return;
  }
  const open = "Open Setting";
  const missing = `${text} It needs Node.js 20 or later, which is not on the PATH: install it, or name it in the settings.`;
  const picked = await vscode.window.showWarningMessage(missing, open);
  if (picked === open) await vscode.commands.executeCommand("workbench.action.openSettings", "nnlint.training.nodePath");
}
