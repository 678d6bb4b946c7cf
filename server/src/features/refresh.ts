import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Feature } from "../feature.js";
import { isConfiguration } from "../models/make-model.js";

/** Files around the documents that findings depend on. */
const watched =
  "**/{nnlint.json,pom.xml,build.sbt,*.gradle,*.gradle.kts,gradle.properties,libs.versions.toml,{Versions,Dependencies,Build}.scala,*.csv,*.tsv,*.txt,*.data}";

/** When settings, build files, `nnlint.json` or data change, everything open is judged anew. */
export const refresh: Feature = {
  capabilities: () => ({}),
  register({ client, connection, documents, invalidate, onDidInvalidate, onInitialized }) {
    /** A client that refuses is told of in the log; what it refused is not vital. */
    const ask = (what: string, answer: Promise<unknown>) =>
      void answer.catch((error: unknown) => connection.console.warn(`The editor refused to ${what}: ${String(error)}`));
    const watches = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    onInitialized(() => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
        ask("register", connection.client.register(DidChangeConfigurationNotification.type, { section: "nnlint" }));
      if (watches)
        ask("register", connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watched }] }));
    });
    // Who does not watch files for the server tells at least when one is saved.
    if (!watches) documents.onDidSave(() => invalidate());
    connection.onDidChangeWatchedFiles(() => invalidate());
    connection.onDidChangeConfiguration(({ settings }) => invalidate(settings));
    documents.onDidChangeContent(({ document }) => {
      if (isConfiguration(document.uri)) invalidate();
    });
    documents.onDidClose(({ document }) => {
      if (isConfiguration(document.uri)) invalidate();
    });
    if (client.workspace?.diagnostics?.refreshSupport) onDidInvalidate(() => ask("refresh", connection.languages.diagnostics.refresh()));
  },
};
