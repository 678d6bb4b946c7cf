// Tries the numbers of rules that are a matter of judgement, and writes what came out beside what the rules say to
// docs/evidence/numbers.md:
//   npm run calibrate:numbers      some five minutes
import { writeFileSync } from "node:fs";
import path from "node:path";
import { analyse } from "../../core/src/analysis/analyse.js";
import { trainText } from "./train.js";
import { families, type Family } from "./families.js";
import { configOf, problems, type Changes, type Problem } from "./problems.js";

const target = "docs/evidence/numbers.md";
const seeds = [1, 2, 3];
/** A run is as good as the best of its row of values when it comes this near to its accuracy. */
const near = 0.05;

interface Run {
  readonly accuracy: number;
  readonly loss: number;
}

async function run(problem: Problem, changes: Changes, seed: number): Promise<Run> {
  const { accuracy, testLoss } = await trainText(configOf(problem, changes), path.resolve("examples/problem.nnet"), { seed });
  return { accuracy: accuracy ?? 0, loss: testLoss ?? Infinity };
}

/** Runs of each value, in the order of problems and seeds. */
async function ladderOf({ ladder }: Family): Promise<readonly (readonly Run[])[]> {
  const rows: Run[][] = [];
  for (const [, changes] of ladder) {
    const row: Run[] = [];
    for (const problem of problems) for (const seed of seeds) row.push(await run(problem, changes, seed));
    process.stderr.write(".");
    rows.push(row);
  }
  return rows;
}

/** What the linter says of a value, most of all problems. */
async function opinion({ rules }: Family, changes: Changes): Promise<string> {
  const environment = {
    project: { version: null, configuration: { preset: "recommended", rules: {} } },
    data: { profile: () => Promise.resolve(undefined) },
  } as const;
  const said = new Map<string, number>();
  for (const problem of problems) {
    const { findings } = await analyse(configOf(problem, changes), "nnet", environment);
    const own = new Set(findings.filter(({ rule }) => rules.test(rule)).map(({ rule, severity }) => `${severity} \`${rule}\``));
    for (const one of own) said.set(one, (said.get(one) ?? 0) + 1);
  }
  return [...said].map(([one, times]) => (times === problems.length ? one : `${one} (${times} of ${problems.length})`)).join(", ");
}

async function sectionOf(family: Family): Promise<string> {
  const rows = await ladderOf(family);
  const best = problems.flatMap((_, problem) =>
    seeds.map((_seed, seed) => Math.max(...rows.map((row) => row[problem * seeds.length + seed]?.accuracy ?? 0))),
  );
  const lines = await Promise.all(
    family.ladder.map(async ([value, changes], index) => {
      const row = rows[index] ?? [];
      const good = row.filter(({ accuracy }, at) => accuracy >= (best[at] ?? 1) - near).length;
      return [
        value,
        `${good} of ${row.length}`,
        percent(median(row.map(({ accuracy }) => accuracy))),
        number(median(row.map(({ loss }) => loss))),
        await opinion(family, changes),
      ];
    }),
  );
  const heads = ["value", "as good as the best", "median test accuracy", "median test loss", "what nnlint says"];
  const table = [heads, heads.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `## ${family.title}\n\n${family.question}\n\n${table}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
const number = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(3)).toString() : "not a number");

const sections: string[] = [];
for (const family of families) sections.push(await sectionOf(family));
writeFileSync(
  target,
  `# The numbers that are a matter of judgement

Made by \`npm run calibrate:numbers\`. Each value is trained on ${problems.map(({ name }) => name).join(", ")} from ${seeds.length} seeds, for 25 epochs where nothing else is said: two hidden layers of 24 and 12 units, relu, Adam at 0.005, minibatches of 32, standardized inputs, a quarter of the data to test on.
A run is as good as the best where its test accuracy is within ${percent(near)} of the best among the values of its table, on the same data from the same seed.

Small tables are what this shows; networks for images and texts have their own best values, and a finding has to hold for all. Read so, the tables bear the numbers out, with three reservations:

- Small networks learn with ten times the rate of Adam and its like, of RmsProp and of AdaGrad from which on nnlint warns; between that and the rate that it calls impossible they get worse. The warnings stay at the values of the papers, which larger networks need.
- A stack of tanh from XAVIER weights trains as well as one of relu up to eight layers deep; one of sigmoid gets worse from four layers on. The warning at three, which is the guideline's word on both, is about sigmoid.
- Rates that are ten to a hundred times too low learn nothing in so few updates. nnlint says so only where the number of updates is known, or the rate is out of all proportion: a long run may have use for them.

${sections.join("\n\n")}
`,
);
process.stderr.write(`\n${target}\n`);
