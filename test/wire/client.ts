import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from "vscode-jsonrpc/node";
import type { ClientCapabilities, CodeAction, Diagnostic, DocumentDiagnosticReport, InitializeResult } from "vscode-languageserver";

const server = path.resolve("dist/server.cjs");

/** The abilities of a modern editor. */
export const modern: ClientCapabilities = {
  textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown"] } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
};

/** An editor at the other end of the real server's standard input and output. */
export interface Editor {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** The workspace folder on disk. */
  readonly folder: string;
  /** What the server answers when it asks for the `nnlint` settings; may be changed. */
  readonly settings: Record<string, unknown>;
  /** What the server wrote into its log, and everything on stderr. */
  readonly log: readonly string[];
  /** Diagnostics that the server sent by itself, oldest first. */
  readonly pushed: readonly { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] }[];
  uriOf(name: string): string;
  open(name: string, text: string, languageId?: string): Promise<string>;
  change(uri: string, version: number, text: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  actions(uri: string, diagnostic: Pick<Diagnostic, "range">, only?: string[]): Promise<CodeAction[]>;
  close(): Promise<void>;
}

/** Starts the server as an editor does; `files` are laid into the workspace first. */
export async function startEditor(
  options: {
    readonly capabilities?: ClientCapabilities;
    readonly files?: Readonly<Record<string, string>>;
    readonly initializationOptions?: unknown;
    readonly settings?: Record<string, unknown>;
  } = {},
): Promise<Editor> {
  const folder = await mkdtemp(path.join(tmpdir(), "nnlint-wire-"));
  for (const [name, text] of Object.entries(options.files ?? {})) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const log: string[] = [];
  const pushed: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  const settings = options.settings ?? {};
  child.stderr.on("data", (chunk) => log.push(String(chunk)));
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void log.push(message));
  connection.onNotification("textDocument/publishDiagnostics", (params: (typeof pushed)[number]) => void pushed.push(params));
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => settings));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "test" }],
    capabilities: options.capabilities ?? modern,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification("initialized", {});

  const pull = (uri: string, previousResultId?: string) =>
    connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  return {
    connection,
    process: child,
    initialized,
    folder,
    settings,
    log,
    pushed,
    uriOf,
    pull,
    async open(name, text, languageId = name.endsWith(".java") ? "java" : name.endsWith(".json") ? "json" : "nnet") {
      const uri = name.includes(":") ? name : uriOf(name);
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      return uri;
    },
    change: (uri, version, text) =>
      connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] }),
    async diagnostics(uri) {
      const report = await pull(uri);
      return report.kind === "full" ? report.items : [];
    },
    actions: (uri, { range }, only) =>
      connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, "exit");
        await connection.sendRequest("shutdown");
        await connection.sendNotification("exit");
        await exited;
      }
      connection.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the value is there; `what` says what was waited for. */
export async function until<T>(what: string, get: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const value = await get();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come within 10 s`);
}
