// Packs the extension as a file that an editor installs:
//   node scripts/package.mjs [file]      (default: dist/nnlint.vsix)
import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Packs what .vscodeignore allows, built for production (`vscode:prepublish`). Dependencies are in the bundles.
 * The links of the README are left as they are: there is no address that they could be changed to.
 */
export function packageExtension(file) {
  const vsce = path.join(root, "node_modules/@vscode/vsce/vsce");
  const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", path.resolve(file)];
  execFileSync(process.execPath, [vsce, "package", ...options], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) packageExtension(process.argv[2] ?? path.join(root, "dist/nnlint.vsix"));
