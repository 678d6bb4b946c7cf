import {
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import packageJson from "../../package.json" with { type: "json" };
import { checkFiles } from "./features/check-files.js";
import { codeActions } from "./features/code-actions.js";
import { codeLens } from "./features/code-lens.js";
import { fixes } from "./features/fixes.js";
import { formatting } from "./features/formatting.js";
import { hover } from "./features/hover.js";
import { inlayHints } from "./features/inlay-hints.js";
import { networks } from "./features/networks.js";
import { pullDiagnostics } from "./features/pull-diagnostics.js";
import { pushDiagnostics } from "./features/push-diagnostics.js";
import { refresh } from "./features/refresh.js";
import { rules } from "./features/rules.js";
import { runFindings as runFindingsFeature } from "./features/run-findings.js";
import { DataProfiles } from "./models/data-profiles.js";
import { makeModel } from "./models/make-model.js";
import { OpenFiles } from "./models/open-files.js";
import { Models } from "./models/models.js";
import { Surroundings } from "./models/surroundings.js";
import { RunFindings } from "./run-findings/run-findings.js";
import { SettingsSource } from "./settings-source.js";
import { readClientOptions } from "./settings.js";
import { WorkspaceFolders } from "./workspace-folders.js";
import type { Feature, FeatureContext } from "./feature.js";
import type { ServerEnvironment } from "./environment.js";

/** Everything that the server can do. */
const features: readonly Feature[] = [
  pullDiagnostics,
  pushDiagnostics,
  codeActions,
  hover,
  inlayHints,
  codeLens,
  formatting,
  runFindingsFeature,
  networks,
  fixes,
  checkFiles,
  rules,
  refresh,
];

/** Serves one client over a connection until it closes. */
export function startServer(connection: Connection, environment: ServerEnvironment): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params): InitializeResult => {
    const context = createContext(connection, environment, documents, params);
    for (const feature of features) feature.register(context);
    return {
      serverInfo: { name: "nnlint", version: packageJson.version },
      capabilities: features.reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities(params.capabilities) }), {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      }),
    };
  });
  documents.listen(connection);
  connection.listen();
}

function createContext(
  connection: Connection,
  environment: ServerEnvironment,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
): FeatureContext {
  const options = readClientOptions(params.initializationOptions);
  const settings = new SettingsSource(connection, params.capabilities, options.settings);
  const folders = new WorkspaceFolders(connection, environment, params);
  const surroundings = new Surroundings({
    environment,
    open: new OpenFiles(documents, environment),
    profiles: new DataProfiles(environment, () => folders.paths),
  });
  const logged = new Set<string>();
  const logError = (message: string) => {
    if (!logged.has(message)) connection.console.error(message);
    logged.add(message);
  };
  const settingsOf = (uri: string) => settings.of(uri);
  const make = (document: TextDocument) => makeModel(document, { logError, surroundings, settingsOf });
  const runFindings = new RunFindings();
  const models = new Models({ documents, make, giveWay: environment.giveWay, ready: () => runFindings.settled });
  const listeners: (() => void)[] = [];
  const invalidate = (sent?: unknown) => {
    settings.forget(sent);
    surroundings.forget();
    models.invalidate();
    findingsChanged();
  };
  const starters: (() => void)[] = [() => folders.listen(() => invalidate())];
  connection.onInitialized(() => {
    for (const start of starters) start();
  });
  const findingsChanged = () => {
    for (const listener of listeners) listener();
  };
  return {
    connection,
    environment,
    documents,
    models,
    folders,
    options,
    makeModel: make,
    logError,
    runFindings,
    settingsOf,
    client: params.capabilities,
    dependOn: (uri) => {
      const path = environment.pathOf(uri);
      return path !== undefined && surroundings.wereLookedAt(path);
    },
    findingsChanged,
    onInitialized: (starter) => void starters.push(starter),
    onDidInvalidate: (listener) => void listeners.push(listener),
    invalidate,
  };
}
