// Makes the pictures of the README anew, from the packaged extension in a real workbench: npm run pictures
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { setUp, setUpFonts, versions } from "../../scripts/code-server.mjs";
import { installPackages } from "../../scripts/install.mjs";

const vsix = "dist/test/nnlint.vsix";

installPackages();
mkdirSync("dist/test", { recursive: true });
setUp(versions.current);
setUpFonts();
for (const args of [
  ["scripts/package.mjs", vsix],
  ["--import", "tsx", "test/editor/run-pictures.ts", versions.current, vsix, "docs/images"],
]) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
