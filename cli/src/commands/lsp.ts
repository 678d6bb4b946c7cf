import type { Command } from "commander";
import { createRequire } from "node:module";
import path from "node:path";

/** `nnlint lsp --stdio` */
export function addLsp(program: Command): void {
  program
    .command("lsp")
    .description("run the language server")
    .requiredOption("--stdio", "speak the Language Server Protocol on standard input and output")
    .action(() => {
      // The server reads its transport from the arguments of the process.
      createRequire(__filename)(path.join(__dirname, "server.cjs"));
    });
}
