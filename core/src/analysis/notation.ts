import { java } from "../frontends/dl4j/index.js";
import { nnet } from "../frontends/nnet/index.js";
import type { FrontEnd } from "../frontends/front-end.js";
import type { Notation } from "../model/written.js";

const frontEnds: Readonly<Partial<Record<Notation, FrontEnd>>> = { nnet, java };

/** The front end that reads and edits a notation. */
export function frontEndOf(notation: Notation): FrontEnd {
  const frontEnd = frontEnds[notation];
  if (!frontEnd) throw new Error(`There is no front end for ${notation}.`);
  return frontEnd;
}

const endings: Readonly<Record<string, Notation>> = { ".nnet": "nnet", ".java": "java" };

/** The notation of a file by its name; `undefined` for files that nnlint does not read. */
export function notationOf(path: string): Notation | undefined {
  const ending = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  return ending === undefined ? undefined : endings[ending];
}

/** The file endings that are linted. */
export const lintedEndings: readonly string[] = Object.keys(endings);
