import * as vscode from "vscode";
import { z } from "zod";
import type { LanguageServer } from "../language-server.js";
import type { PanelAction } from "../panel/messages.js";
import { TrainingPanel } from "../panel/training-panel.js";
import type { FixSummary } from "../../../server/src/protocol.js";
import { askRates } from "./ask-rates.js";
import { chooseFix, fixNamed, triedFix } from "./choose-fix.js";
import { chooseNetwork } from "./choose-network.js";
import { isTrusted } from "../trust.js";
import { documentAt, reveal } from "./documents.js";
import { LastRun } from "./last-run.js";
import type { Purpose } from "./purpose.js";
import type { RunState } from "./run-state.js";
import { TrainingSession, type TrainingRequest } from "./training-session.js";

/** Which network of which document. */
const namedNetwork = z.object({ uri: z.string(), network: z.string() });

const untrusted = "nnlint trains only in a trusted workspace: a training starts a program.";

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

  /**
   * Trains a network, its text as it stands in the editor: once, or at several learning rates side by side.
   * @param which as a code lens says it; without it the one under the cursor
   */
  async start(purpose: Purpose, title: string, which: unknown): Promise<void> {
    const asked = namedNetwork.safeParse(which);
    if (asked.success) return this.#again(asked.data.uri, asked.data.network, purpose);
    const editor = activeEditor();
    if (!editor || !(await isTrusted(untrusted))) return;
    const network = await chooseNetwork(editor, this.server, title);
    if (network) await this.#train({ document: editor.document, network, purpose });
  }

  /** Trains a network as it is beside the same with a finding's fix. `which`: as a code action says it; without it one is chosen. */
  async tryFix(which: unknown): Promise<void> {
    const asked = triedFix.safeParse(which);
    if (asked.success) return this.#again(asked.data.uri, asked.data.network, { kind: "try", fix: asked.data.fix });
    const editor = activeEditor();
    if (!editor || !(await isTrusted(untrusted))) return;
    const chosen = await chooseFix(editor, this.server);
    if (!chosen) return;
    const { network, rule, layer, setting, fix } = chosen;
    await this.#again(editor.document.uri.toString(), network, { kind: "try", fix: { rule, layer, setting, title: fix.title } });
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

  /** Trains a network in its present text. */
  async #again(uri: string, name: string, purpose: Purpose): Promise<void> {
    if (!(await isTrusted(untrusted))) return;
    const document = await documentAt(uri);
    const network = document && (await this.server.summaryOf(document))?.networks.find((candidate) => candidate.name === name);
    if (!document || !network) {
      const gone = `There is no network “${name}” any more where it was trained. Put the cursor into one and run “nnlint: Run Quick Training”.`;
      void vscode.window.showWarningMessage(gone);
      return;
    }
    if (purpose.kind !== "try") return this.#train({ document, network, purpose });
    const tried = fixNamed(await this.server.fixesOf(document), name, purpose.fix);
    if (tried) await this.#train({ document, network, purpose, attempt: attemptOf(tried) });
    else void vscode.window.showWarningMessage(`${purpose.fix.rule} is no longer found there, so there is no fix to try.`);
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
        return this.#again(action.uri, action.network, action.purpose);
      case "rates": {
        const learningRates = await askRates(action.learningRates);
        if (learningRates) await this.#again(action.uri, action.network, { kind: "sweep", learningRates });
        return;
      }
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

/** What the runner is told of a fix. */
function attemptOf({ rule, layer, setting, range, fix }: FixSummary): TrainingRequest["attempt"] {
  return { rule, layer, setting, range, fix };
}

/** The editor with the network; says so when there is none. */
function activeEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) void vscode.window.showInformationMessage("Open a network to train it.");
  return editor;
}
