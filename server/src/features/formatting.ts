import { DocumentFormattingRequest, type ClientCapabilities, type TextEdit } from "vscode-languageserver";
import { frontEndOf } from "../../../core/src/analysis/workspace.js";
import type { Feature } from "../feature.js";
import { rangeOf } from "../models/model.js";

const registersLater = (client: ClientCapabilities) => client.textDocument?.formatting?.dynamicRegistration === true;

/**
 * Format Document, for `.nnet`: a client that can be told so later is told for this language alone, so that nnlint is not
 * offered as a formatter of Java. A text with mistakes is left as it is.
 */
export const formatting: Feature = {
  capabilities: (client) => (registersLater(client) ? {} : { documentFormattingProvider: true }),
  register({ connection, models, client, onInitialized, logError }) {
    connection.onDocumentFormatting(async ({ textDocument }, token): Promise<TextEdit[]> => {
      const model = await models.get(textDocument.uri, token);
      if (!model?.config) return [];
      const text = model.document.getText();
      const formatted = frontEndOf(model.config.notation).format?.(text) ?? text;
      return formatted === text ? [] : [{ range: rangeOf(model, { start: 0, end: text.length }), newText: formatted }];
    });
    if (!registersLater(client)) return;
    onInitialized(() => {
      connection.client.register(DocumentFormattingRequest.type, { documentSelector: [{ language: "nnet" }] }).catch((error: unknown) => {
        logError(`Formatting could not be registered: ${String(error)}`);
      });
    });
  },
};
