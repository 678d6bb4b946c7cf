import { watch } from "chokidar";
import path from "node:path";
import pc from "picocolors";
import { faultText } from "./faults.js";
import { forgetFiles } from "./node-environment.js";

/** Changes that come within this many milliseconds are one change: editors write a file in several steps. */
const settling = 100;

/** Folders that no check reads. */
const leftOut = /(?:^|[\\/])(?:\.[^\\/.][^\\/]*|node_modules)(?:[\\/]|$)/;

/**
 * Does the work now and after every change below the paths, until the process is interrupted.
 * Every file counts, since a finding can hang on data files, build files and constants of other files.
 */
export async function watchPaths(paths: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (file) => leftOut.test(path.relative(process.cwd(), file)),
  });
  const round = async () => {
    if (process.stdout.isTTY) process.stdout.write("\u001B[2J\u001B[3J\u001B[H");
    await work().catch((error: unknown) => process.stderr.write(`nnlint: ${faultText(error)}\n`));
    process.stderr.write(pc.dim(`\nWaiting for changes in ${paths.join(", ")}. Ctrl+C ends it.\n`));
  };
  let turn = round();
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(() => {
        forgetFiles();
        return round();
      });
    }, settling);
  });
  await turn;
}
