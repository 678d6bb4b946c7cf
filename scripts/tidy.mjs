// The repository's own checks: what no other tool sees. Prints every fault with what to do; exit code 1 when there is one.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const tracked = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
  .split("\0")
  .filter((file) => file !== "" && existsSync(file));
const isText = (file) => /\.(ts|mts|mjs|js|json|md|nnet|java|kt|grammar|css|svg|yml)$/.test(file);
const isData = (file) =>
  file.startsWith("test/golden/") ||
  file.startsWith("test/golden-layers/") ||
  file.startsWith("test/dl4j-judge/expected/") ||
  file === "package-lock.json" ||
  file.includes(".generated.");

/** Longest source files, and the reason where one is longer than usual. */
const longest = 320;
const longerFor = new Map();

const checks = [
  {
    name: "source files fit in the head",
    files: (file) => /\.(ts|mjs)$/.test(file) && !file.startsWith("test/"),
    faults: (text, file) =>
      text.split("\n").length > (longerFor.get(file) ?? longest) ? [`${text.split("\n").length} lines: split it by subject`] : [],
  },
  {
    name: "no paths of a machine, no hosts of registries",
    files: (file) => file !== "scripts/tidy.mjs",
    faults: (text) => lines(text, /(^|[\s"'`(=])\/(work|root|home\/[a-z]+)\/|registry\.npm|npmjs\.org|pythonhosted|repo1?\.maven/),
  },
  {
    name: "no test is skipped or run alone",
    files: (file) => file.startsWith("test/") && /\.(ts|mjs)$/.test(file),
    faults: (text) => lines(text, /\b(it|test|describe|suite)\.(only|todo)\b/),
  },
  {
    name: "no open ends",
    files: (file) => /\.(ts|mjs)$/.test(file) && file !== "scripts/tidy.mjs",
    faults: (text) => lines(text, /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck)|eslint-disable/),
  },
  {
    name: "folders say what is in them",
    files: () => true,
    faults: (_, file) =>
      file.split("/").some((part) => /^(utils?|helpers?|common|misc|manager)(\.|$)/.test(part)) ? ["name it after its subject"] : [],
  },
  {
    name: "links in documents lead somewhere",
    files: (file) => file.endsWith(".md"),
    faults: (text, file) =>
      [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .filter(([, target]) => !existsSync(path.join(path.dirname(file), target)))
        .map(([, target]) => `there is no ${target}`),
  },
];

function lines(text, pattern) {
  return text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`line ${index + 1}: ${line.trim().slice(0, 100)}`] : []));
}

let count = 0;
for (const file of tracked.filter((name) => isText(name) && !isData(name))) {
  const text = readFileSync(file, "utf8");
  for (const { name, files, faults } of checks) {
    if (!files(file)) continue;
    for (const fault of faults(text, file)) {
      console.error(`${file}: ${name}: ${fault}`);
      count++;
    }
  }
}
console.log(count === 0 ? `tidy: ${tracked.length} files in order` : `tidy: ${count} faults`);
process.exitCode = count === 0 ? 0 : 1;
