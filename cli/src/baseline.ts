import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Finding } from "../../core/src/model/index.js";
import type { CheckedFile } from "./reporters/check-result.js";
import { reasonOf } from "../../server/src/files/reason.js";
import { UsageError } from "./usage-error.js";

/** Where `--write-baseline` writes when no `--baseline` names a file. */
export const defaultBaseline = "nnlint-baseline.json";

const schema = z.object({
  version: z.literal(1),
  findings: z.array(
    z.object({
      path: z.string(),
      rule: z.string(),
      network: z.string().nullable(),
      setting: z.string().nullable(),
      count: z.number().int().positive(),
    }),
  ),
});
type Baseline = z.infer<typeof schema>;
type Entry = Baseline["findings"][number];

/**
 * Findings that are known and not shown again. Lines do not count: a finding is known by file, rule, network and setting.
 * @throws UsageError when the file cannot be read, or is no baseline
 */
export async function readBaseline(file: string): Promise<Baseline> {
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    const reason = error instanceof SyntaxError || error instanceof z.ZodError ? "This is no baseline." : reasonOf(error);
    throw new UsageError(`--baseline ${file}: ${reason} Write one with nnlint check --write-baseline.`);
  }
}

/** The files without the findings that the baseline knows, and how many of the known ones are found no more. */
export function withoutKnown(files: readonly CheckedFile[], baseline: Baseline, file: string): { files: CheckedFile[]; gone: number } {
  const left = new Map(baseline.findings.map((entry) => [keyOf(entry), entry.count]));
  const isNew = (entry: Omit<Entry, "count">) => {
    const count = left.get(keyOf(entry)) ?? 0;
    if (count > 0) left.set(keyOf(entry), count - 1);
    return count === 0;
  };
  const remaining = files.map((checked) => ({
    ...checked,
    findings: checked.findings.filter((finding) => isNew(entryOf(checked, finding, file))),
  }));
  return { files: remaining, gone: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

/** Writes every finding as known, sorted, so that two baselines differ where findings differ. @returns how many */
export async function writeBaseline(file: string, files: readonly CheckedFile[]): Promise<number> {
  const entries = new Map<string, Entry>();
  for (const checked of files)
    for (const finding of checked.findings) {
      const entry = entryOf(checked, finding, file);
      entries.set(keyOf(entry), { ...entry, count: (entries.get(keyOf(entry))?.count ?? 0) + 1 });
    }
  const findings = [...entries.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  try {
    await writeFile(file, `${JSON.stringify({ version: 1, findings } satisfies Baseline, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(`${file}: The baseline could not be written: ${reasonOf(error)}`);
  }
  return findings.reduce((sum, { count }) => sum + count, 0);
}

/** Paths are from the baseline's folder, so that it says the same wherever the command is run. */
function entryOf({ path: shown }: CheckedFile, { rule, network, setting }: Finding, file: string): Omit<Entry, "count"> {
  const from = path.relative(path.dirname(path.resolve(file)), path.resolve(shown));
  return { path: from.split(path.sep).join("/"), rule, network, setting };
}

const keyOf = ({ path: file, rule, network, setting }: Omit<Entry, "count">) => JSON.stringify([file, rule, network, setting]);
