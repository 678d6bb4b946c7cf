import { InlayHintRefreshRequest, type InlayHint, type Range } from "vscode-languageserver";
import { settingText } from "../../../core/src/analysis/workspace.js";
import { isKnown, type Layer } from "../../../core/src/model/index.js";
import type { Feature } from "../feature.js";
import type { Model } from "../models/model.js";

/** Behind each layer's line what it gives, and how many parameters it has. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register({ client, connection, models, settingsOf, onDidInvalidate }) {
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token): Promise<InlayHint[]> => {
      const model = (await settingsOf(uri)).inlayHints ? await models.get(uri, token) : undefined;
      return model ? hintsIn(range, model) : [];
    });
    if (client.workspace?.inlayHint?.refreshSupport)
      onDidInvalidate(() => void connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined));
  },
};

function hintsIn({ start, end }: Range, model: Model): InlayHint[] {
  const layers = model.config?.analysed.networks.flatMap((network) => network.layers) ?? [];
  return layers.flatMap((layer) => {
    const label = labelOf(layer);
    const { line } = model.document.positionAt(layer.kindRange.end);
    // Of several layers in one line, or of one text that makes several, it would not be clear which is meant.
    const isOnly = layers.every((other) => other === layer || model.document.positionAt(other.kindRange.end).line !== line);
    if (label === undefined || !isOnly || line < start.line || line > end.line) return [];
    return [
      { position: endOfLine(line, model), label, paddingLeft: true, tooltip: "What the layer gives for one example, and its parameters." },
    ];
  });
}

function labelOf({ outputShape, parameters }: Layer): string | undefined {
  if (!isKnown(outputShape)) return undefined;
  const count = isKnown(parameters) && parameters.value > 0 ? [`${settingText(parameters)} parameters`] : [];
  return [`→ ${settingText(outputShape)}`, ...count].join(" · ");
}

function endOfLine(line: number, { document }: Model) {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { line, character: text.replace(/\r?\n$/, "").length };
}
