// The Chromium that looks at the workbench: the one that CHROMIUM names, an installed one, or the headless one inside
// the npm package @sparticuz/chromium (Linux x64), which brings its libraries and a font.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { LaunchOptions } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];

/** How Playwright starts the browser on this machine. */
export async function findBrowser(): Promise<LaunchOptions> {
  const found = process.env["CHROMIUM"] ?? installed.find((file) => existsSync(file));
  if (found !== undefined) return { executablePath: found };
  if (process.platform !== "linux") return { channel: process.platform === "win32" ? "msedge" : "chrome" };
  return unpacked(path.resolve(".code-server/chromium"));
}

async function unpacked(folder: string): Promise<LaunchOptions> {
  const executablePath = path.join(folder, "chromium");
  if (!existsSync(executablePath)) await unpack(folder);
  const fonts = `<fontconfig><dir>${folder}/fonts</dir><dir>${path.resolve(".code-server/fonts")}</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`;
  await writeFile(path.join(folder, "fonts.conf"), fonts);
  const env = { ...process.env, LD_LIBRARY_PATH: path.join(folder, "lib"), FONTCONFIG_FILE: path.join(folder, "fonts.conf") };
  return { executablePath, env };
}

async function unpack(folder: string): Promise<void> {
  const entry = createRequire(path.resolve("package.json")).resolve("@sparticuz/chromium");
  const archives = path.join(entry.slice(0, entry.lastIndexOf(`chromium${path.sep}`)), "chromium", "bin");
  await mkdir(folder, { recursive: true });
  for (const name of ["al2023.tar", "fonts.tar", "chromium"]) {
    const file = path.join(folder, name);
    await writeFile(file, brotliDecompressSync(await readFile(path.join(archives, `${name}.br`))));
    if (!name.endsWith(".tar")) continue;
    const { status, stderr } = spawnSync("tar", ["xf", file, "-C", folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(`tar could not unpack ${name}: ${stderr}`);
  }
  await chmod(path.join(folder, "chromium"), 0o755);
}
