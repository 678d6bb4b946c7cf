import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../bin/nnlint.mjs", import.meta.url));

/** What a call came to. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly cwd?: string;
  /** Standard input; it is closed after it. */
  readonly stdin?: string;
  /** In place of, or beside, the test's own environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Called with what has been written so far, after each piece. */
  readonly onOutput?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the built command line. */
export async function nnlint(args: readonly string[], { cwd, stdin, env, onOutput }: CallOptions = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, stdio: "pipe" });
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin ?? "");
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    onOutput?.(stdout, (signal) => child.kill(signal));
  });
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

/** A folder of its own for one test. */
export async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "nnlint-cli-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A network that is fine, with this learning rate. */
export const network = (
  rate: string | number,
  data = "train: builtin(moons, examples: 400), test: split(0.2), batchSize: 16",
): string => `network moons {
  data { ${data} }
  train { seed: 7, epochs: 15, updater: nesterovs(learningRate: ${rate}, momentum: 0.9) }
  input: vector(2)
  layer dense  { nOut: 8, activation: relu, weightInit: relu }
  layer output { nOut: 2, activation: softmax, loss: mcxent }
}
`;
