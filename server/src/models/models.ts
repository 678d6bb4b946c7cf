import { LSPErrorCodes, ResponseError, type CancellationToken, type TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Model } from "./model.js";

/** Makes the model of one version of a document. */
export type MakeModel = (document: TextDocument) => Promise<Model>;

interface Entry {
  readonly version: number;
  readonly epoch: number;
  readonly model: Promise<Model>;
}

/**
 * One model per document version. Work starts at once and is never thrown away half done: when a newer text comes
 * meanwhile, whoever waits gets the newer text's model.
 */
export class Models {
  readonly #entries = new Map<string, Entry>();
  /** Rises when something around the documents changed: settings, build files, data. */
  #epoch = 0;

  constructor(
    private readonly documents: TextDocuments<TextDocument>,
    private readonly make: MakeModel,
  ) {
    documents.onDidClose(({ document }) => this.#entries.delete(document.uri));
  }

  /**
   * The model of a document's newest version; `undefined` for documents that are not open.
   * @throws ResponseError `RequestCancelled` when the token was cancelled meanwhile
   */
  async get(uri: string, token?: CancellationToken): Promise<Model | undefined> {
    for (;;) {
      throwIfCancelled(token);
      const document = this.documents.get(uri);
      if (!document) return undefined;
      const entry = this.#entryOf(document);
      const model = await entry.model;
      throwIfCancelled(token);
      if (this.#isCurrent(entry, uri)) return model;
    }
  }

  /** Forgets all models, because what surrounds the documents changed. */
  invalidate(): void {
    this.#epoch++;
  }

  #entryOf(document: TextDocument): Entry {
    const { uri, version } = document;
    const known = this.#entries.get(uri);
    if (known && this.#isCurrent(known, uri)) return known;
    const copy = TextDocument.create(uri, document.languageId, version, document.getText());
    const entry = { version, epoch: this.#epoch, model: this.make(copy) };
    this.#entries.set(uri, entry);
    return entry;
  }

  #isCurrent(entry: Entry, uri: string): boolean {
    return entry.epoch === this.#epoch && entry.version === this.documents.get(uri)?.version;
  }
}

function throwIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
