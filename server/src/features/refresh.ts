import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, WatchKind } from "vscode-languageserver";
import type { Feature } from "../feature.js";
import { isConfiguration } from "../models/make-model.js";

/** Files around the documents that findings depend on. One pattern each: VS Code's globs know no braces within braces. */
const watched = [
  ...["nnlint.json", "pom.xml", "build.sbt", "*.gradle", "*.gradle.kts", "gradle.properties", "libs.versions.toml"],
  ...["Versions.scala", "Dependencies.scala", "Build.scala"],
  ...["*.csv", "*.tsv", "*.txt", "*.data"],
  ...["*.java", "*.kt"],
].map((name) => ({ globPattern: `**/${name}` }));

/** A folder that goes takes its files with it, which nothing else tells. */
const deleted = { globPattern: "**/*", kind: WatchKind.Delete };

/** When settings, data or any file that was read for a finding change, everything open is judged anew. */
export const refresh: Feature = {
  capabilities: () => ({}),
  register({ client, connection, documents, dependOn, invalidate, onDidInvalidate, onInitialized }) {
    /** A client that refuses is told of in the log; what it refused is not vital. */
    const ask = (what: string, answer: Promise<unknown>) =>
      void answer.catch((error: unknown) => connection.console.warn(`The editor refused to ${what}: ${String(error)}`));
    const watches = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    onInitialized(() => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
        ask("register", connection.client.register(DidChangeConfigurationNotification.type, { section: "nnlint" }));
      if (watches) ask("register", connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...watched, deleted] }));
    });
    // Who does not watch files for the server tells at least when one is saved.
    if (!watches) documents.onDidSave(() => invalidate());
    connection.onDidChangeWatchedFiles(({ changes }) => {
      if (changes.some(({ uri }) => isData(uri) || dependOn(uri))) invalidate();
    });
    connection.onDidChangeConfiguration(({ settings }) => invalidate(settings));
    const onChangeInEditor = ({ document: { uri } }: { document: { uri: string } }) => {
      if (isConfiguration(uri) || dependOn(uri)) invalidate();
    };
    documents.onDidChangeContent(onChangeInEditor);
    documents.onDidClose(onChangeInEditor);
    if (client.workspace?.diagnostics?.refreshSupport) onDidInvalidate(() => ask("refresh", connection.languages.diagnostics.refresh()));
  },
};

/** Whether a file may hold data: one that was looked for and not found counts, too. */
function isData(uri: string): boolean {
  return /\.(csv|tsv|txt|data)$/.test(uri);
}
