// npm run make:golden [group …]: trains the cases with the real Deeplearning4j and writes its numbers to test/golden-layers/.
// Where Java or Maven is not found, it says so and does nothing: the numbers are committed, and `npm test` compares with them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { groups } from "./cases/groups.js";

const here = import.meta.dirname;
const root = path.join(here, "../..");

const missing = ["java", "mvn"].filter((program) => spawnSync(program, ["-version"]).status !== 0);
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(" and ")} not found; test/golden-layers/ is as it was`);
  process.exit(0);
}
const asked = process.argv.slice(2);
const wanted = Object.entries(groups).filter(([group]) => asked.length === 0 || asked.includes(group));
for (const release of new Set(wanted.map(([, group]) => group.release))) {
  const target = path.join(root, "dist/golden-maker", release);
  const cases = path.join(target, "cases");
  rmSync(cases, { recursive: true, force: true });
  mkdirSync(cases, { recursive: true });
  for (const [name, group] of wanted) {
    if (group.release === release) writeFileSync(path.join(cases, `${name}.json`), JSON.stringify(group.cases));
  }
  make(release, target, cases);
}

function make(release: string, target: string, cases: string): void {
  const classPath = path.join(target, "class-path");
  const properties = [`-Ddl4j.version=${release}`, `-Dmaker.target=${target}`, `-Dmdep.outputFile=${classPath}`];
  run("mvn", ["-q", "-B", "-f", path.join(here, "pom.xml"), ...properties, "compile", "dependency:build-classpath"]);
  const jars = [path.join(target, "classes"), readFileSync(classPath, "utf8").trim()].join(path.delimiter);
  run("java", ["-Xmx2g", "-cp", jars, "golden.Main", release, cases, path.join(here, "../golden-layers")]);
}

/** Of what the library prints by the thousand only what the maker says itself is shown. */
function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", maxBuffer: 1 << 28 });
  for (const line of (stdout + stderr).split("\n")) if (/ losses |FAILED|^ {4}|ERROR|error:/.test(line)) console.log(line);
  if (status === 0) return;
  console.error(`${command} failed`);
  process.exit(1);
}
