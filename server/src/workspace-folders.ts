import type { Connection, InitializeParams } from "vscode-languageserver";
import { z } from "zod";
import type { ServerEnvironment } from "./environment.js";

/** What clients say that know of one folder only (`rootUri`, before the protocol's version 3.6). */
const oneFolder = z
  .object({ rootUri: z.string() })
  .transform(({ rootUri }) => [rootUri])
  .catch([]);

/** The folders that are open in the editor. */
export class WorkspaceFolders {
  #uris: readonly string[];

  constructor(
    private readonly connection: Connection,
    private readonly environment: ServerEnvironment,
    private readonly params: InitializeParams,
  ) {
    this.#uris = params.workspaceFolders?.map(({ uri }) => uri) ?? oneFolder.parse(params);
  }

  /** Follows the changes from now on; not before the client is initialized. */
  listen(onChange: () => void): void {
    if (!this.params.capabilities.workspace?.workspaceFolders) return;
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.#uris = [...this.#uris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      onChange();
    });
  }

  /** Their paths, where they are folders on disk. */
  get paths(): readonly string[] {
    return this.#uris.flatMap((uri) => this.environment.pathOf(uri) ?? []);
  }
}
