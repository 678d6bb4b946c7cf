import * as vscode from "vscode";

/** Whether programs may be started here. Says so when not, with the way to change it. @param why what is not done, and why */
export async function isTrusted(why: string): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = "Manage Workspace Trust";
  const picked = await vscode.window.showWarningMessage(`${why} Linting needs no trust.`, manage);
  if (picked === manage) await vscode.commands.executeCommand("workbench.trust.manage");
  return false;
}
