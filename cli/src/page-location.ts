import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where the built command line finds the pages: `dist/pages` beside it. */
export const pages = path.join(path.dirname(fileURLToPath(import.meta.url)), "pages");

/** The address of a rule's page, as a `file:` URL; the command that shows it for rules without a page of their own. */
export function pageLocation(rule: string): string {
  const file = path.join(pages, `${rule}.md`);
  return existsSync(file) ? pathToFileURL(file).href : `nnlint explain ${rule}`;
}
