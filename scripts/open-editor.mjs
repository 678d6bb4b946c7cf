// Opens the packaged extension in an editor: desktop VS Code where there is a display and `code`, else the VS Code server
// of the npm package code-server on 127.0.0.1, for a browser. Either has folders of its own for settings and extensions.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { programsOf, versions } from "./code-server.mjs";
import { root } from "./install.mjs";
import { areEnding, runProgram, startProgram } from "./programs.mjs";

const home = path.join(root, ".editor");
const extensions = path.join(home, "extensions");
const vsix = path.join(home, "nnlint.vsix");
/** The first free one is taken. */
const ports = "8123-8199";

/** What a first look needs to be a quiet one; written once, so that what is changed in the editor stays. */
const settings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "telemetry.telemetryLevel": "off",
};

/** Opens a folder with one of its files, and waits until the editor is closed or Ctrl+C ends it. */
export async function openEditor(folder, file) {
  mkdirSync(home, { recursive: true });
  console.log("\nPacking the extension …");
  await must("packing", process.execPath, [path.join(root, "scripts/package.mjs"), vsix]);
  if (hasDesktopEditor()) await openDesktop(folder, file);
  else await openServer(folder, file);
}

function hasDesktopEditor() {
  const hasDisplay =
    process.platform === "darwin" || process.platform === "win32" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  return hasDisplay && spawnSync("code", ["--version"], { stdio: "ignore", shell: process.platform === "win32" }).status === 0;
}

async function openDesktop(folder, file) {
  const data = dataFolder("desktop");
  const own = ["--user-data-dir", data, "--extensions-dir", extensions];
  const options = { shell: process.platform === "win32" };
  await must("installing the extension", "code", [...own, "--install-extension", vsix, "--force"], options);
  console.log("\nVisual Studio Code opens on the examples. Close its window, or press Ctrl+C here, to end.");
  const code = await runProgram("code", [...own, "--new-window", "--wait", folder, file], options);
  if (areEnding()) endDesktop(data);
  else if (code !== 0) throw new Error(`code ended with exit code ${code}.`);
}

/** The window runs outside of the group of the command that opened it; its lock file has its process. */
function endDesktop(data) {
  const lock = path.join(data, "code.lock");
  if (!existsSync(lock)) return;
  try {
    process.kill(Number.parseInt(readFileSync(lock, "utf8")), "SIGTERM");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function openServer(folder, file) {
  if (process.platform !== "linux")
    throw new Error("Install Visual Studio Code and its command `code`: the server that would stand in for it runs on Linux.");
  await must("fetching the VS Code server", process.execPath, [path.join(root, "scripts/code-server.mjs"), versions.current]);
  const { node, main } = programsOf(versions.current);
  const data = ["--user-data-dir", dataFolder("server-data"), "--server-data-dir", path.join(home, "server")];
  const own = [main, ...data, "--extensions-dir", extensions];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VSCODE_")));
  const install = [...own, "--install-extension", vsix, "--force"];
  await must("installing the extension", node, install, { env, stdio: "ignore" });
  if (areEnding()) return;

  const token = randomBytes(24).toString("hex");
  const tokenFile = path.join(home, "token");
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const listen = ["--host", "127.0.0.1", "--port", ports, "--connection-token-file", tokenFile];
  // The folder is this repository's own, so it is trusted.
  const quietly = ["--accept-server-license-terms", "--disable-telemetry", "--disable-workspace-trust"];
  const server = startProgram(node, [...own, ...listen, ...quietly], { env, stdio: ["ignore", "pipe", "pipe"] });
  const address = `127.0.0.1:${await portOf(server)}`;
  const url = new URL(`http://${address}/`);
  url.searchParams.set("tkn", token);
  url.searchParams.set("folder", folder);
  url.searchParams.set("payload", JSON.stringify([["openFile", `vscode-remote://${address}${encodeURI(file)}`]]));
  console.log(`\nVS Code is served for your browser, with the extension and the examples. Open:\n\n  ${url.href}\n\nCtrl+C ends it.`);
  await new Promise((resolve) => server.on("close", resolve));
}

/** The port on which the server listens. @throws Error when it ends instead */
function portOf(server) {
  return new Promise((resolve, reject) => {
    let log = "";
    const read = (chunk) => {
      // Later on nobody reads, but the pipes must not fill up.
      if (log.length < 1e6) log += chunk;
      const port = /agent listening on (\d+)/.exec(log)?.[1];
      if (port !== undefined) resolve(port);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("error", reject);
    server.on("close", (code) => reject(new Error(`The VS Code server ended with ${code ?? "a signal"}.\n${log}`)));
  });
}

/** A folder for the editor's own data, with settings where there are none yet. */
function dataFolder(name) {
  const data = path.join(home, name);
  const file = path.join(data, "User/settings.json");
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
  return data;
}

async function must(what, command, args, options) {
  const code = await runProgram(command, args, options);
  if (code !== 0) throw new Error(`${what} failed with exit code ${code}.`);
}
