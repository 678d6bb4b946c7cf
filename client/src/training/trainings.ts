import * as vscode from "vscode";
import type { LanguageServer } from "../language-server.js";
import type { PanelAction } from "../panel/messages.js";
import { TrainingPanel } from "../panel/training-panel.js";
import { chooseNetwork } from "./choose-network.js";
import type { RunState } from "./run-state.js";
import { TrainingSession, type TrainingRequest } from "./training-session.js";

/** The quick trainings of this window: one at a time, shown in one panel. */
export class Trainings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Called when the run, or how it stands, is another. */
  readonly onDidChange = this.#changed.event;
  readonly #panel: TrainingPanel;
  #session: TrainingSession | undefined;
  #request: TrainingRequest | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: LanguageServer,
  ) {
    this.#panel = new TrainingPanel(context, (action) => void this.#obey(action));
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
    if (!vscode.workspace.isTrusted) {
      void vscode.window.showWarningMessage("Training runs only in a trusted workspace.");
      return;
    }
    const network = await chooseNetwork(editor, this.server);
    if (network) await this.#train({ document: editor.document, network: network.name, notation: network.notation });
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
    this.#request = request;
    await this.#panel.readPages();
    this.#panel.show();
    const session = new TrainingSession(this.context, this.server, request, (run) => {
      if (this.#session !== session) return;
      this.#panel.update(run);
      this.#changed.fire();
      void vscode.commands.executeCommand("setContext", "nnlint.training", run.phase !== "ended" && run.phase !== "failed");
    });
    this.#session = session;
    await session.start();
  }

  /** Trains the same network anew, in its present text. */
  async #again(): Promise<void> {
    if (!this.#request) return this.start();
    const { document } = this.#request;
    return this.#train({
      ...this.#request,
      document: document.isClosed ? await vscode.workspace.openTextDocument(document.uri) : document,
    });
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
        return this.#again();
      case "dismiss":
        return this.server.dismissRunFindings(this.#request?.document.uri);
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

/** Shows a place in its own editor, where there is one, and not over the panel. */
async function reveal(uri: string, position: vscode.Position): Promise<void> {
  const target = vscode.Uri.parse(uri);
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  await vscode.window.showTextDocument(target, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(position, position),
  });
}
