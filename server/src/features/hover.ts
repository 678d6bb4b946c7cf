import { MarkupKind, type ClientCapabilities, type Hover } from "vscode-languageserver";
import { describeSetting, knownRuleIds, pageSection, type SettingDescription } from "../../../core/src/analysis/workspace.js";
import { contains, type Finding, type Range } from "../../../core/src/model/index.js";
import { findingsOf, innermostFirst } from "../diagnostics.js";
import { rangeOf, type Model } from "../models/model.js";
import { pageNameOf, pageText } from "../page-name.js";
import type { Feature, FeatureContext } from "../feature.js";

interface HoverText {
  readonly range: Range;
  readonly markdown: string;
}

/** What a setting means and its value in force; why what stands under the squiggle is a fault; what a suppressed rule says. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register(context) {
    const { client, connection, models } = context;
    connection.onHover(async ({ textDocument, position }, token): Promise<Hover | null> => {
      const model = await models.get(textDocument.uri, token);
      if (!model) return null;
      const text = hoverText(model, model.document.offsetAt(position), context);
      return text && { range: rangeOf(model, text.range), contents: { kind: markupKind(client), value: text.markdown } };
    });
  },
};

function hoverText(model: Model, offset: number, context: FeatureContext): HoverText | null {
  const suppressed = suppressedRule(model, offset, context);
  if (suppressed) return suppressed;
  const setting = model.config ? describeSetting(model.config.analysed, offset) : undefined;
  const findings = innermostFirst(findingsOf(model, context).filter(({ range }) => contains(range, offset)));
  const range = findings[0]?.range ?? setting?.range;
  if (!range) return null;
  const pages = [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => excerpt(rule, context) ?? []);
  const parts = [...(setting ? [settingMarkdown(setting, context)] : []), ...pages];
  return parts.length === 0 ? null : { range, markdown: parts.join("\n\n---\n\n") };
}

/** A setting's description, and what the guideline says on it. */
function settingMarkdown({ markdown, advice }: SettingDescription, context: FeatureContext): string {
  if (!advice) return markdown;
  const quoted = advice.markdown.replace(/^/gm, "> ");
  return [markdown, quoted, pageLink("The guideline", advice.section, `guidelines/${advice.section}`, context)].join("\n\n");
}

/** The rule named in a suppressing comment under the cursor. */
function suppressedRule(model: Model, offset: number, context: FeatureContext): HoverText | undefined {
  const comment = model.config?.analysed.file.comments.find(({ range }) => contains(range, offset));
  if (!comment) return undefined;
  const text = model.document.getText().slice(comment.range.start, comment.range.end);
  if (!/^\W*nnlint-(disable|enable)/.test(text)) return undefined;
  for (const match of text.matchAll(/[\w-]+\/[\w-]+/g)) {
    const range = { start: comment.range.start + match.index, end: comment.range.start + match.index + match[0].length };
    if (!contains(range, offset) || !knownRuleIds.has(match[0])) continue;
    const markdown = excerpt(match[0], context);
    if (markdown !== undefined) return { range, markdown };
  }
  return undefined;
}

/** The heart of a rule's page: what it finds and why it matters, with the way to the rest. */
function excerpt(rule: Finding["rule"], context: FeatureContext): string | undefined {
  const name = pageNameOf(rule);
  const page = name === undefined ? undefined : pageText(name);
  if (name === undefined || page === undefined) return undefined;
  const sections = ["What it finds", "Why it matters"].map((heading) => pageSection(page, heading)).filter((part) => part !== undefined);
  const body = (sections.length > 0 ? sections : [page]).map(firstParagraph);
  return [`**${rule}**`, ...body, pageLink("Read the whole page", rule, name, context)].join("\n\n");
}

/** Leads to a page: by the client's own command, which knows pages by the rule or section, else to the file. */
function pageLink(title: string, about: string, page: string, { environment, options }: FeatureContext): string {
  const command = `command:nnlint.explainRule?${encodeURIComponent(JSON.stringify([about]))}`;
  return `[${title}](${options.explainCommand ? command : environment.pageUri(page)})`;
}

/** A hover is small: of each section its first paragraph. */
function firstParagraph(page: string): string {
  return page.split("\n\n").find((block) => !block.startsWith("#")) ?? "";
}

function markupKind(client: ClientCapabilities): MarkupKind {
  const formats = client.textDocument?.hover?.contentFormat ?? [MarkupKind.PlainText];
  return formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;
}
