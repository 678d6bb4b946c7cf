import type { Command } from "commander";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { reasonOf } from "../../../server/src/files/reason.js";
import { UsageError } from "../usage-error.js";

/** What a project starts with: what holds by default, written down where it can be changed. */
const start = { root: true, preset: "recommended", rules: {}, ignore: [] };

/** `nnlint init`: writes `nnlint.json` into the working directory, never over one that is there. */
export function addInit(program: Command): void {
  program
    .command("init")
    .description("write an nnlint.json into this folder")
    .action(async () => {
      const file = path.resolve("nnlint.json");
      await writeFile(file, `${JSON.stringify(start, null, 2)}\n`, { flag: "wx" }).catch((error: unknown) => {
        const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
        throw new UsageError(`nnlint.json: ${exists ? "There is one already, and it was left as it is." : reasonOf(error)}`);
      });
      process.stdout.write(
        'Wrote nnlint.json. Set rules in it, for example "rules": { "minibatch/small": "off" }; nnlint rules lists them. nnlint check lints this folder.\n',
      );
    });
}
