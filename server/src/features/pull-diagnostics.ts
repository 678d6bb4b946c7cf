import { DocumentDiagnosticReportKind, type DocumentDiagnosticReport } from "vscode-languageserver";
import { diagnosticsOf } from "../diagnostics.js";
import type { Feature } from "../feature.js";
import { textHash } from "../text-hash.js";

/** Diagnostics when the client asks for them; `unchanged` when they are those that it has. */
export const pullDiagnostics: Feature = {
  capabilities: (client) =>
    client.textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: "nnlint", interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  register(context) {
    const { connection, models } = context;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const model = await models.get(textDocument.uri, token);
      const items = model ? diagnosticsOf(model, context) : [];
      const resultId = textHash(JSON.stringify(items));
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    });
  },
};
