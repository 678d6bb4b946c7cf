import { TextDocument } from "vscode-languageserver-textdocument";
import type { CancellationToken } from "vscode-languageserver";
import { diagnosticsOf } from "../diagnostics.js";
import type { Feature, FeatureContext } from "../feature.js";
import { checkFilesParams, checkFilesRequest, lintedFilesRequest, type FileCheck } from "../protocol.js";

/** Lints files as they stand on the disk, open or not, for the client's check of the whole workspace. Cancelled: what is done so far. */
export const checkFiles: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, environment, folders } = context;
    connection.onRequest(lintedFilesRequest, async () =>
      (await environment.lintedBelow(folders.paths)).map((file) => environment.uriOf(file)),
    );
    connection.onRequest(checkFilesRequest, async (params: unknown, token): Promise<FileCheck[]> => {
      const { data } = checkFilesParams.safeParse(params);
      return data ? checked(data.uris, token, context) : [];
    });
  },
};

async function checked(uris: readonly string[], token: CancellationToken, context: FeatureContext): Promise<FileCheck[]> {
  const checks: FileCheck[] = [];
  for (const uri of uris) {
    await context.environment.giveWay();
    if (token.isCancellationRequested) break;
    const path = context.environment.pathOf(uri);
    const text = path === undefined ? undefined : await context.environment.readText(path);
    if (text === undefined) continue;
    const model = await context.makeModel(TextDocument.create(uri, "", 0, text));
    checks.push({ uri, networks: model.config?.analysed.networks.length ?? 0, diagnostics: diagnosticsOf(model, context) });
  }
  return checks;
}
