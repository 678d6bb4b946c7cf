import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import {
  checkFilesRequest,
  dismissRunFindingsNotification,
  fixesRequest,
  lintedFilesRequest,
  networksRequest,
  rulesRequest,
  runFindingsNotification,
  type DocumentSummary,
  type FixSummary,
  type RuleSummary,
  type RunFindingsParams,
} from "../../server/src/protocol.js";

/** Documents that may hold networks, wherever they lie; the virtual old sides of comparisons are left out. */
export const documentSelector = ["file", "untitled", "vscode-vfs", "vscode-remote"].flatMap((scheme) => [
  { scheme, language: "nnet" },
  { scheme, language: "java" },
  { scheme, language: "kotlin" },
  { scheme, pattern: "**/nnlint.json" },
]);

/** What is found in a file that need not be open. */
export interface CheckedFile {
  readonly uri: vscode.Uri;
  readonly networks: number;
  readonly diagnostics: vscode.Diagnostic[];
}

/** The language server as the rest of the extension sees it. */
export class LanguageServer {
  readonly output: vscode.LogOutputChannel;
  readonly #client: LanguageClient;
  #starting: Promise<void> = Promise.resolve();

  constructor(context: vscode.ExtensionContext) {
    this.output = vscode.window.createOutputChannel("nnlint", { log: true });
    const module = context.asAbsolutePath("dist/server.cjs");
    this.#client = new LanguageClient(
      "nnlint",
      "nnlint",
      { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
      {
        documentSelector,
        outputChannel: this.output,
        initializationOptions: { explainCommand: true, tryFixCommand: true, trainCommands: true },
        markdown: { isTrusted: { enabledCommands: ["nnlint.explainRule"] } },
        diagnosticPullOptions: { onChange: true, onTabs: true },
      },
    );
  }

  start(): Promise<void> {
    this.#starting = this.#client.start();
    return this.#starting;
  }

  async restart(): Promise<void> {
    await this.#client.restart();
    this.output.info("The language server was restarted.");
  }

  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.stop();
  }

  /** What a document holds; `undefined` when the server does not know it. */
  async summaryOf(document: vscode.TextDocument): Promise<DocumentSummary | undefined> {
    await this.#starting;
    if (!this.#client.isRunning() || vscode.languages.match(documentSelector, document) === 0) return undefined;
    const summary = await this.#client.sendRequest(networksRequest, { uri: this.uriOf(document.uri) });
    return summary ?? undefined;
  }

  /** The fixes in a document that can be tried by training. */
  async fixesOf(document: vscode.TextDocument): Promise<readonly FixSummary[]> {
    await this.#starting;
    if (!this.#client.isRunning() || vscode.languages.match(documentSelector, document) === 0) return [];
    return (await this.#client.sendRequest(fixesRequest, { uri: this.uriOf(document.uri) })) ?? [];
  }

  /** All files of the workspace that are linted. */
  async lintedFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
    await this.#starting;
    if (!this.#client.isRunning()) return [];
    const files = await this.#client.sendRequest(lintedFilesRequest, null, token);
    return files.map((uri) => this.#client.protocol2CodeConverter.asUri(uri));
  }

  /** What is found in files on the disk, open or not; nothing of those that cannot be read. */
  async checkFiles(files: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<CheckedFile[]> {
    await this.#starting;
    if (!this.#client.isRunning()) return [];
    const checks = await this.#client.sendRequest(checkFilesRequest, { uris: files.map((uri) => this.uriOf(uri)) }, token);
    const { protocol2CodeConverter: converter } = this.#client;
    return checks.map(({ uri, networks, diagnostics }) => ({
      uri: converter.asUri(uri),
      networks,
      diagnostics: diagnostics.map((one) => converter.asDiagnostic(one)),
    }));
  }

  rules(): Promise<readonly RuleSummary[]> {
    return this.#client.sendRequest(rulesRequest, null);
  }

  /** Puts what a run found on the lines of its document. */
  keepRunFindings(params: RunFindingsParams): Promise<void> {
    return this.#client.sendNotification(runFindingsNotification, params);
  }

  /** Takes back what runs found: in one document, or everywhere. */
  dismissRunFindings(uri?: vscode.Uri): Promise<void> {
    return this.#client.sendNotification(dismissRunFindingsNotification, uri ? { uri: this.uriOf(uri) } : {});
  }

  /** A document's address as the server knows it. */
  uriOf(uri: vscode.Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }
}
