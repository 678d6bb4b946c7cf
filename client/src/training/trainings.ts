import * as vscode from "vscode";
import type { LanguageServer } from "../language-server.js";
import type { PanelAction } from "../panel/messages.js";
import { TrainingPanel } from "../panel/training-panel.js";
import { chooseNetwork } from "./choose-network.js";
import { documentAt, reveal } from "./documents.js";
import { LastRun } from "./last-run.js";
import type { RunState } from "./run-state.js";
import { TrainingSession, type TrainingRequest } from "./training-session.js";

/** The quick trainings of this window: one at a time, shown in one panel. */
export class Trainings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Called when the run, or how it stands, is another. */
  readonly onDidChange = this.#changed.event;
  readonly #panel: TrainingPanel;
  readonly #lastRun: LastRun;
  #session: TrainingSession | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: LanguageServer,
  ) {
    this.#lastRun = new LastRun(context);
    this.#panel = new TrainingPanel(context, (action) => void this.#obey(action), this.#lastRun);
  }

  /** The run that is shown; `undefined` before the first. */
  get current(): RunState | undefined {
    return this.#session?.run;
  }

  /** Trains the network under the cursor, its text as it stands in the editor. */
  async start(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      void vscode.window.showInformationMessage("Open a network to train it.");
      return;
    }
    if (!(await isTrusted())) return;
    const network = await chooseNetwork(editor, this.server);
    if (network) await this.#train({ document: editor.document, network });
  }

  /** Ends the run; what it has learned so far is judged. */
  stop(): void {
    this.#session?.cancel();
  }

  showPanel(): void {
    this.#panel.show();
  }

  dispose(): void {
    this.#session?.dispose();
    this.#panel.dispose();
    this.#changed.dispose();
  }

  async #train(request: TrainingRequest): Promise<void> {
    this.#session?.dispose();
    await this.#lastRun.forget();
    await this.#panel.readPages();
    this.#panel.show();
    const session = new TrainingSession(this.context, this.server, request, (run) => {
      if (this.#session !== session) return;
      const isOver = run.phase === "ended" || run.phase === "failed";
      this.#panel.update(run);
      this.#changed.fire();
      if (isOver) this.#lastRun.keep(run).catch((error: unknown) => this.server.output.warn(`The run could not be kept: ${String(error)}`));
      void vscode.commands.executeCommand("setContext", "nnlint.training", !isOver);
    });
    this.#session = session;
    await session.start();
  }

  /** Trains the same network anew, in its present text. */
  async #again(uri: string, name: string): Promise<void> {
    if (!(await isTrusted())) return;
    const document = await documentAt(uri);
    const network = document && (await this.server.summaryOf(document))?.networks.find((candidate) => candidate.name === name);
    if (document && network) return this.#train({ document, network });
    const gone = `There is no network “${name}” any more where it was trained. Put the cursor into one and run “nnlint: Run Quick Training”.`;
    void vscode.window.showWarningMessage(gone);
  }

  async #obey(action: PanelAction): Promise<void> {
    switch (action.action) {
      case "stop": {
        this.stop();
        return;
      }
      case "pause":
      case "resume":
        return this.#session?.[action.action]();
      case "again":
        return this.#again(action.uri, action.network);
      case "dismiss":
        return this.server.dismissRunFindings(vscode.Uri.parse(action.uri));
      case "reveal":
        return reveal(action.uri, new vscode.Position(action.line, action.character));
      case "explain":
        await vscode.commands.executeCommand("nnlint.explainRule", action.rule);
        return;
      case "ready":
        return;
    }
  }
}

/** Whether programs may be started here. Says so when not, with the way to change it. */
async function isTrusted(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = "Manage Workspace Trust";
  const text = "nnlint trains only in a trusted workspace: a training starts a program. Linting needs no trust.";
  const picked = await vscode.window.showWarningMessage(text, manage);
  if (picked === manage) await vscode.commands.executeCommand("workbench.trust.manage");
  return false;
}
