import { Option, type Command } from "commander";
import { guidelinePage, guidelineSections, rulePage, rules } from "../../../core/src/analysis/workspace.js";
import { didYouMean } from "../nearest.js";
import { renderMarkdown } from "../render-markdown.js";
import { UsageError } from "../usage-error.js";

/** `nnlint explain <rule|section>` */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .description("show the page of a rule, or the guideline of a section")
    .argument("<rule|section>", "learning-rate/too-high, or learning-rate")
    .addOption(new Option("--format <format>", "how the page is shown").choices(["pretty", "json"]).default("pretty"))
    .action((name: string, { format }: { readonly format: "pretty" | "json" }) => {
      const page = rulePage(name) ?? guidelinePage(name);
      if (page === undefined) throw new UsageError(unknownName(name));
      process.stdout.write(format === "json" ? `${JSON.stringify({ version: 1, name, markdown: page }, null, 2)}\n` : renderMarkdown(page));
    });
}

function unknownName(name: string): string {
  const names = [...rules.map(({ id }) => id), ...guidelineSections];
  return `There is no rule or section named "${name}".${didYouMean(name, names)} "nnlint rules" lists all rules.`;
}
