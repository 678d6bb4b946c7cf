import * as vscode from "vscode";
import { z } from "zod";

const snippets = z.record(z.string(), z.object({ prefix: z.union([z.string(), z.array(z.string())]), description: z.string() }));

/** Opens a new `.nnet` document with a network of the chosen kind, its values ready to be filled in. */
export async function newNetwork(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, "snippets", "nnet.json");
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const kinds = Object.entries(snippets.parse(JSON.parse(text)))
    .filter(([, { prefix }]) => prefix.includes("network"))
    .map(([label, { description }]) => ({ label, description }));
  const picked = await vscode.window.showQuickPick(kinds, { title: "New Network", placeHolder: "What should it learn?" });
  if (!picked) return;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "nnet", content: "" }));
  await vscode.commands.executeCommand("editor.action.insertSnippet", { langId: "nnet", name: picked.label });
}
