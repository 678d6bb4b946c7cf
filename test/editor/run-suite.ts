// Runs test/editor/suite inside the extension host of a code-server release, the way VS Code's own browser tests do: the
// workbench is told by its address which extension is under development and which module's run() to call.
//   node --import tsx test/editor/run-suite.ts <version>
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startHost } from "./host/code-server.js";

/** Lines of the suite begin with this in the workbench's log: see suite/index.ts. */
const tag = "[suite] ";
const limitMilliseconds = 600_000;

const version = process.argv[2] ?? "";
const workspace = await mkdtemp(path.join(tmpdir(), "nnlint-suite-"));
await cp("examples", workspace, { recursive: true });
const host = await startHost({ version });
const heard = { errors: [] as string[], hasPassed: false };
let code = 1;
try {
  await host.page.exposeFunction("codeAutomationLog", (level: string, [text]: unknown[]) => {
    if (level === "error") heard.errors.push(String(text));
    if (typeof text !== "string" || !text.startsWith(tag)) return;
    console.log(text.slice(tag.length));
    heard.hasPassed ||= /^[1-9]\d* passed, 0 failed$/.test(text.slice(tag.length));
  });
  const exited = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`The suite was not done within ${limitMilliseconds / 1000} s.`)), limitMilliseconds).unref();
    host.page.on("crash", () => reject(new Error("The page crashed.")));
    void host.page.exposeFunction("codeAutomationExit", resolve);
  });
  const remote = (file: string) => `vscode-remote://${host.authority}${path.resolve(file)}`;
  await host.open(workspace, [
    ["extensionDevelopmentPath", remote(".")],
    ["extensionTestsPath", remote("dist/test/suite.cjs")],
  ]);
  code = await exited;
  // An extension host that dies before it loads the suite ends with 0.
  if (code === 0 && !heard.hasPassed) throw new Error("The extension host ended, but the suite did not say that it passed.");
} catch (error) {
  code = 1;
  console.error(error);
  await mkdir("dist/test", { recursive: true });
  await host.page.screenshot({ path: `dist/test/suite-failed-${version}.png` });
} finally {
  // The native modules that are left out complain at length.
  const telling = heard.errors.filter((error) => !/spdlog|watchdog|ripgrep|Service Worker/.test(error)).map((error) => error.slice(0, 600));
  if (code !== 0)
    console.error([`The workbench logged these errors:`, ...telling, "The server wrote:", host.log().slice(-3000)].join("\n"));
  await host.close();
  await rm(workspace, { recursive: true, force: true });
}
process.exit(code);
