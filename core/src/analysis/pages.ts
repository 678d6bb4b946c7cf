import { guidelinePages } from "../generated/guideline-pages.js";
import { rulePages } from "../generated/rule-pages.js";

/** The page of a rule, as Markdown. */
export function rulePage(id: string): string | undefined {
  return rulePages[id];
}

/** The guideline's page of a section, as Markdown. */
export function guidelinePage(section: string): string | undefined {
  return guidelinePages[section];
}

/** The sections that have a guideline page. */
export const guidelineSections: readonly string[] = Object.keys(guidelinePages);

/** One section of a rule's page, without its heading: `What it finds`, `Why it matters`, … */
export function pageSection(page: string, heading: string): string | undefined {
  const start = page.indexOf(`## ${heading}\n`);
  if (start < 0) return undefined;
  const body = page.slice(start + heading.length + 4);
  const end = body.search(/^## /m);
  return (end < 0 ? body : body.slice(0, end)).trim();
}

/** The first sentence of what a rule's page says it finds, as plain text; it ends with a full stop. */
export function ruleSummary(id: string): string {
  const text = pageSection(rulePage(id) ?? "", "What it finds") ?? "";
  const sentence = /^[\s\S]*?(?:\.(?=\s|$)|:(?=\n))/.exec(text)?.[0] ?? text;
  return sentence.replace(/^- /, "").replace(/\s+/g, " ").replace(/[`*]/g, "").replace(/:$/, ".");
}
