import * as vscode from "vscode";
import type { LanguageServer } from "../language-server.js";
import type { NetworkSummary } from "../../../server/src/protocol.js";

/** The network to train: the one under the cursor, the only one, or the one that is chosen. */
export async function chooseNetwork(editor: vscode.TextEditor, server: LanguageServer, title: string): Promise<NetworkSummary | undefined> {
  const networks = (await server.summaryOf(editor.document))?.networks ?? [];
  if (networks.length === 0) {
    void vscode.window.showInformationMessage("There is no network in this file that nnlint can read.");
    return undefined;
  }
  const { line } = editor.selection.active;
  const here = networks.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  if (here.length === 1 || networks.length === 1) return here[0] ?? networks[0];
  const items = (here.length > 0 ? here : networks).map((network) => ({
    label: network.name,
    description: `line ${network.range.start.line + 1}`,
    network,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: "Which network?" }))?.network;
}
