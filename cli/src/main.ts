import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { addCheck } from "./commands/check.js";
import { addExplain } from "./commands/explain.js";
import { addFix } from "./commands/fix.js";
import { addInspect } from "./commands/inspect.js";
import { addLsp } from "./commands/lsp.js";
import { addRules } from "./commands/rules.js";
import { addTrain } from "./commands/train.js";
import { UsageError } from "./usage-error.js";

/** Exit code for a wrong call, an unreadable file, or a fault of nnlint's own. */
const usageExit = 2;

function createProgram(): Command {
  const program = new Command("nnlint")
    .description(packageJson.description)
    .version(packageJson.version)
    .option("--color", "colours, also when the output is not a terminal")
    .option("--no-color", "no colours (NO_COLOR does the same)")
    .option("--debug", "show the stack of an internal error")
    .exitOverride()
    .showHelpAfterError("Run nnlint --help for the commands and options.");
  for (const add of [addCheck, addFix, addInspect, addExplain, addRules, addTrain, addLsp]) add(program);
  for (const command of program.commands) command.exitOverride().showHelpAfterError(`Run nnlint ${command.name()} --help for its options.`);
  return program;
}

async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageExit;
    else fail(error);
  }
}

function fail(error: unknown): void {
  const debug = process.argv.includes("--debug");
  const message = error instanceof Error ? error.message : String(error);
  const internal = error instanceof UsageError ? "" : "internal error: ";
  process.stderr.write(`nnlint: ${internal}${debug && error instanceof Error ? (error.stack ?? message) : message.split("\n")[0]}\n`);
  process.exitCode = usageExit;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});
void main();
