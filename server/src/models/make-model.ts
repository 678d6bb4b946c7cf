import type { Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { analyse, lintConfiguration, notationOf } from "../../../core/src/analysis/workspace.js";
import type { Notation } from "../../../core/src/model/index.js";
import type { DocumentSettings } from "../settings.js";
import type { Model } from "./model.js";
import type { Surroundings } from "./surroundings.js";

/** What making a model needs. */
export interface ModelSources {
  readonly console: Connection["console"];
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
    sources.console.error(`${document.uri} could not be linted: ${reasonOf(error)}`);
    return { ...model, config: undefined, findings: [] };
  }
}

async function lint(
  document: TextDocument,
  { console, surroundings, settingsOf }: ModelSources,
): Promise<Pick<Model, "config" | "findings">> {
  const settings = await settingsOf(document.uri);
  const notation = notationOfDocument(document);
  if (!notation || (notation !== "nnet" && !settings.builders)) return { config: undefined, findings: [] };
  const { environment, ignored } = await surroundings.of(document.uri, settings.user);
  if (ignored) return { config: undefined, findings: [] };
  const analysed = await analyse(document.getText(), notation, environment);
  for (const { rule, error } of analysed.failures) console.error(`The rule ${rule} failed on ${document.uri}: ${reasonOf(error)}`);
  return { config: { notation, analysed, environment }, findings: analysed.findings };
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
