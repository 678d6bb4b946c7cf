import { Option, type Command } from "commander";
import pc from "picocolors";
import { LineIndex } from "../../../core/src/model/index.js";
import { inspectNetwork } from "../../../core/src/resolve/inspect.js";
import { eachSource, tellErrors } from "../faults.js";
import { findOptionsOf, settingsOf, withLintOptions, type LintOptions } from "../options.js";
import { lint, readSources, type Source } from "../lint-files.js";
import { networkTable } from "../reporters/network-table.js";

interface InspectOptions extends LintOptions {
  readonly format: "pretty" | "json";
}

/** `nnlint inspect <files…>` */
export function addInspect(program: Command): void {
  withLintOptions(program.command("inspect"))
    .description("show the resolved network model: every setting in force and where it comes from")
    .argument("<files...>", "files and folders; - is standard input")
    .addOption(new Option("--format <format>", "how the model is shown").choices(["pretty", "json"]).default("pretty"))
    .action(async (paths: string[], options: InspectOptions) => {
      const { sources, errors: unread } = await readSources(paths, findOptionsOf(options), settingsOf(options));
      const { done: files, errors: faults } = await eachSource(sources, inspectSource);
      const errors = [...unread, ...faults];
      if (options.format === "json")
        process.stdout.write(`${JSON.stringify({ version: 1, files: files.map(({ json }) => json), errors }, null, 2)}\n`);
      else process.stdout.write(files.map(({ pretty }) => pretty).join("\n"));
      tellErrors(errors);
      if (errors.length > 0) process.exitCode = 2;
    });
}

async function inspectSource(source: Source) {
  const { networks } = await lint(source);
  const lines = new LineIndex(source.text);
  const inspected = networks.map((network) => inspectNetwork(network, (range) => lines.lineRange(range)));
  const none = `${pc.bold(source.path)}: no network was found.\n`;
  return {
    json: { path: source.path, networks: inspected },
    pretty: networks.length === 0 ? none : networks.map((network) => `${pc.bold(source.path)}\n${networkTable(network)}`).join("\n"),
  };
}
