import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { after } from "node:test";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Position,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";

/** A test that failed has not closed its editor: no server outlives the tests. */
const started = new Set<ChildProcess>();
after(() => {
  for (const child of started) child.kill("SIGKILL");
});

const server = path.resolve("dist/server.cjs");
const command = path.resolve("bin/nnlint.mjs");

/** The abilities of a modern editor. */
export const modern: ClientCapabilities = {
  textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown"] } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** An editor of the first days of the protocol: it is sent what is found, and asked for nothing. */
export const old: ClientCapabilities = {};

export interface Pushed {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A wish to be told of something, as far as the tests look at it. */
interface Registration {
  readonly method: string;
  readonly registerOptions?: { readonly watchers?: readonly { readonly globPattern: string }[] };
}

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  /** Laid into the workspace first, by their paths in it. */
  readonly files?: Readonly<Record<string, string>>;
  readonly initializationOptions?: unknown;
  readonly settings?: Record<string, unknown>;
  /** How the server is reached. `command`: as `nnlint lsp --stdio`. */
  readonly transport?: "stdio" | "ipc" | "command";
  /** More of the `initialize` request, in place of what is usual. */
  readonly initialize?: Readonly<Record<string, unknown>>;
  /** Answers to the server's requests, by method, in place of the usual ones. */
  readonly answers?: Readonly<Record<string, () => unknown>>;
}

/** An editor at the other end of the real server. */
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
  readonly pushed: readonly Pushed[];
  /** Methods of the requests that the server sent, oldest first. */
  readonly asked: readonly string[];
  /** Methods that the server registered for. */
  readonly registered: readonly string[];
  /** Globs of the files that the server wants to be told of. */
  readonly watched: readonly string[];
  uriOf(name: string): string;
  write(name: string, text: string): Promise<void>;
  /** Tells of files that changed on disk. */
  changed(...names: string[]): Promise<void>;
  open(name: string, text: string, languageId?: string): Promise<string>;
  change(uri: string, version: number, ...changes: (string | TextDocumentContentChangeEvent)[]): Promise<void>;
  closeDocument(uri: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  actions(uri: string, diagnostic: Pick<Diagnostic, "range">, only?: string[]): Promise<CodeAction[]>;
  hover(uri: string, position: Position): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Starts the server as an editor does. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const folder = await mkdtemp(path.join(tmpdir(), "nnlint wire "));
  const write = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(options.files ?? {})) await write(name, text);
  const { child, connection } = connect(options.transport ?? "stdio");
  started.add(child);
  const log: string[] = [];
  const pushed: Pushed[] = [];
  const asked: string[] = [];
  const registered: string[] = [];
  const watched: string[] = [];
  const settings = options.settings ?? {};
  child.stderr?.on("data", (chunk) => log.push(String(chunk)));
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void log.push(message));
  connection.onNotification("textDocument/publishDiagnostics", (params: Pushed) => void pushed.push(params));
  const answers: Record<string, (params: never) => unknown> = {
    "workspace/configuration": ({ items }: { items: unknown[] }) => items.map(() => settings),
    "client/registerCapability": ({ registrations }: { registrations: Registration[] }) => {
      registered.push(...registrations.map(({ method }) => method));
      watched.push(
        ...registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []).map(({ globPattern }) => globPattern),
      );
      return null;
    },
    "workspace/diagnostic/refresh": () => null,
    ...options.answers,
  };
  for (const [method, answer] of Object.entries(answers))
    connection.onRequest(method, (params: never) => {
      asked.push(method);
      return answer(params);
    });
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "test" }],
    capabilities: options.capabilities ?? modern,
    initializationOptions: options.initializationOptions,
    ...options.initialize,
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
    asked,
    registered,
    watched,
    uriOf,
    write,
    pull,
    changed: (...names) =>
      connection.sendNotification("workspace/didChangeWatchedFiles", { changes: names.map((name) => ({ uri: uriOf(name), type: 2 })) }),
    async open(name, text, languageId = name.endsWith(".java") ? "java" : name.endsWith(".json") ? "json" : "nnet") {
      const uri = name.includes(":") ? name : uriOf(name);
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      return uri;
    },
    change: (uri, version, ...changes) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: changes.map((change) => (typeof change === "string" ? { text: change } : change)),
      }),
    closeDocument: (uri) => connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
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
    async hover(uri, position) {
      const answer = await connection.sendRequest<Hover | null>("textDocument/hover", { textDocument: { uri }, position });
      return answer === null || !("value" in (answer.contents as object)) ? undefined : (answer.contents as { value: string }).value;
    },
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

function connect(transport: "stdio" | "ipc" | "command"): { child: ChildProcess; connection: MessageConnection } {
  if (transport === "ipc") {
    const child = fork(server, ["--node-ipc"], { silent: true });
    return { child, connection: createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)) };
  }
  const args = transport === "command" ? [command, "lsp", "--stdio"] : [server, "--stdio"];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"] });
  return { child, connection: createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)) };
}

/** Waits until the value is there; `what` says what was waited for. */
export async function until<T>(what: string, get: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const value = await get();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come within 20 s`);
}

/** A message as it goes over the wire. */
export function message(content: object): string {
  const text = JSON.stringify({ jsonrpc: "2.0", ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}
