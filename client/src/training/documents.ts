import * as vscode from "vscode";

/** A document by its address; `undefined` when its file is gone, or it had none and was closed. */
export async function documentAt(uri: string): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  const address = vscode.Uri.parse(uri);
  if (open || address.scheme === "untitled") return open;
  return vscode.workspace.openTextDocument(address).then(
    (document) => document,
    () => undefined,
  );
}

/** Shows a place in its own editor, where there is one, and not over the panel. */
export async function reveal(uri: string, position: vscode.Position): Promise<void> {
  const document = await documentAt(uri);
  if (!document) {
    void vscode.window.showWarningMessage("The text that was trained is no longer there: its file was deleted, renamed or closed.");
    return;
  }
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
    selection: document.validateRange(new vscode.Range(position, position)),
  });
}
