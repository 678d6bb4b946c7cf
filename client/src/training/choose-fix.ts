import * as vscode from "vscode";
import { z } from "zod";
import type { FixSummary } from "../../../server/src/protocol.js";
import type { LanguageServer } from "../language-server.js";
import { fixName, type FixName } from "./purpose.js";

/** Which fix of which network is to be tried. */
export const triedFix = z.object({ uri: z.string(), network: z.string(), fix: fixName });

/** The fix in its present text; `undefined` when the finding is no longer there. */
export function fixNamed(fixes: readonly FixSummary[], network: string, { rule, layer, setting, title }: FixName): FixSummary | undefined {
  const ofFinding = fixes.filter((one) => one.network === network && one.rule === rule && one.layer === layer && one.setting === setting);
  return ofFinding.find(({ fix }) => fix.title === title) ?? ofFinding[0];
}

/** The fix to try: one of the finding at the cursor, else of the file; asks where there are several. */
export async function chooseFix(editor: vscode.TextEditor, server: LanguageServer): Promise<FixSummary | undefined> {
  const fixes = await server.fixesOf(editor.document);
  const { line } = editor.selection.active;
  const here = fixes.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  const offered = withoutRepetition(here.length > 0 ? here : fixes);
  if (offered.length === 0) {
    void vscode.window.showInformationMessage("nnlint has no fix in this file that training could try.");
    return undefined;
  }
  if (offered.length === 1) return offered[0];
  const items = offered.map((one) => ({
    label: one.fix.title,
    description: `${one.network}, line ${one.range.start.line + 1}`,
    detail: one.message,
    one,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: "Try a Fix by Training",
    placeHolder: "Which fix?",
    matchOnDetail: true,
  });
  return picked?.one;
}

/** Several findings may have the same repair. */
function withoutRepetition(fixes: readonly FixSummary[]): readonly FixSummary[] {
  const edits = fixes.map(({ fix }) => JSON.stringify(fix.edits));
  return fixes.filter((_, index) => edits.indexOf(edits[index] ?? "") === index);
}
