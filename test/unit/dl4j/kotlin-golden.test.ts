// The networks of the golden cases, their Java rewritten to Kotlin: both are the same network.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import type { WrittenNetwork } from "../../../core/src/model/index.js";
import { inFile, onlyNetwork } from "./kotlin-reading.js";
import { plain, plainArguments, plainLayer, projectWith } from "./reading.js";

const folder = join(import.meta.dirname, "../../golden");

interface Case {
  readonly id: string;
  readonly java: string;
}

function casesOf(file: string): readonly Case[] {
  const { cases = [] } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { cases?: readonly Partial<Case>[] };
  return cases.filter((one): one is Case => typeof one.java === "string");
}

/** Kotlin has no `new`, and functions for arrays. */
function toKotlin(expression: string): string {
  return expression.replace(/new (int|double)\[\]\s*\{([^}]*)\}/g, "$1ArrayOf($2)").replace(/\bnew\s+(?=[A-Z])/g, "");
}

/** `A.Builder().seed(1).list().layer(x).build()` with each builder's calls as statements of a block: `A.Builder().apply { seed(1) }.list().apply { … }`. */
function toBlocks(chain: string): string {
  const lines = chain.split("\n").map((line) => line.trim());
  const opening = lines.findIndex((line) => /^\.(list|graphBuilder)\(\)/.test(line));
  const statements = (some: readonly string[]): string => some.map((line) => `        ${line.slice(1)}\n`).join("");
  const isPlain = opening > 0 && lines.slice(1).every((line) => line.startsWith(".")) && lines.at(-1) === ".build()";
  if (!isPlain) return chain;
  const [made = ""] = lines;
  return `${made}.apply {\n${statements(lines.slice(1, opening))}    }${lines[opening] ?? ""}.apply {\n${statements(lines.slice(opening + 1, -1))}    }.build()`;
}

function said(network: WrittenNetwork): unknown {
  return {
    kind: network.kind,
    version: network.framework.version,
    train: plainArguments(network.train),
    defaults: plainArguments(network.defaults),
    inputs: network.inputs.map(({ name, type }) => [name, plain(type?.value)]),
    layers: network.layers.map((layer) => ({ ...plainLayer(layer), name: layer.name, from: layer.from.map(({ name }) => name) })),
    uses: network.apiUses.map(({ owner, name, kind, argumentCount }) => `${kind} ${owner}.${name}/${argumentCount}`),
  };
}

describe("Kotlin says the same network as Java", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    for (const { id, java: expression } of casesOf(file)) {
      const [same] = java.read(
        `import org.deeplearning4j.nn.conf.*;\nclass A {\n    Object conf = ${expression};\n}\n`,
        projectWith(),
      ).networks;
      const chain = toKotlin(expression);
      test(`${file} ${id}`, () => {
        assert.ok(same);
        assert.deepEqual(said(onlyNetwork(inFile(`val conf = ${chain}`))), said(same));
      });
      const blocks = toBlocks(chain);
      if (blocks !== chain)
        test(`${file} ${id}, in blocks`, () => {
          assert.ok(same);
          assert.deepEqual(said(onlyNetwork(inFile(`val conf = ${blocks}`))), said(same));
        });
    }
  }
});
