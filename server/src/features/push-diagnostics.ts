import { diagnosticsOf } from "../diagnostics.js";
import type { Feature, FeatureContext } from "../feature.js";

/** Diagnostics sent after every change, with the version that they belong to, for clients that cannot ask for them. */
export const pushDiagnostics: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { client, connection, documents, onDidInvalidate } = context;
    if (client.textDocument?.diagnostic) return;
    const awaited = new Set<string>();
    const push = (uri: string) => void send(uri, awaited, context);
    documents.onDidChangeContent(({ document }) => push(document.uri));
    documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
    onDidInvalidate(() => {
      for (const uri of documents.keys()) push(uri);
    });
  },
};

/** Sends what is found in the newest text, once. `awaited`: documents whose findings are already on the way. */
async function send(uri: string, awaited: Set<string>, context: FeatureContext): Promise<void> {
  if (awaited.has(uri)) return;
  awaited.add(uri);
  const model = await context.models.get(uri).finally(() => awaited.delete(uri));
  if (model) await context.connection.sendDiagnostics({ uri, version: model.version, diagnostics: diagnosticsOf(model, context) });
}
