import assert from "node:assert/strict";
import { inspect } from "node:util";
import * as vscode from "vscode";

/** Generous: the machine may be busy with other things. */
const limitMilliseconds = 60_000;

/** Waits until the value is as wanted. */
export async function until<T>(what: string, get: () => T | Promise<T>, isWanted: (value: T) => boolean): Promise<T> {
  let last: T | undefined;
  for (const end = Date.now() + limitMilliseconds; Date.now() < end;) {
    last = await get();
    if (isWanted(last)) return last;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come; last: ${inspect(last).slice(0, 500)}`);
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "a workspace folder is open");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** Rule names of a document's diagnostics, when they are as wanted. */
export function findings(document: vscode.TextDocument, isWanted: (rules: string[]) => boolean): Promise<string[]> {
  return until("the findings", () => rulesOf(document.uri), isWanted);
}

export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "nnlint");
}

export function rulesOf(uri: vscode.Uri): string[] {
  return diagnosticsOf(uri).map(ruleOf);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Replaces the only place where `from` stands. */
export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `the text has "${from}"`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Takes back what a test changed. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("workbench.action.files.revert");
}
