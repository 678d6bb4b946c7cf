// npm run test:dl4j [release …]: builds the sources with the real Deeplearning4j and writes its JSON to expected/; then compiles what
// the fixes make of them, and of the pages' and examples' Java.
// Where Java or Maven is not found, it says so and does nothing: the JSON is committed, and `npm test` compares with it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pruned } from "./prune.js";
import { repairedFor } from "./repairs.js";
import { expectedFile, releases, sourcesOf, type Source } from "./sources.js";

const here = import.meta.dirname;
const root = path.join(here, "../..");

const missing = ["java", "mvn"].filter((program) => spawnSync(program, ["-version"]).status !== 0);
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(" and ")} not found; test/dl4j-judge/expected/ is as it was`);
  process.exit(0);
}
const asked = process.argv.slice(2);
for (const release of asked.length > 0 ? asked : Object.keys(releases)) {
  const target = path.join(root, "dist/judge", release);
  const classPath = classPathOf(release, target);
  judge(release, target, classPath);
  await judgeRepairs(release, target, classPath);
}

function judge(release: string, target: string, classPath: string): void {
  const [texts, raw] = [path.join(target, "sources"), path.join(target, "json")];
  for (const folder of [texts, raw]) rmSync(folder, { recursive: true, force: true });
  const sources = sourcesOf(release);
  writeSources(sources, texts);
  runJudge(classPath, "build", raw, texts);
  rmSync(path.join(here, "expected", release), { recursive: true, force: true });
  const counts = sources.map((source) => keep(source, release, path.join(raw, `${source.name}.json`)));
  console.log(`Deeplearning4j ${release}: ${String(counts.reduce((sum, count) => sum + count, 0))} networks built`);
}

/** Texts that compile must still do so after each of their fixes. */
async function judgeRepairs(release: string, target: string, classPath: string): Promise<void> {
  const folder = path.join(target, "repairs");
  rmSync(folder, { recursive: true, force: true });
  const texts = await repairedFor(release);
  for (const [index, { before, repairs }] of texts.entries())
    [before, ...repairs.map(({ after }) => after)].forEach((text, at) => writeClass(path.join(folder, `${index}`, `${at}`), text));
  runJudge(classPath, "each", path.join(folder, "broken"), folder);
  const broken = new Set(readFileSync(path.join(folder, "broken"), "utf8").split("\n"));
  let [count, faults, leftOut] = [0, 0, 0];
  for (const [index, { name, repairs }] of texts.entries()) {
    if (broken.has(path.join(`${index}`, "0"))) {
      leftOut++;
      continue;
    }
    for (const [at, { what }] of repairs.entries()) {
      if (!broken.has(path.join(`${index}`, `${at + 1}`))) {
        count++;
        continue;
      }
      faults++;
      console.error(`${name} does not compile after ${what}: ${path.join(folder, `${index}`, `${at + 1}`)}`);
    }
  }
  console.log(`Deeplearning4j ${release}: ${count} repaired texts compile, ${faults} do not; ${leftOut} did not before`);
  if (faults > 0) process.exitCode = 1;
}

/** Under the name of its class. */
function writeClass(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const name = /\bpublic\s+(?:final\s+|abstract\s+)*(?:class|interface|enum|record)\s+(\w+)/.exec(text)?.[1] ?? "Text";
  writeFileSync(path.join(folder, `${name}.java`), text);
}

function writeSources(sources: readonly Source[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of sources) writeFileSync(path.join(folder, `${name}.java`), text);
}

/** Keeps what was built from a source, a network a line. */
function keep(source: Source, release: string, raw: string): number {
  const built = JSON.parse(readFileSync(raw, "utf8")) as readonly { readonly line: number }[];
  const file = expectedFile(release, source);
  mkdirSync(path.dirname(file), { recursive: true });
  // Methods come in no certain order.
  const inOrder = built.toSorted((a, b) => a.line - b.line);
  writeFileSync(file, `[${inOrder.map((one) => JSON.stringify(pruned(one))).join(",\n")}]\n`);
  return built.length;
}

/** Compiles the judge against a release; the class path with everything that the release needs. */
function classPathOf(release: string, target: string): string {
  const list = path.join(target, "class-path");
  const properties = [`-Ddl4j.version=${release}`, `-Djudge.target=${target}`, `-Dmdep.outputFile=${list}`];
  run("mvn", ["-q", "-B", "-f", path.join(here, "pom.xml"), ...properties, "compile", "dependency:build-classpath"]);
  return [path.join(target, "classes"), readFileSync(list, "utf8").trim()].join(path.delimiter);
}

function runJudge(classPath: string, ...args: readonly string[]): void {
  run("java", ["-Xmx2g", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", classPath, "judge.Main", ...args]);
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status === 0) return;
  console.error(`${command} failed`);
  process.exit(1);
}
