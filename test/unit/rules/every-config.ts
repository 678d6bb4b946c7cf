import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defaultConfiguration, notationOf, rulePage, rules, type AnalysisEnvironment } from "../../../core/src/analysis/workspace.js";
import { profileSource } from "../../../core/src/data-profile/profile-source.js";
import type { Notation } from "../../../core/src/model/index.js";
import { textFiles } from "../../pages/data-files.js";
import { blocksOf, type Block } from "../../pages/blocks.js";
import { frame } from "../../pages/frame.js";

/** A configuration of this repository, and what surrounds it. */
export interface Config {
  readonly name: string;
  readonly notation: Notation;
  readonly text: string;
  readonly environment: AnalysisEnvironment;
}

const root = path.resolve(import.meta.dirname, "../../..");
const folders = ["examples", "test/corpus/clean", "test/calibration/networks", "test/dl4j-judge/sources", "test/fixtures"];

/** Every configuration of the repository: examples, corpora, sources of the judge, and the blocks of pages. */
export function everyConfig(): Config[] {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
  );
  return [
    ...files.flatMap(inFile),
    ...["test/corpus/advice", "test/corpus/precedence"].flatMap(inPages),
    ...rules.flatMap(({ id }) => inBlocks(id, rulePage(id) ?? "")),
  ];
}

/** The blocks of a folder's pages. */
function inPages(folder: string): Config[] {
  const place = path.join(root, folder);
  return readdirSync(place).flatMap((name) => inBlocks(name, readFileSync(path.join(place, name), "utf8")));
}

function inFile(file: string): Config[] {
  const notation = notationOf(file);
  if (!notation) return [];
  const folder = path.dirname(path.join(root, file));
  const read = (name: string) => readIfThere(path.join(folder, name));
  return [{ name: file, notation, text: readFileSync(path.join(root, file), "utf8"), environment: environmentOf(undefined, read) }];
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function inBlocks(page: string, text: string): Config[] {
  const blocks = blocksOf(text);
  return blocks.flatMap((block, index) => {
    if (!["reports", "clean", "violates"].includes(block.kind)) return [];
    return [inBlock(page, block, blocks.slice(0, index))];
  });
}

function inBlock(page: string, block: Block, before: readonly Block[]): Config {
  const files = new Map(before.filter(({ language }) => language === "csv").map(({ kind, code }) => [kind, code]));
  const version = block.options.version ?? (block.language === "nnet" ? undefined : "1.0.0-M2.1");
  return {
    name: `${page} line ${block.line} (${block.language})`,
    notation: block.language as Notation,
    text: frame(block.language, block.code, block.options.version).text,
    environment: environmentOf(version, (name) => files.get(name)),
  };
}

function environmentOf(version: string | undefined, read: (name: string) => string | undefined): AnalysisEnvironment {
  return {
    project: {
      version: version === undefined ? null : { value: version, from: "build file" },
      configuration: { ...defaultConfiguration, preset: "all" },
    },
    data: {
      profile: (source) => profileSource(source, textFiles(read)),
    },
  };
}
