import { Option, type Command } from "commander";
import pc from "picocolors";
import { ruleSummary, rules, rulesOfRuns, rulesOfTexts } from "../../../core/src/analysis/workspace.js";
import { pageLocation } from "../page-location.js";

/** `nnlint rules` */
export function addRules(program: Command): void {
  program
    .command("rules")
    .description("list all rules")
    .addOption(new Option("--format <format>", "how the list is shown").choices(["pretty", "json"]).default("pretty"))
    .action(({ format }: { readonly format: "pretty" | "json" }) => {
      const others = Object.entries({ ...rulesOfRuns, ...rulesOfTexts }).map(([id, severity]) => ({ id, severity, options: {} }));
      const listed = [...rules, ...others].map(({ id, severity, options }) => ({
        id,
        section: id.split("/")[0],
        severity,
        description: ruleSummary(id),
        docs: pageLocation(id),
        options,
      }));
      if (format === "json") process.stdout.write(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
      else
        for (const { id, severity, description } of listed)
          process.stdout.write(`${pc.bold(id.padEnd(34))} ${severity.padEnd(8)} ${description}\n`);
    });
}
