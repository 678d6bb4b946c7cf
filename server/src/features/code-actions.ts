import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { fixesToApply } from "../../../core/src/analysis/workspace.js";
import { diagnosticOf, findingsOf, innermostFirst } from "../diagnostics.js";
import { logFailures } from "../models/make-model.js";
import { rangeOf, textEditOf, type Model } from "../models/model.js";
import { pageNameOf } from "../page-name.js";
import { suppressionEdit } from "../suppression-edit.js";
import { triable } from "./fixes.js";
import type { Feature, FeatureContext } from "../feature.js";
import type { Finding, FindingFix } from "../../../core/src/model/index.js";

/** The kind under which all safe fixes of a file are applied, also on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.nnlint`;

/** Quick fixes of what stands at the cursor, and all safe fixes of the file at once. */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }),
  register(context) {
    const { connection, models } = context;
    connection.onCodeAction(async (params, token): Promise<CodeAction[]> => {
      const model = await models.get(params.textDocument.uri, token);
      if (!model) return [];
      const asked = (kind: string) => params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
      const actions = [
        ...(asked(CodeActionKind.QuickFix) ? quickFixes(model, params, context) : []),
        ...(params.context.only && asked(fixAllKind) ? fixAll(model, context) : []),
      ];
      logFailures(model, context.logError);
      return actions;
    });
  },
};

function quickFixes(model: Model, { range, context: { diagnostics } }: CodeActionParams, context: FeatureContext): CodeAction[] {
  const here = innermostFirst(findingsOf(model, context).filter((finding) => touch(rangeOf(model, finding.range), range)));
  const fixes = here.flatMap((finding) => {
    const of = sameDiagnostic(diagnostics, diagnosticOf(finding, model, context.environment.pageUri));
    return finding.fixes.map((fix) => ({ ...fixAction(model, finding, fix, context), diagnostics: [of] }));
  });
  const others = here.flatMap((finding) => {
    const of = sameDiagnostic(diagnostics, diagnosticOf(finding, model, context.environment.pageUri));
    const made = [
      ...trial(model, finding, context),
      ...sweep(model, finding, context),
      ...suppression(model, finding, context),
      ...explanation(finding, context),
    ];
    return made.map((action) => ({ ...action, diagnostics: [of] }));
  });
  return [...fixes, ...withoutRepetition(others)];
}

function fixAction(model: Model, { fixes }: Finding, fix: FindingFix, context: FeatureContext): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.preferred || (fix.safety === "safe" && fixes.length === 1),
    edit: workspaceEdit(model, fix.edits, context),
  };
}

function suppression(model: Model, { rule, range }: Finding, context: FeatureContext): CodeAction[] {
  // The tool's own rules are about the text itself; a run's findings are dismissed instead.
  if (/^(nnlint|run)\//.test(rule)) return [];
  const edit = suppressionEdit(model, range.start, rule);
  return [{ title: `Disable ${rule} for this line`, kind: CodeActionKind.QuickFix, edit: workspaceEdit(model, [edit], context) }];
}

/** Trains the text as it is beside the text with the fix; of several fixes the preferred one is tried, or the first. */
function trial(model: Model, finding: Finding, { options }: FeatureContext): CodeAction[] {
  const [fix] = triable(finding);
  if (!options.tryFixCommand || !fix) return [];
  const { network, rule, layer, setting } = finding;
  const title = `Try by training: ${fix.title}`;
  const argument = { uri: model.uri, network, fix: { rule, layer, setting, title: fix.title } };
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: "nnlint.tryFix", arguments: [argument] } }];
}

/** Where a learning rate is in question: the one that learns best is found by trying. */
function sweep(model: Model, { rule, network }: Finding, { options }: FeatureContext): CodeAction[] {
  if (!options.trainCommands || !asksForRate.has(rule) || network === null) return [];
  const title = "Find a learning rate by training";
  const command = { title, command: "nnlint.runLearningRateSweep", arguments: [{ uri: model.uri, network }] };
  return [{ title, kind: CodeActionKind.QuickFix, command }];
}

/** Rules that find fault with a rate, or cannot know which one is right. */
const asksForRate: ReadonlySet<string> = new Set(
  ["distributed", "implicit", "momentum-as-rate", "too-high", "too-low"].map((name) => `learning-rate/${name}`),
);

function explanation({ rule }: Finding, { options }: FeatureContext): CodeAction[] {
  if (!options.explainCommand || pageNameOf(rule) === undefined) return [];
  const title = `Explain ${rule}`;
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: "nnlint.explainRule", arguments: [rule] } }];
}

/** As many safe fixes as fit together; where one opens the way for another, the next request has it. */
function fixAll(model: Model, context: FeatureContext): CodeAction[] {
  const edits = fixesToApply(model.findings, false).flatMap((fix) => fix.edits);
  if (edits.length === 0) return [];
  return [{ title: "Apply all safe nnlint fixes", kind: fixAllKind, edit: workspaceEdit(model, edits, context) }];
}

function workspaceEdit(model: Model, edits: FindingFix["edits"], { client }: FeatureContext): WorkspaceEdit {
  const textEdits = edits.map((edit) => textEditOf(model, edit));
  if (!client.workspace?.workspaceEdit?.documentChanges) return { changes: { [model.uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri: model.uri, version: model.version }, edits: textEdits }] };
}

/** The client's own copy of a diagnostic, by which it finds the action's squiggle. */
function sameDiagnostic(sent: readonly Diagnostic[], own: Diagnostic): Diagnostic {
  return sent.find(({ code, range }) => code === own.code && JSON.stringify(range) === JSON.stringify(own.range)) ?? own;
}

function withoutRepetition(actions: readonly CodeAction[]): CodeAction[] {
  return actions.filter((action, index) => actions.findIndex(({ title }) => title === action.title) === index);
}

function touch(a: Range, b: Range): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
