// The suite inside desktop VS Code, the oldest that the manifest allows and the newest, where it can be downloaded and shown.
// The same files as in run.mjs; a program of one's own is named by VSCODE.
//   VSCODE=/path/to/code node test/editor/electron.mjs
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { download, runTests, SilentReporter } from "@vscode/test-electron";
import { skipped } from "../../scripts/skipped.mjs";
import { buildSuite } from "./suite-bundle.mjs";

const oldest = JSON.parse(readFileSync("package.json", "utf8")).engines.vscode.replace("^", "");
const own = process.env.VSCODE;

const programs = [];
for (const version of own ? ["given"] : [oldest, "stable"]) programs.push({ version, program: own ?? (await downloaded(version)) });
if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
  skipped("desktop VS Code needs a display. Run it under one: xvfb-run -a npm run test:electron");

await buildSuite();
let failed = 0;
for (const { version, program } of programs) {
  console.log(`\nSuite in desktop VS Code (${version})`);
  const folder = mkdtempSync(path.join(tmpdir(), "nnlint-desktop-"));
  cpSync("examples", path.join(folder, "examples"), { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: path.resolve("."),
      extensionTestsPath: path.resolve("dist/test/suite.cjs"),
      launchArgs: [path.join(folder, "examples"), "--disable-extensions", `--user-data-dir=${path.join(folder, "data")}`],
    });
  } catch (error) {
    failed++;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
console.log(`\nelectron: ${programs.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A release from the cache in .vscode-test/, or fetched into it. */
async function downloaded(version) {
  try {
    return await download({ version, reporter: new SilentReporter(), timeout: 30_000 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    skipped(
      `VS Code cannot be downloaded here (${reason}). Run it where it can be, or name an installed one: VSCODE=/path/to/code npm run test:electron`,
    );
  }
}
