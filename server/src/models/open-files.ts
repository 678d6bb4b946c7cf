import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ServerEnvironment } from "../environment.js";

/** The open documents that are files, by their paths. */
export class OpenFiles {
  readonly #uris = new Map<string, string>();

  constructor(
    private readonly documents: TextDocuments<TextDocument>,
    environment: Pick<ServerEnvironment, "pathOf">,
  ) {
    documents.onDidOpen(({ document: { uri } }) => {
      const path = environment.pathOf(uri);
      if (path !== undefined) this.#uris.set(path, uri);
    });
    documents.onDidClose(({ document: { uri } }) => {
      const path = environment.pathOf(uri);
      if (path !== undefined) this.#uris.delete(path);
    });
  }

  /** The text of a file as it stands in the editor; `undefined` when it is not open. */
  text(path: string): string | undefined {
    const uri = this.#uris.get(path);
    return uri === undefined ? undefined : this.documents.get(uri)?.getText();
  }
}
