import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { z } from "zod";
import { readSettings, type DocumentSettings } from "./settings.js";

const sentSettings = z.object({ nnlint: z.unknown().optional() });

/** The editor's settings, asked for once per document, or as the client sent them when it cannot be asked. */
export class SettingsSource {
  readonly #known = new Map<string, Promise<DocumentSettings>>();
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
    const known = this.#known.get(uri) ?? this.#ask(uri);
    this.#known.set(uri, known);
    return known;
  }

  /** Settings changed. `sent`: all settings, from clients that send them. */
  forget(sent?: unknown): void {
    this.#known.clear();
    const parsed = sentSettings.safeParse(sent);
    if (parsed.success && parsed.data.nnlint !== undefined) this.#sent = parsed.data.nnlint;
  }

  async #ask(uri: string): Promise<DocumentSettings> {
    if (!this.client.workspace?.configuration) return readSettings(this.#sent);
    const section: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: "nnlint" });
    return readSettings(section);
  }
}
