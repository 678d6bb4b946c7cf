import { java, kotlin } from "../frontends/dl4j/index.js";
import { nnet } from "../frontends/nnet/index.js";
import type { FrontEnd } from "../frontends/front-end.js";
import type { Notation } from "../model/written.js";

const frontEnds: Readonly<Record<Notation, FrontEnd>> = { nnet, java, kotlin };

/** The front end that reads and edits a notation. */
export function frontEndOf(notation: Notation): FrontEnd {
  return frontEnds[notation];
}

const endings: Readonly<Record<string, Notation>> = { ".nnet": "nnet", ".java": "java", ".kt": "kotlin", ".kts": "kotlin" };

/** The notation of a file by its name; `undefined` for files that nnlint does not read. */
export function notationOf(path: string): Notation | undefined {
  const ending = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  return ending === undefined ? undefined : endings[ending];
}

/** A rule's words in the notation of the file: rules name constructors as Java does, and Kotlin has no `new`. */
export function wordedFor(notation: Notation, text: string): string {
  return notation === "kotlin" ? text.replace(/\bnew (?=[A-Z][\w.]*\()/g, "") : text;
}

/** The file endings that are linted. */
export const lintedEndings: readonly string[] = Object.keys(endings);

/** `.nnet, .java, .kt and .kts` */
export const lintedEndingsInWords = `${lintedEndings.slice(0, -1).join(", ")} and ${lintedEndings.at(-1) ?? ""}`;
