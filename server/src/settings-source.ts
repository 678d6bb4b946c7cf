import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { z } from "zod";
import { readSettings, type DocumentSettings } from "./settings.js";

const sentSettings = z.object({ nnlint: z.unknown().optional() });

/** The editor's settings, asked for once per document, or as the client sent them when it cannot be asked. */
export class SettingsSource {
  readonly #known = new Map<string, Promise<DocumentSettings>>();
  /** Problems that the user was told of: once each. */
  readonly #told = new Set<string>();
  #sent: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly client: ClientCapabilities,
    sent: unknown,
  ) {
    this.#sent = sent;
  }

  /** The settings in force for a document. */
  of(uri: string): Promise<DocumentSettings> {
    const known = this.#known.get(uri) ?? this.#ask(uri).then((settings) => this.#tell(settings));
    this.#known.set(uri, known);
    return known;
  }

  #tell(settings: DocumentSettings): DocumentSettings {
    for (const problem of settings.problems) {
      if (!this.#told.has(problem)) this.connection.window.showWarningMessage(problem);
      this.#told.add(problem);
    }
    return settings;
  }

  /** Settings changed. `sent`: all settings, from clients that send them. */
  forget(sent?: unknown): void {
    this.#known.clear();
    const parsed = sentSettings.safeParse(sent);
    if (parsed.success && parsed.data.nnlint !== undefined) this.#sent = parsed.data.nnlint;
  }

  async #ask(uri: string): Promise<DocumentSettings> {
    if (!this.client.workspace?.configuration) return readSettings(this.#sent);
    try {
      const section: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: "nnlint" });
      return readSettings(section);
    } catch (error) {
      // Without an answer the defaults count, and the next model asks again.
      this.connection.console.warn(`The editor did not say its settings: ${error instanceof Error ? error.message : String(error)}`);
      this.#known.delete(uri);
      return readSettings(undefined);
    }
  }
}
