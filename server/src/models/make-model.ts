import type { TextDocument } from "vscode-languageserver-textdocument";
import { analyse, lintConfiguration, notationOf } from "../../../core/src/analysis/workspace.js";
import type { Notation } from "../../../core/src/model/index.js";
import type { DocumentSettings } from "../settings.js";
import type { Model } from "./model.js";
import type { Surroundings } from "./surroundings.js";

/** What making a model needs. */
export interface ModelSources {
  /** Writes an error into the log, each text once: a fault comes again with every keystroke. */
  readonly logError: (message: string) => void;
  readonly surroundings: Surroundings;
  readonly settingsOf: (uri: string) => Promise<DocumentSettings>;
}

/** Language ids and the ending that files of the language have, for documents without a file. */
const endings: Readonly<Record<string, string>> = { nnet: ".nnet", java: ".java", kotlin: ".kt" };

/** Lints one version of a document. Never fails: what goes wrong is logged, and the document has no findings. */
export async function makeModel(document: TextDocument, sources: ModelSources): Promise<Model> {
  const model = { uri: document.uri, version: document.version, document };
  try {
    if (isConfiguration(document.uri)) return { ...model, config: undefined, findings: lintConfiguration(document.getText()) };
    return { ...model, ...(await lint(document, sources)) };
  } catch (error) {
    sources.logError(`${document.uri} could not be linted: ${reasonOf(error)}`);
    return { ...model, config: undefined, findings: [] };
  }
}

async function lint(
  document: TextDocument,
  { logError, surroundings, settingsOf }: ModelSources,
): Promise<Pick<Model, "config" | "findings">> {
  const settings = await settingsOf(document.uri);
  const notation = notationOfDocument(document);
  if (!notation || (notation !== "nnet" && !settings.builders)) return { config: undefined, findings: [] };
  const { environment, ignored } = await surroundings.of(document.uri, settings.user);
  if (ignored) return { config: undefined, findings: [] };
  const analysed = await analyse(document.getText(), notation, environment);
  const config = { notation, analysed, environment };
  logFailures({ uri: document.uri, config }, logError);
  return { config, findings: analysed.findings };
}

/** Logs the rules that failed, and the fixes that could not be worked out so far. */
export function logFailures({ uri, config }: Pick<Model, "uri" | "config">, logError: ModelSources["logError"]): void {
  for (const { rule, error } of config?.analysed.failures ?? []) logError(`The rule ${rule} failed on ${uri}: ${reasonOf(error)}`);
}

/** By the language that the editor says, else by the file's name. */
function notationOfDocument({ languageId, uri }: TextDocument): Notation | undefined {
  const ending = endings[languageId];
  return notationOf(ending === undefined ? uri : `document${ending}`);
}

/** True for a `nnlint.json`, whose mistakes are findings in it. */
export function isConfiguration(uri: string): boolean {
  return uri.endsWith("/nnlint.json");
}

/** One line; the log is read by people. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0] ?? ""}` : String(error);
}
