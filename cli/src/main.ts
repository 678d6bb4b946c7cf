import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { addCheck } from "./commands/check.js";
import { addExplain } from "./commands/explain.js";
import { addFix } from "./commands/fix.js";
import { addFormat } from "./commands/format.js";
import { addInit } from "./commands/init.js";
import { addInspect } from "./commands/inspect.js";
import { addLsp } from "./commands/lsp.js";
import { addRules } from "./commands/rules.js";
import { addSweep } from "./commands/sweep.js";
import { addTrain } from "./commands/train.js";
import { addTry } from "./commands/try.js";
import { faultText } from "./faults.js";
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
    .exitOverride();
  for (const add of [addCheck, addFix, addFormat, addInspect, addExplain, addRules, addTrain, addSweep, addTry, addInit, addLsp])
    add(program);
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ outputError: (text, write) => write(wrongCall(text, command)) });
  return program;
}

/** What is wrong with a call, in one line: `nnlint: unknown option '--formt' (Did you mean --format?). …` */
function wrongCall(text: string, command: Command): string {
  const said = text
    .trim()
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ");
  const name = command.parent ? `nnlint ${command.name()}` : "nnlint";
  return `nnlint: ${said}${/[.?!)]$/.test(said) ? "" : "."} Run "${name} --help" for what there is.\n`;
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
  process.stderr.write(`nnlint: ${error instanceof UsageError ? "" : "internal error: "}${faultText(error)}\n`);
  process.exitCode = usageExit;
}

// Who reads has seen enough (`nnlint check | head`).
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
void main();
