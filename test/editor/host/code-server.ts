// Starts the VS Code server inside the code-server package, and a headless Chromium looking at its workbench.
//
// It is lib/vscode/out/server-main.js that is started, not code-server's own front: it needs no compiled package and takes
// --enable-smoke-test-driver, without which a built workbench ignores extensionTestsPath in its address.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { programsOf } from "../../../scripts/code-server.mjs";
import { findBrowser } from "./browser.js";

/** A workbench in a browser. */
export interface Host {
  /** `host:port`, for addresses of files on the remote side. */
  readonly authority: string;
  readonly page: Page;
  /** What the server has written so far. */
  readonly log: () => string;
  /** Opens a folder; `payload` is what the workbench takes in its address. */
  open(folder: string, payload?: readonly (readonly [string, string])[]): Promise<void>;
  close(): Promise<void>;
}

export interface HostOptions {
  readonly version: string;
  /** An extension to install as a user would. */
  readonly vsix?: string;
  /** Pixels of the screen to one of the page. */
  readonly pixels?: number;
  /** False: the folder is one that nobody has trusted. */
  readonly trusted?: boolean;
  /** User settings beside those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const quiet = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "editor.minimap.enabled": false,
  // In a browser the workbench saves by itself after a second.
  "files.autoSave": "off",
};

/** Starts server and browser with nothing of the developer's own editor in them. */
export async function startHost({ version, vsix, settings, trusted = true, pixels = 1 }: HostOptions): Promise<Host> {
  const scratch = await mkdtemp(path.join(tmpdir(), "nnlint-editor-"));
  await mkdir(path.join(scratch, "data/User"), { recursive: true });
  await writeFile(path.join(scratch, "data/User/settings.json"), JSON.stringify({ ...quiet, ...settings }));
  const run = serverStarter(version, scratch);
  if (vsix !== undefined) await finish(run(["--install-extension", path.resolve(vsix)]));
  const port = await freePort();
  const server = run([
    ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token", "--accept-server-license-terms"],
    ...["--disable-telemetry", "--disable-experiments"],
    // Under the driver notifications do not pop up.
    ...(vsix === undefined ? ["--enable-smoke-test-driver"] : []),
    ...(trusted ? ["--disable-workspace-trust"] : []),
  ]);
  const log = collect(server);
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    if (server.exitCode === null && server.signalCode === null) {
      const exited = once(server, "exit");
      server.kill("SIGTERM");
      await exited;
    }
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const authority = `127.0.0.1:${port}`;
    await healthy(`http://${authority}/version`, server, log);
    browser = await chromium.launch({ ...(await findBrowser()), args: browserArguments, timeout: launchMilliseconds });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: pixels, reducedMotion: "reduce" });
    return { authority, page, log, close, open: (folder, payload) => open(page, authority, folder, payload) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Generous: the machine may be busy with other things. */
const launchMilliseconds = 180_000;

const browserArguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

async function open(page: Page, authority: string, folder: string, payload: readonly (readonly [string, string])[] = []): Promise<void> {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set("folder", path.resolve(folder));
  if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
  await page.goto(url.href, { timeout: launchMilliseconds });
}

function serverStarter(version: string, scratch: string): (args: readonly string[]) => ChildProcess {
  const { node, main } = programsOf(version);
  const folders = Object.entries({ "server-data-dir": "server", "user-data-dir": "data", "extensions-dir": "extensions" });
  const dirs = folders.flatMap(([name, folder]) => [`--${name}`, path.join(scratch, folder)]);
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("VSCODE_"));
  const env = { ...Object.fromEntries(inherited), HOME: scratch, XDG_CONFIG_HOME: scratch, XDG_DATA_HOME: scratch };
  return (args) => spawn(node, [main, ...dirs, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

function collect(child: ChildProcess): () => string {
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  return () => log;
}

async function finish(child: ChildProcess): Promise<void> {
  const log = collect(child);
  await once(child, "exit");
  if (child.exitCode !== 0) throw new Error(`code-server ended with ${child.exitCode ?? "a signal"}:\n${log()}`);
}

async function healthy(url: string, server: ChildProcess, log: () => string): Promise<void> {
  for (const end = Date.now() + launchMilliseconds; Date.now() < end && server.exitCode === null;) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`code-server did not start:\n${log()}`);
}

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, "127.0.0.1");
  await once(socket, "listening");
  const address = socket.address();
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  socket.close();
  await once(socket, "close");
  return address.port;
}
