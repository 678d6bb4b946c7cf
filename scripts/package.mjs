// Packs the extension as a file that an editor installs:
//   node scripts/package.mjs [file]      (default: dist/nnlint.vsix)
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Where the allowlist .vscodeignore finds something to take. Packing there is five times as fast as among all installed packages. */
const parts = [
  ...[".vscodeignore", "README.md", "CHANGELOG.md", "LICENSE", "language-configuration.json"],
  ...["icons", "schemas", "snippets", "syntaxes", "dist"],
];

/**
 * Packs a build for production. Dependencies are in the bundles. The links of the README stay, as there is no address to change them
 * to; its pictures, which an extension's page shows from addresses only, are left out.
 */
export function packageExtension(file) {
  execFileSync(process.execPath, [path.join(root, "scripts/build.mjs"), "--production"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const staged = mkdtempSync(path.join(tmpdir(), "nnlint-package-"));
  for (const part of parts) cpSync(path.join(root, part), path.join(staged, part), { recursive: true });
  const readme = path.join(staged, "README.md");
  writeFileSync(readme, readFileSync(readme, "utf8").replace(/^<img .*>\n\n/gm, ""));
  writeFileSync(path.join(staged, "package.json"), JSON.stringify(manifest(), null, 2));
  const vsce = path.join(root, "node_modules/@vscode/vsce/vsce");
  const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", path.resolve(file)];
  execFileSync(process.execPath, [vsce, "package", ...options], { cwd: staged, stdio: ["ignore", "ignore", "inherit"] });
  rmSync(staged, { recursive: true });
}

/** The root's package.json is the extension's manifest, the npm package's and the repository's at once. */
function manifest() {
  const others = new Set(["scripts", "devDependencies", "dependencies", "bin"]);
  const all = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return Object.fromEntries(Object.entries(all).filter(([key]) => !others.has(key)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) packageExtension(process.argv[2] ?? path.join(root, "dist/nnlint.vsix"));
