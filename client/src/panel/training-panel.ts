import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { panelAction, type PanelAction, type PanelUpdate } from "./messages.js";
import type { LastRun } from "../training/last-run.js";
import type { RunState } from "../training/run-state.js";

/** The webview's type, by which a restarted window asks for it. */
export const panelType = "nnlint.training";

/** At most this often the panel is told how a run goes. */
const updateMilliseconds = 100;

/** The panel that shows one run: its curves, its layers, and what it found. */
export class TrainingPanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #run: RunState | null = null;
  #timer: NodeJS.Timeout | undefined;
  #pages: readonly string[] = [];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly onAction: (action: PanelAction) => void,
    lastRun: LastRun,
  ) {
    context.subscriptions.push(
      vscode.window.registerWebviewPanelSerializer(panelType, {
        // Nothing runs any more. Of a run that did not come to its end the webview kept a picture itself.
        deserializeWebviewPanel: async (panel) => {
          this.#run ??= (await lastRun.read()) ?? null;
          this.#fill(panel);
        },
      }),
    );
  }

  /** Finds out which rules of runs have a page. */
  async readPages(): Promise<void> {
    const folder = vscode.Uri.joinPath(this.context.extensionUri, "dist", "pages", "run");
    const entries = await vscode.workspace.fs.readDirectory(folder).then(
      (found) => found,
      () => [],
    );
    this.#pages = entries.map(([name]) => `run/${name.replace(/\.md$/, "")}`);
  }

  /** Opens the panel beside the text, or brings it to the front. */
  show(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.#fill(vscode.window.createWebviewPanel(panelType, titleOf(this.#run), place, { enableScripts: true }));
  }

  /** Shows a run as it stands now. */
  update(run: RunState): void {
    const isNews = this.#run?.phase !== run.phase;
    this.#run = run;
    if (this.#panel) this.#panel.title = titleOf(run);
    if (isNews) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), updateMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const update: PanelUpdate = { run: this.#run, pages: this.#pages };
    void this.#panel?.webview.postMessage(update);
  }

  #fill(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    const dist = vscode.Uri.joinPath(this.context.extensionUri, "dist");
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = vscode.Uri.joinPath(this.context.extensionUri, "icons", "nnet-file.svg");
    panel.webview.html = page(panel.webview, dist);
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = panelAction.safeParse(message);
      if (!parsed.success) return;
      if (parsed.data.action !== "ready") this.onAction(parsed.data);
      else this.#send();
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
  }
}

function titleOf(run: RunState | null): string {
  return run ? `Training ${run.network}` : "Quick Training";
}

function page(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const script = webview.asWebviewUri(vscode.Uri.joinPath(dist, "panel.js")).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(dist, "panel.css")).toString();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Quick Training</title>
</head>
<body>
<main id="panel"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
