import { guidelinePage, rulePage } from "../../core/src/analysis/workspace.js";

/** The page that tells about a rule: its own, else its section's guideline; `undefined` when there is none. */
export function pageNameOf(rule: string): string | undefined {
  if (rulePage(rule) !== undefined) return rule;
  const [section] = rule.split("/");
  return section !== undefined && guidelinePage(section) !== undefined ? `guidelines/${section}` : undefined;
}

/** The text of a page by its name. */
export function pageText(name: string): string | undefined {
  return name.startsWith("guidelines/") ? guidelinePage(name.slice("guidelines/".length)) : rulePage(name);
}
