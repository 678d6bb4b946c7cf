import { CodeLensRefreshRequest, type CodeLens } from "vscode-languageserver";
import { settingText } from "../../../core/src/analysis/workspace.js";
import type { Network } from "../../../core/src/model/index.js";
import type { Feature } from "../feature.js";
import { rangeOf, type Model } from "../models/model.js";

/** Above each network: how large it is, and what trains it, for clients that have the commands. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  register({ client, connection, models, options, settingsOf, onDidInvalidate }) {
    connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
      const model = options.trainCommands && (await settingsOf(uri)).codeLens ? await models.get(uri, token) : undefined;
      return model?.config?.analysed.networks.flatMap((network) => lensesOf(network, model)) ?? [];
    });
    if (client.workspace?.codeLens?.refreshSupport)
      onDidInvalidate(() => void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined));
  },
};

function lensesOf({ name, anchors, parameters }: Network, model: Model): CodeLens[] {
  const range = rangeOf(model, anchors.network);
  const which = { uri: model.uri, network: name };
  const size = parameters.origin === "unknown" ? [] : [`${settingText(parameters)} parameters`];
  return [
    { range, command: { title: "Run Quick Training", command: "nnlint.runQuickTraining", arguments: [which] } },
    { range, command: { title: "Sweep learning rates", command: "nnlint.runLearningRateSweep", arguments: [which] } },
    ...size.map((title) => ({ range, command: { title, command: "" } })),
  ];
}
