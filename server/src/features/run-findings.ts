import { TextDocument } from "vscode-languageserver-textdocument";
import type { Feature, FeatureContext } from "../feature.js";
import { dismissRunFindingsNotification, dismissRunFindingsParams, runFindingsNotification, runFindingsParams } from "../protocol.js";

/** What a run found comes with the other diagnostics, until it is dismissed or its value is changed. */
export const runFindings: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, runFindings: kept, findingsChanged } = context;
    connection.onNotification(runFindingsNotification, (params: unknown) =>
      kept.change(async () => {
        await keep(params, context);
        findingsChanged();
      }),
    );
    connection.onNotification(dismissRunFindingsNotification, (params: unknown) =>
      kept.change(() => {
        kept.dismiss(dismissRunFindingsParams.safeParse(params).data?.uri);
        findingsChanged();
      }),
    );
  },
};

async function keep(params: unknown, { connection, documents, makeModel, runFindings: kept }: FeatureContext): Promise<void> {
  const parsed = runFindingsParams.safeParse(params);
  if (!parsed.success) {
    connection.console.error(`nnlint/runFindings is not as expected: ${parsed.error.issues[0]?.message ?? ""}`);
    return;
  }
  const { uri, network, text, findings } = parsed.data;
  const languageId = documents.get(uri)?.languageId ?? "";
  kept.keep(uri, network, await makeModel(TextDocument.create(uri, languageId, -1, text)), findings);
}
