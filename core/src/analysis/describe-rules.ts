import { rulesOfRuns, rulesOfTexts } from "../facts/listed-rules.js";
import type { DescribedRule } from "../project/json-schema.js";
import { rules } from "../rules/index.js";
import { pageSection, rulePage, ruleSummary } from "./pages.js";

/** Every rule that a configuration may name, as a schema describes it. */
export function describedRules(): DescribedRule[] {
  const others = Object.entries({ ...rulesOfRuns, ...rulesOfTexts }).map(([id, severity]) => ({ id, severity, options: {} }));
  return [...rules, ...others].map(({ id, severity, options }) => ({
    id,
    severity,
    summary: ruleSummary(id),
    options,
    optionTexts: optionTexts(id, options),
  }));
}

/** What a rule's page says of its options: `` `share` (0.9, of the inputs) ``. */
function optionTexts(id: string, options: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const finds = pageSection(rulePage(id) ?? "", "What it finds") ?? "";
  const texts = Object.keys(options).flatMap((name) => {
    const text = new RegExp(`\`${name}\` \\(([^)]*)\\)`).exec(finds)?.[1];
    return text === undefined ? [] : [[name, text.replace(/\s+/g, " ").replaceAll("`", "")] as const];
  });
  return Object.fromEntries(texts);
}
