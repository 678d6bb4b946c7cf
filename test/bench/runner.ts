/**
 * `npm run bench:runner`: steps per second of a quick training beside PyTorch and TensorFlow on one thread, in turns, as ratios. The
 * others are looked for in the Python that the variable PYTHON names, else `python3`; what is not there is left out, and said.
 */
import { spawnSync } from "node:child_process";
import { isInstalled } from "../../runner/src/backends/installed.js";
import { measured, type Measured } from "./networks.js";

const rounds = 3;
const seconds = 3;
const python = process.env.PYTHON ?? "python3";

interface Runner {
  readonly name: string;
  readonly command: (network: Measured) => readonly [program: string, ...args: string[]];
}

const ofOurs = (backend: string): Runner => ({
  name: backend,
  command: (network) => [
    process.execPath,
    ...["--import", "tsx", "test/bench/measure.ts", network, backend, String(seconds), "dist/wasm", "node_modules"],
  ],
});

const ofPython = (library: "torch" | "tensorflow"): Runner => ({
  name: library,
  command: (network) => [python, "test/bench/speed.py", network, library, String(seconds)],
});

const ours = ["wasm", ...(isInstalled("tfjs-node") ? ["tfjs-node"] : [])].map(ofOurs);
const others = (["torch", "tensorflow"] as const).filter(isThere).map(ofPython);

function isThere(library: string): boolean {
  const { status } = spawnSync(python, ["-c", `import ${library}`], { stdio: "ignore" });
  if (status !== 0) console.log(`${python} has no ${library}: left out.`);
  return status === 0;
}

/** Steps per second in a process of its own. */
function stepsPerSecond({ name, command }: Runner, network: Measured): number {
  const [program, ...args] = command(network);
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: "utf8", env: { ...process.env, TF_NUM_INTRAOP_THREADS: "1" } });
  if (status !== 0) throw new Error(`${name} could not train ${network}: ${stderr}`);
  const { stepsPerSecond: speed } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as { stepsPerSecond: number };
  return speed;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

console.log(`How many times as fast the other is, median of ${rounds} rounds in turns (smallest – largest)\n`);
for (const network of measured) {
  const speeds = new Map([...ours, ...others].map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const runner of [...ours, ...others]) speeds.get(runner.name)?.push(stepsPerSecond(runner, network));
  for (const own of ours)
    for (const other of others) {
      const ratios = (speeds.get(own.name) ?? []).map((speed, round) => (speeds.get(other.name)?.[round] ?? NaN) / speed);
      const range = `${Math.min(...ratios).toFixed(1)} – ${Math.max(...ratios).toFixed(1)}`;
      console.log(`${network.padEnd(6)} ${other.name} : ${own.name}   ${median(ratios).toFixed(1)}   (${range})`);
    }
}
