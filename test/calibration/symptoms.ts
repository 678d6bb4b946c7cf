// Trains every network of `networks/` from several seeds and writes what the findings of runs are worth to docs/evidence/symptoms.md:
//   npm run calibrate      some three minutes
import { writeFileSync } from "node:fs";
import { calibrationFiles, findingsOf, headOf, networksOf, type Calibrated } from "./train.js";

const target = "docs/evidence/symptoms.md";
const seeds = [1, 2, 3] as const;
/** Runs that are cut short must not be judged too soon. */
const cuts = [{}, { steps: 30 }, { steps: 100 }] as const;
const healthy = "healthy";

/** What one run was found to have. */
interface Outcome extends Calibrated {
  readonly rules: readonly string[];
  /** Those that are a warning or an error. */
  readonly alarms: readonly string[];
}

async function outcomeOf(one: Calibrated, options: Parameters<typeof findingsOf>[1]): Promise<Outcome> {
  const found = await findingsOf(one, options);
  process.stderr.write(".");
  const named = (list: typeof found) => [...new Set(list.map(({ rule }) => rule.replace(/^run\//, "")))].sort();
  return { ...one, rules: named(found), alarms: named(found.filter(({ severity }) => severity !== "info")) };
}

async function outcomesOf(file: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of networksOf(file))
    for (const seed of seeds)
      for (const cut of file === healthy ? cuts : cuts.slice(0, 1)) outcomes.push(await outcomeOf(one, { seed, ...cut }));
  return outcomes;
}

const symptoms = calibrationFiles().filter((file) => file !== healthy);
const clean = await outcomesOf(healthy);
const ill = new Map<string, readonly Outcome[]>();
for (const symptom of symptoms) ill.set(symptom, await outcomesOf(symptom));
writeFileSync(target, `${page()}\n`);
process.stderr.write(`\n${target}\n`);

function page(): string {
  return `# What the findings of a run are worth

Made by \`npm run calibrate\`: each network of \`test/calibration/networks/\` is trained on \`wasm\` from ${seeds.length} seeds, as \`nnlint train\` trains it. A network has its symptom by construction, which its file says: nothing that the rule itself measures decides it.
The healthy ones are trained to their end and again for 30 and 100 steps, since a run that is cut short must not be judged too soon.

${table(
  ["finding", "networks that have it", "found, of so many runs", "said of a healthy run, of so many", "also said of these networks"],
  symptoms.map(rowOf),
)}

Of the ${clean.length} runs of ${networksOf(healthy).length} healthy networks ${clean.filter(({ alarms }) => alarms.length > 0).length} have a warning or an error.

## The networks

${table(
  ["network", "file", "found"],
  [...ill.values(), clean].flatMap((outcomes) => networkRows(outcomes)),
)}

${symptoms.map((symptom) => `- \`${symptom}\`: ${headOf(symptom)}`).join("\n")}
- \`healthy\`: ${headOf(healthy)}`;
}

function rowOf(symptom: string): readonly string[] {
  const outcomes = ill.get(symptom) ?? [];
  const having = outcomes.filter(({ rules }) => rules.includes(symptom)).length;
  const falsely = clean.filter(({ rules }) => rules.includes(symptom)).length;
  const others = [...new Set(outcomes.flatMap(({ rules }) => rules))].filter((rule) => rule !== symptom).sort();
  return [
    `\`run/${symptom}\``,
    String(networksOf(symptom).length),
    `${having} of ${outcomes.length}`,
    `${falsely} of ${clean.length}`,
    others.map((rule) => `\`${rule}\``).join(", "),
  ];
}

/** How often each finding was made of each network. */
function networkRows(outcomes: readonly Outcome[]): readonly (readonly string[])[] {
  const names = [...new Set(outcomes.map(({ network }) => network))];
  return names.map((name) => {
    const own = outcomes.filter(({ network }) => network === name);
    const rules = [...new Set(own.flatMap(({ rules }) => rules))].sort();
    const times = rules.map((rule) => `\`${rule}\` ${own.filter((one) => one.rules.includes(rule)).length}`);
    return [name, own[0]?.file ?? "", times.length === 0 ? "nothing" : `${times.join(", ")} of ${own.length}`];
  });
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
