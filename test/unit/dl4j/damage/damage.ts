import type { Range } from "../../../../core/src/model/index.js";
import type { Random } from "../../../../runner/src/network/random.js";

/** What happens to a text while somebody works on it. */
export const damageKinds = ["the file ends", "a piece missing", "a token missing", "a half-typed line", "a half-typed line more"] as const;
export type DamageKind = (typeof damageKinds)[number];

/** A text with a piece of it replaced. */
export interface Damaged {
  readonly text: string;
  /** What was replaced, in the whole text. */
  readonly range: Range;
  /** How far the text behind it has moved. */
  readonly shift: number;
}

/** Damage of a kind at a random place, behind the imports. */
export function damage(text: string, kind: DamageKind, random: Random): Damaged {
  const below = (count: number): number => Math.floor(random.uniform() * count);
  const body = startOfBody(text);
  const at = body + below(text.length - body);
  const endOfLine = (from: number): number => (text.indexOf("\n", from) < 0 ? text.length : text.indexOf("\n", from));
  switch (kind) {
    case "the file ends":
      return replaced(text, at, text.length, "");
    case "a piece missing":
      return replaced(text, at, Math.min(text.length, at + 1 + below(60)), "");
    case "a token missing": {
      const tokens = [...text.slice(body).matchAll(/[\w$]+|"[^"\n]*"|[^\s\w]/g)];
      const token = tokens[below(tokens.length)];
      const start = body + (token?.index ?? 0);
      return replaced(text, start, start + (token?.[0].length ?? 0), "");
    }
    case "a half-typed line":
      return replaced(text, at, endOfLine(at), "");
    case "a half-typed line more": {
      const start = endOfLine(at);
      const line = text.slice(text.lastIndexOf("\n", at) + 1, start);
      return replaced(text, start, start, `\n${line.slice(0, 1 + below(line.length))}`);
    }
  }
}

/** Behind the last import: what stands before it configures nothing. */
function startOfBody(text: string): number {
  const last = [...text.matchAll(/^(?:import|package) .*\n/gm)].at(-1);
  return last ? last.index + last[0].length : 0;
}

function replaced(text: string, start: number, end: number, by: string): Damaged {
  return { text: text.slice(0, start) + by + text.slice(end), range: { start, end }, shift: by.length - (end - start) };
}
