import { readFileSync } from "node:fs";
import { java } from "../../../../core/src/frontends/dl4j/index.js";
import { LineIndex } from "../../../../core/src/model/lines.js";
import { inspectNetwork } from "../../../../core/src/resolve/inspect.js";
import { resolve } from "../../../../core/src/resolve/resolve.js";
import { expectedFile, type Source } from "../../../dl4j-judge/sources.js";
import { projectWith } from "../reading.js";
import type { Inspected } from "./compare.js";
import type { Built } from "./network.js";

/** What the library built from a source. */
export function builtFrom(source: Source, release: string): readonly Built[] {
  return JSON.parse(readFileSync(expectedFile(release, source), "utf8")) as Built[];
}

/** The networks of a text as `nnlint inspect` shows them. */
export function ourNetworks(text: string, release: string): Inspected[] {
  const lines = new LineIndex(text);
  return java
    .read(text, projectWith(release))
    .networks.map((written) => inspectNetwork(resolve(written), (range) => lines.lineRange(range)) as Inspected);
}

/** Settings that no reader can know, as a comment in the source says: `judge: unknown layers.0.nIn`. */
export function expectedUnknown(text: string): string[] {
  return [...text.matchAll(/judge: unknown ([\w. ]+)/g)].flatMap(([, paths = ""]) => paths.trim().split(/\s+/));
}
