import { LSPErrorCodes, ResponseError, type CancellationToken, type TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Model } from "./model.js";

/** A message that has arrived is handled within so many turns: it is read in one, decoded in the next and handled in another (`vscode-jsonrpc`). */
const turnsOfMessage = 3;

/** What models are made with. */
export interface ModelsSources {
  readonly documents: TextDocuments<TextDocument>;
  readonly make: (document: TextDocument) => Promise<Model>;
  readonly giveWay: () => Promise<void>;
  /** What was told before a request counts in its answer: settles when it is taken in. */
  readonly ready: () => Promise<void>;
}

interface Made {
  readonly model: Model;
  /** What the surroundings were when it was begun. */
  readonly epoch: number;
}

/**
 * One model per document version. Work starts at once and is never thrown away half done: when a newer text comes meanwhile, whoever
 * waits gets the newer text's model. Of texts that came while another was worked on, only the newest is read.
 */
export class Models {
  readonly #made = new Map<string, Made>();
  readonly #inWork = new Map<string, Promise<void>>();
  /** Rises when something around the documents changed: settings, build files, data. */
  #epoch = 0;

  constructor(private readonly sources: ModelsSources) {
    sources.documents.onDidClose(({ document }) => this.#made.delete(document.uri));
  }

  /**
   * The model of a document's newest version; `undefined` for documents that are not open.
   * @throws ResponseError `RequestCancelled` when the token was cancelled meanwhile
   */
  async get(uri: string, token?: CancellationToken): Promise<Model | undefined> {
    await this.sources.ready();
    for (;;) {
      throwIfCancelled(token);
      if (!this.sources.documents.get(uri)) return undefined;
      const made = this.#made.get(uri);
      if (made && this.#isCurrent(made)) return made.model;
      await this.#work(uri);
    }
  }

  /** Forgets all models, because what surrounds the documents changed. */
  invalidate(): void {
    this.#epoch++;
  }

  /** Works on a document's newest text. Never twice at a time for one document: who comes meanwhile waits, and looks again. */
  #work(uri: string): Promise<void> {
    const work = this.#inWork.get(uri) ?? this.#make(uri).finally(() => this.#inWork.delete(uri));
    this.#inWork.set(uri, work);
    return work;
  }

  async #make(uri: string): Promise<void> {
    const document = await this.#settled(uri);
    if (!document) return;
    const epoch = this.#epoch;
    const copy = TextDocument.create(uri, document.languageId, document.version, document.getText());
    const model = await this.sources.make(copy);
    // A document that was closed meanwhile needs none.
    if (this.sources.documents.get(uri)) this.#made.set(uri, { model, epoch });
    // Whoever changed the text or lost interest while all stood still for this is heard before anybody is answered.
    await this.#giveWay();
  }

  async #giveWay(): Promise<void> {
    for (let turn = 0; turn < turnsOfMessage; turn++) await this.sources.giveWay();
  }

  /** The document when all changes of it that have arrived are in. */
  async #settled(uri: string): Promise<TextDocument | undefined> {
    const { documents } = this.sources;
    for (;;) {
      const version = documents.get(uri)?.version;
      await this.#giveWay();
      const document = documents.get(uri);
      if (document?.version === version) return document;
    }
  }

  /** By its text, too: a document that was closed and opened again may count its versions anew. */
  #isCurrent({ model, epoch }: Made): boolean {
    const document = this.sources.documents.get(model.uri);
    const { version, document: copy } = model;
    return (
      epoch === this.#epoch &&
      document?.version === version &&
      document.languageId === copy.languageId &&
      document.getText() === copy.getText()
    );
  }
}

function throwIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
