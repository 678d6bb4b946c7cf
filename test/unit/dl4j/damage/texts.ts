import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { releases, sourcesOf } from "../../../dl4j-judge/sources.js";
import { goldenNetworks, inBlocks, inKotlin } from "../golden-kotlin.js";

/** Every Java text of which Deeplearning4j builds what the judge compares. */
export function javaTexts(): readonly string[] {
  const all = Object.keys(releases).flatMap((release) => sourcesOf(release).map(({ name, text }) => [name, text] as const));
  return [...new Map(all).values()];
}

/** The Kotlin fixtures, and the golden cases in Kotlin: a function for each, in chains and in blocks. */
export function kotlinTexts(): readonly string[] {
  const folder = path.join(import.meta.dirname, "../../../fixtures/kotlin");
  const written = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8"));
  return [
    ...written,
    ...goldenNetworks().flatMap(({ cases }) =>
      cases.length === 0
        ? []
        : [fileOf(cases.map(({ java }) => inKotlin(java))), fileOf(cases.map(({ java }) => inBlocks(inKotlin(java))))],
    ),
  ];
}

function fileOf(networks: readonly string[]): string {
  const functions = networks.map((text, index) => `fun case${String(index)}() = ${text}\n`);
  return `import org.deeplearning4j.nn.conf.*\n\n${functions.join("\n")}`;
}
