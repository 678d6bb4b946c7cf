import type { ClientCapabilities, Connection, ServerCapabilities, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientOptions, DocumentSettings } from "./settings.js";
import type { Model } from "./models/model.js";
import type { Models } from "./models/models.js";
import type { RunFindings } from "./run-findings/run-findings.js";
import type { WorkspaceFolders } from "./workspace-folders.js";
import type { ServerEnvironment } from "./environment.js";

/** What every feature is given. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly environment: ServerEnvironment;
  readonly documents: TextDocuments<TextDocument>;
  readonly models: Models;
  readonly folders: Pick<WorkspaceFolders, "paths">;
  /** The model of a text that is not, or no longer, in the editor. */
  readonly makeModel: (document: TextDocument) => Promise<Model>;
  readonly runFindings: RunFindings;
  readonly settingsOf: (uri: string) => Promise<DocumentSettings>;
  readonly client: ClientCapabilities;
  readonly options: ClientOptions;
  /** Writes an error into the log, each text once. */
  readonly logError: (message: string) => void;
  /** Called when the client is ready to be asked. */
  readonly onInitialized: (starter: () => void) => void;
  /** Settings or files around the documents changed: everything is judged anew. `settings`: what a client that cannot be asked sent. */
  readonly invalidate: (settings?: unknown) => void;
  /** True when findings may depend on the text of this file, or of one in this folder. */
  readonly dependOn: (uri: string) => boolean;
  /** Diagnostics changed without the texts having changed. */
  readonly findingsChanged: () => void;
  /** Called whenever diagnostics changed without the texts having changed. */
  readonly onDidInvalidate: (listener: () => void) => void;
}

/** One ability of the server: its part of the capabilities, and its handlers. */
export interface Feature {
  /** What the client is told; nothing where the client cannot use it. */
  readonly capabilities: (client: ClientCapabilities) => ServerCapabilities;
  /** Called once, before the client is answered. */
  readonly register: (context: FeatureContext) => void;
}
