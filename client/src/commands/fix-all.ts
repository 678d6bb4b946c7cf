import * as vscode from "vscode";

/** One fix may open the way for another; fixes that undo each other end here. */
const mostRounds = 10;

/** Applies all safe fixes of the active file, and says what it did. */
export async function fixAll(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  let rounds = 0;
  while (rounds < mostRounds) {
    const edit = await fixAllEdit(document);
    if (!edit || !(await vscode.workspace.applyEdit(edit))) break;
    rounds++;
  }
  const text = rounds > 0 ? "nnlint applied all safe fixes." : "nnlint found nothing here that can be fixed without changing the network.";
  void vscode.window.setStatusBarMessage(text, 5000);
}

async function fixAllEdit(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
  const everything = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  const kind = "source.fixAll.nnlint";
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    everything,
    kind,
  );
  return actions.find((action) => action.kind?.value === kind)?.edit;
}
