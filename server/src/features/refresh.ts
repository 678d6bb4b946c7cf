import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Feature } from "../feature.js";
import { isConfiguration } from "../models/make-model.js";

/** Files around the documents that findings depend on. */
const watched =
  "**/{nnlint.json,pom.xml,build.sbt,*.gradle,*.gradle.kts,gradle.properties,libs.versions.toml,{Versions,Dependencies,Build}.scala,*.csv}";

/** When settings, build files, `nnlint.json` or data change, everything open is judged anew. */
export const refresh: Feature = {
  capabilities: () => ({}),
  register({ client, connection, documents, invalidate, onDidInvalidate, onInitialized }) {
    onInitialized(() => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: "nnlint" });
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watched }] });
    });
    connection.onDidChangeWatchedFiles(() => invalidate());
    connection.onDidChangeConfiguration(({ settings }) => invalidate(settings));
    documents.onDidChangeContent(({ document }) => {
      if (isConfiguration(document.uri)) invalidate();
    });
    documents.onDidClose(({ document }) => {
      if (isConfiguration(document.uri)) invalidate();
    });
    if (client.workspace?.diagnostics?.refreshSupport) onDidInvalidate(() => void connection.languages.diagnostics.refresh());
  },
};
