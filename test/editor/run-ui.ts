// Drives the packaged extension, installed as a user would, in a real workbench by mouse and keyboard, and takes pictures.
//   node --import tsx test/editor/run-ui.ts <version> <vsix> <folder for the pictures>
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startHost } from "./host/code-server.js";
import { walkThroughLinting } from "./ui/linting.js";
import { walkThroughTraining } from "./ui/training.js";
import { walkThroughUntrusted } from "./ui/trust.js";
import { Walk } from "./ui/walk.js";

const [version = "", vsix = "", shots = "dist/test/shots"] = process.argv.slice(2);

const settings = {
  "editor.fontFamily": "'DejaVu Sans Mono', monospace",
  "editor.fontSize": 13,
  "window.commandCenter": false,
  // They come a moment after the text and move its lines, while the mouse aims at a word. The suite looks at them.
  "editor.codeLens": false,
  "security.workspace.trust.startupPrompt": "never",
  "nnlint.training.seconds": 200,
};

/** A workbench on a copy of the examples, for some walks; how many steps passed and failed. */
async function workbench(trusted: boolean, ...walks: ((walk: Walk) => Promise<void>)[]): Promise<Walk> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), "nnlint-ui-")), "examples");
  await cp("examples", folder, { recursive: true });
  const digits = await readFile("examples/digits.nnet", "utf8");
  await writeFile(path.join(folder, "digits-long.nnet"), digits.replace(/epochs: +8/, "epochs:  5000"));
  const host = await startHost({ version, vsix, settings, trusted });
  const walk = new Walk(host.page, folder, shots);
  host.page.setDefaultTimeout(60_000);
  try {
    await host.open(folder);
    await host.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    for (const go of walks) await go(walk);
  } finally {
    await host.close();
    await rm(path.dirname(folder), { recursive: true, force: true });
  }
  return walk;
}

const walks = [await workbench(true, walkThroughLinting, walkThroughTraining), await workbench(false, walkThroughUntrusted)];
const failed = walks.reduce((sum, walk) => sum + walk.failed, 0);
console.log(`${walks.reduce((sum, walk) => sum + walk.passed, 0)} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
