// The editor's tests: the suite inside the extension host of the oldest and of a current VS Code, then the packaged extension
// driven by mouse and keyboard.
//   node test/editor/run.mjs [suite|ui] [--shots <folder>]
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { setUp, setUpFonts, versions } from "../../scripts/code-server.mjs";
import { skipped } from "../../scripts/skipped.mjs";
import { buildSuite } from "./suite-bundle.mjs";

const only = process.argv[2]?.startsWith("--") ? undefined : process.argv[2];
const shots = process.argv.includes("--shots") ? process.argv[process.argv.indexOf("--shots") + 1] : "dist/test/shots";

function run(title, ...args) {
  console.log(`\n${title}`);
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status === 0;
}

if (process.platform !== "linux" || process.arch !== "x64")
  skipped("the VS Code server and its browser run on Linux x64. Elsewhere: npm run test:electron");

const results = [];
mkdirSync("dist/test", { recursive: true });
if (only !== "ui") {
  await buildSuite();
  for (const [name, version] of Object.entries(versions)) {
    setUp(version);
    results.push(run(`Suite in the ${name} VS Code (code-server ${version})`, "--import", "tsx", "test/editor/run-suite.ts", version));
  }
}
if (only !== "suite") {
  setUp(versions.current);
  setUpFonts();
  const vsix = "dist/test/nnlint.vsix";
  const isPackaged = run("Packaging", "scripts/package.mjs", vsix);
  results.push(
    isPackaged &&
      run("The packaged extension, by mouse and keyboard", "--import", "tsx", "test/editor/run-ui.ts", versions.current, vsix, shots),
  );
}
const failed = results.filter((passed) => !passed).length;
console.log(`\neditor: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
