import * as vscode from "vscode";
import type { LanguageServer } from "../language-server.js";

/** Shows the page of a rule: the given one, the one of the finding at the cursor, or one that is chosen. */
export async function explainRule(context: vscode.ExtensionContext, server: LanguageServer, rule: unknown): Promise<void> {
  const chosen = typeof rule === "string" ? rule : (ruleAtCursor() ?? (await chooseRule(server)));
  if (chosen === undefined) return;
  const page = await pageOf(context, chosen);
  if (!page) {
    void vscode.window.showWarningMessage(`There is no page for "${chosen}".`);
    return;
  }
  await vscode.commands.executeCommand("markdown.showPreview", page);
}

/** The rule's own page, else its section's guideline, from the extension's own files. */
async function pageOf(context: vscode.ExtensionContext, rule: string): Promise<vscode.Uri | undefined> {
  if (!/^[\w-]+(\/[\w-]+)?$/.test(rule)) return undefined;
  for (const name of [rule, `guidelines/${rule.split("/")[0] ?? ""}`]) {
    const page = vscode.Uri.joinPath(context.extensionUri, "dist", "pages", `${name}.md`);
    const exists = await vscode.workspace.fs.stat(page).then(
      () => true,
      () => false,
    );
    if (exists) return page;
  }
  return undefined;
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const length = ({ range }: vscode.Diagnostic) => document.offsetAt(range.end) - document.offsetAt(range.start);
  // Of squiggles around each other, the innermost is meant.
  const [here] = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source, range }) => source === "nnlint" && range.contains(selection.active))
    .toSorted((a, b) => length(a) - length(b));
  const code = typeof here?.code === "object" ? here.code.value : here?.code;
  return code === undefined ? undefined : String(code);
}

async function chooseRule(server: LanguageServer): Promise<string | undefined> {
  const items = server
    .rules()
    .then((rules) => rules.map(({ id, severity, summary }) => ({ label: id, description: severity, detail: summary })));
  const picked = await vscode.window.showQuickPick(items, { title: "Explain Rule", placeHolder: "Which rule?", matchOnDetail: true });
  return picked?.label;
}
