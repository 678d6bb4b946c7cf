// The one entry of the suite, for both hosts: VS Code calls run() inside its extension host.
import { format } from "node:util";

/** Runs all tests. @throws Error when one fails, or none ran */
export async function run(): Promise<void> {
  // An ES module, which only import() loads the same way under every Node that an editor brings.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 120_000, reporter: "spec", color: false });
  mocha.suite.emit("pre-require", globalThis, "suite", mocha);
  // One tagged string a line: the workbench's own log comes the same way.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(`[suite] ${format(...args)}`);
  // Bundled, so loaded here and not by mocha.addFile().
  await import("./linting.test.js");
  await import("./commands.test.js");
  await import("./training.test.js");
  const { passes, failures } = await new Promise<Mocha.Stats>((resolve, reject) => {
    const runner = mocha.run(() => (runner.stats ? resolve(runner.stats) : reject(new Error("The suite has no results."))));
  });
  console.log(`[suite] ${passes} passed, ${failures} failed`);
  if (failures > 0 || passes === 0) throw new Error(`${failures} failed, ${passes} passed`);
}
