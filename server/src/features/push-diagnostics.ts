import { diagnosticsOf } from "../diagnostics.js";
import type { Feature, FeatureContext } from "../feature.js";

/** Diagnostics sent after every change, with the version that they belong to, for clients that cannot ask for them. */
export const pushDiagnostics: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { client, connection, documents, onDidInvalidate } = context;
    if (client.textDocument?.diagnostic) return;
    documents.onDidChangeContent(({ document }) => void send(document.uri, context));
    documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
    onDidInvalidate(() => {
      for (const uri of documents.keys()) void send(uri, context);
    });
  },
};

async function send(uri: string, context: FeatureContext): Promise<void> {
  const { connection, documents, models } = context;
  const model = await models.get(uri);
  // A newer text has its own message on the way.
  if (!model || documents.get(uri)?.version !== model.version) return;
  await connection.sendDiagnostics({ uri, version: model.version, diagnostics: diagnosticsOf(model, context) });
}
