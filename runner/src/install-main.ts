import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { BackendError } from "./backends/backend-error.js";
import { installBackend, removeBackend } from "./backends/install/install.js";
import { installable } from "./protocol/installable.js";

// Installs or removes a backend, for the editor: a program of its own, as fetching takes minutes and may be broken off.
//   node install.cjs install|remove <backend>
// Its last line on standard output says what came of it. Exit code 1: it failed, and the last line says what to do.

const call = z.tuple([z.enum(["install", "remove"]), z.enum(installable)]);

function run(): string {
  const [action, name] = call.parse(parseArgs({ allowPositionals: true }).positionals);
  if (action === "remove") return removeBackend(name) ? `Removed ${name}.` : `${name} was not installed.`;
  const device = installBackend(name, path.join(__dirname, "addon"));
  return `Installed ${name}${device === undefined ? "" : `: ${device}`}.`;
}

try {
  process.stdout.write(`${run()}\n`);
} catch (error) {
  process.stdout.write(`${error instanceof BackendError ? `${error.message} ${error.hint}` : String(error)}\n`);
  process.exitCode = 1;
}
