import * as vscode from "vscode";
import type { LanguageServer } from "./language-server.js";

/** What may hold networks, and `nnlint.json`, whose mistakes are findings in it. */
const linted = "**/{*.nnet,*.java,*.kt,*.kts,nnlint.json}";
/** What findings in other files depend on. */
const surroundings = "**/{nnlint.json,pom.xml,build.gradle,build.gradle.kts,build.sbt,gradle.properties,libs.versions.toml}";

/** So many files are asked for at a time: few enough to be cancelled soon. */
const filesAtATime = 25;
/** Many files change at once when a branch is changed. */
const quietMilliseconds = 500;

/** The findings in files that are not open: after a check of the whole workspace, or all the time where the settings say so. */
export class WorkspaceCheck implements vscode.Disposable {
  readonly #findings = vscode.languages.createDiagnosticCollection("nnlint");
  readonly #parts: { dispose(): unknown }[] = [this.#findings];
  readonly #changed = new Set<string>();
  /** Something changed that findings in other files depend on. */
  #isAroundChanged = false;
  #timer: NodeJS.Timeout | undefined;
  /** From the first check on, changes are followed. */
  #isActive = false;
  #running: vscode.CancellationTokenSource | undefined;

  constructor(private readonly server: LanguageServer) {
    const watch = (glob: string, onChange: (uri: vscode.Uri) => void) => {
      const watcher = vscode.workspace.createFileSystemWatcher(glob);
      this.#parts.push(watcher, watcher.onDidChange(onChange), watcher.onDidCreate(onChange), watcher.onDidDelete(onChange));
    };
    watch(linted, (uri) => this.#onChange(uri));
    watch(surroundings, () => this.#onChangeAround());
    this.#parts.push(
      // What is open is linted as it stands in its editor.
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(textOf)) this.#findings.delete(uri);
        for (const uri of closed.flatMap(textOf)) this.#onChange(uri);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("nnlint")) this.follow();
      }),
    );
  }

  /** Checks all files by itself where the setting `nnlint.scope` says so. */
  follow(): void {
    const wanted = vscode.workspace.getConfiguration("nnlint").get("scope") === "workspace";
    if (wanted || this.#isActive) void this.#quietly();
  }

  /** Checks all files of the workspace, says what was found, and shows it. */
  async check(): Promise<void> {
    if (!vscode.workspace.workspaceFolders) {
      void vscode.window.showInformationMessage("Open a folder to check the networks in it.");
      return;
    }
    const options = { location: vscode.ProgressLocation.Notification, title: "Checking the workspace", cancellable: true };
    const tally = await vscode.window.withProgress(options, (progress, token) =>
      this.#checkAll(token, (done, all) => progress.report({ message: `${done} of ${all} files`, increment: (100 * filesAtATime) / all })),
    );
    const text = summary(tally);
    if (tally.findings === 0) void vscode.window.showInformationMessage(text);
    else {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      void vscode.window.setStatusBarMessage(text, 10_000);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running?.dispose();
    for (const part of this.#parts) part.dispose();
  }

  async #quietly(): Promise<void> {
    this.#running?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.#running = source;
    await this.#checkAll(source.token, () => undefined).catch((error: unknown) => this.#tell(error));
  }

  #tell(error: unknown): void {
    this.server.output.warn(`The workspace could not be checked: ${String(error)}`);
  }

  async #checkAll(token: vscode.CancellationToken, onProgress: (done: number, all: number) => void): Promise<Tally> {
    this.#isActive = true;
    const files = await this.server.lintedFiles(token);
    const tally = { files: files.length, networks: 0, findings: 0, isWhole: true };
    for (let start = 0; start < files.length; start += filesAtATime) {
      const part = await this.#checkSome(files.slice(start, start + filesAtATime), token);
      tally.networks += part.networks;
      tally.findings += part.findings;
      if (token.isCancellationRequested) return { ...tally, isWhole: false };
      onProgress(Math.min(files.length, start + filesAtATime), files.length);
    }
    this.#forgetOthers(files);
    return tally;
  }

  /** What was linted before, and is not any more: left out by `.gitignore`, or in a folder that is no longer open. */
  #forgetOthers(files: readonly vscode.Uri[]): void {
    const linted = new Set(files.map(String));
    this.#findings.forEach((uri) => {
      if (!linted.has(uri.toString())) this.#findings.delete(uri);
    });
  }

  /** Files that are gone have no findings any more. */
  async #checkSome(files: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<Pick<Tally, "networks" | "findings">> {
    const checks = await this.server.checkFiles(files, token);
    if (!token.isCancellationRequested) {
      const open = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(textOf)).map(String));
      for (const uri of files) {
        const found = checks.find((check) => check.uri.toString() === uri.toString())?.diagnostics ?? [];
        this.#findings.set(uri, open.has(uri.toString()) ? undefined : found);
      }
    }
    const sum = (count: (check: (typeof checks)[number]) => number) => checks.reduce((all, check) => all + count(check), 0);
    return { networks: sum(({ networks }) => networks), findings: sum(({ diagnostics }) => diagnostics.length) };
  }

  #onChange(uri: vscode.Uri): void {
    if (!this.#isActive || !/\.(nnet|java|kts?)$|\/nnlint\.json$/.test(uri.path)) return;
    this.#changed.add(uri.toString());
    this.#checkLater();
  }

  #onChangeAround(): void {
    if (!this.#isActive) return;
    this.#isAroundChanged = true;
    this.#checkLater();
  }

  #checkLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#checkChanged().catch((error: unknown) => this.#tell(error)), quietMilliseconds);
  }

  /** All files where something around them changed; else those that changed, as far as they are linted. */
  async #checkChanged(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (this.#isAroundChanged) {
      this.#isAroundChanged = false;
      return this.#quietly();
    }
    const { token } = new vscode.CancellationTokenSource();
    const linted = new Set((await this.server.lintedFiles(token)).map(String));
    for (const text of changed) if (!linted.has(text)) this.#findings.delete(vscode.Uri.parse(text));
    const files = changed.filter((text) => linted.has(text)).map((text) => vscode.Uri.parse(text));
    await this.#checkSome(files, token);
  }
}

/** The text that a tab shows, if it shows one. */
function textOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

interface Tally {
  readonly files: number;
  readonly networks: number;
  readonly findings: number;
  /** False: it was cancelled. */
  readonly isWhole: boolean;
}

function summary({ files, networks, findings, isWhole }: Tally): string {
  const counted = (count: number, noun: string) => `${count.toLocaleString()} ${noun}${count === 1 ? "" : "s"}`;
  const what = `nnlint found ${findings === 0 ? "nothing" : counted(findings, "finding")} in ${counted(networks, "network")} (${counted(files, "file")} read)`;
  return isWhole ? `${what}.` : `${what}, then it was stopped.`;
}
