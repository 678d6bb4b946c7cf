import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../golden");

export interface GoldenCase {
  readonly id: string;
  readonly java: string;
}

/** The networks of the golden cases, by file. */
export function goldenNetworks(): readonly { readonly file: string; readonly cases: readonly GoldenCase[] }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((file) => {
      const { cases = [] } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { cases?: readonly Partial<GoldenCase>[] };
      return { file, cases: cases.filter((one): one is GoldenCase => typeof one.java === "string") };
    });
}

/** Kotlin has no `new`, and functions for arrays. */
export function inKotlin(expression: string): string {
  return expression.replace(/new (int|double)\[\]\s*\{([^}]*)\}/g, "$1ArrayOf($2)").replace(/\bnew\s+(?=[A-Z])/g, "");
}

/** `A.Builder().seed(1).list().layer(x).build()` with each builder's calls as statements of a block: `A.Builder().apply { seed(1) }.list().apply { … }`. */
export function inBlocks(chain: string): string {
  const lines = chain.split("\n").map((line) => line.trim());
  const opening = lines.findIndex((line) => /^\.(list|graphBuilder)\(\)/.test(line));
  const statements = (some: readonly string[]): string => some.map((line) => `        ${line.slice(1)}\n`).join("");
  const isPlain = opening > 0 && lines.slice(1).every((line) => line.startsWith(".")) && lines.at(-1) === ".build()";
  if (!isPlain) return chain;
  const [made = ""] = lines;
  return `${made}.apply {\n${statements(lines.slice(1, opening))}    }${lines[opening] ?? ""}.apply {\n${statements(lines.slice(opening + 1, -1))}    }.build()`;
}
