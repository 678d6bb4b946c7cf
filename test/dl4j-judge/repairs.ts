// What fixes make of Java: the judge compiles it against the real library.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { analyse, applyEdits, fixText, type AnalysisEnvironment } from "../../core/src/analysis/workspace.js";
import { blocksOf } from "../pages/blocks.js";
import { frame } from "../pages/frame.js";
import { releases, sourcesOf, type Source } from "./sources.js";

/** A text and what its fixes make of it. */
export interface Repaired {
  readonly name: string;
  readonly before: string;
  readonly repairs: readonly Repair[];
}

export interface Repair {
  readonly what: string;
  readonly after: string;
}

const root = path.join(import.meta.dirname, "../..");
const newest = Object.keys(releases).at(-1) ?? "";

/** All Java that this repository has for a release and that has something to repair. */
export async function repairedFor(release: string): Promise<readonly Repaired[]> {
  const texts = [...sourcesOf(release), ...blocksFor(release), ...examplesFor(release)];
  const repaired = await Promise.all(texts.map((source) => repairedSource(source, release)));
  return repaired.filter(({ repairs }) => repairs.length > 0);
}

/** The blocks of the rules' pages that show a defect in this release. */
function blocksFor(release: string): Source[] {
  const rules = path.join(root, "core/src/rules");
  const pages = readdirSync(rules, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  return pages.flatMap((page) =>
    blocksOf(readFileSync(path.join(rules, page), "utf8"))
      .filter(({ language, kind, options }) => language === "java" && kind === "reports" && (options.version ?? newest) === release)
      .map(({ code, options, line }) => ({ name: `${page}:${line}`, text: frame("java", code, options.version).text })),
  );
}

function examplesFor(release: string): Source[] {
  const folder = path.join(root, "examples", release.startsWith("0.") ? "dl4j-0.9.1" : "dl4j-1.0");
  const names = readdirSync(folder).filter((file) => file.endsWith("Broken.java"));
  return names.map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));
}

async function repairedSource({ name, text }: Source, release: string): Promise<Repaired> {
  const environment: AnalysisEnvironment = {
    project: { version: { value: release, from: "setting" }, configuration: { preset: "all", rules: {} } },
    data: { profile: () => Promise.resolve(undefined) },
  };
  const repairs: Repair[] = [];
  const add = (what: string, after: string) => {
    if (after !== text && !repairs.some((known) => known.after === after)) repairs.push({ what, after });
  };
  for (const suggested of [false, true])
    add(suggested ? "fix --suggested" : "fix", (await fixText(text, "java", environment, { suggested })).text);
  const { findings } = await analyse(text, "java", environment);
  // The golden cases are many networks in one text: there only all fixes together are tried.
  const alone = name.startsWith("Golden") ? [] : findings.flatMap(({ rule, fixes }) => fixes.map((fix) => ({ rule, fix })));
  for (const { rule, fix } of alone) add(`${rule}: ${fix.title}`, applyEdits(text, fix.edits));
  return { name, before: text, repairs };
}
