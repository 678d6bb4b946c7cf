import type { Connection, InitializeParams } from "vscode-languageserver";
import type { ServerEnvironment } from "./environment.js";

/** The folders that are open in the editor. */
export class WorkspaceFolders {
  #uris: readonly string[];

  constructor(
    private readonly connection: Connection,
    private readonly environment: ServerEnvironment,
    private readonly params: InitializeParams,
  ) {
    this.#uris = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  /** Follows the changes from now on; not before the client is initialized. */
  listen(): void {
    if (!this.params.capabilities.workspace?.workspaceFolders) return;
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.#uris = [...this.#uris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    });
  }

  /** Their paths, where they are folders on disk. */
  get paths(): readonly string[] {
    return this.#uris.flatMap((uri) => this.environment.pathOf(uri) ?? []);
  }
}
