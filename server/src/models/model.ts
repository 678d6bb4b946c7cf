import type { TextDocument } from "vscode-languageserver-textdocument";
import type { AnalysedFile, AnalysisEnvironment } from "../../../core/src/analysis/workspace.js";
import type { Finding, Notation, Range as Span } from "../../../core/src/model/index.js";
import type { Range, TextEdit } from "vscode-languageserver";

/** One version of a document and all that is known of it. Every feature answers from it. */
export interface Model {
  readonly uri: string;
  readonly version: number;
  /** The document as it was: an immutable copy, for offsets and positions. */
  readonly document: TextDocument;
  /** What the rules found, in the order of the text. */
  readonly findings: readonly Finding[];
  /** The networks of a config; `undefined` for `nnlint.json`, and for files that are left alone. */
  readonly config: NetworkConfig | undefined;
}

/** A document that holds networks. */
export interface NetworkConfig {
  readonly notation: Notation;
  readonly analysed: AnalysedFile;
  readonly environment: AnalysisEnvironment;
}

/** A span of offsets as the protocol's range. */
export function rangeOf({ document }: Model, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** An edit as the protocol's. */
export function textEditOf(model: Model, edit: { readonly range: Span; readonly newText: string }): TextEdit {
  return { range: rangeOf(model, edit.range), newText: edit.newText };
}
