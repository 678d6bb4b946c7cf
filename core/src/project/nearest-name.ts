import { distance } from "fastest-levenshtein";

/** The known name that was probably meant; `undefined` where none is near. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  const [best] = known.map((name) => ({ name, away: awayFrom(wanted, name.toLowerCase()) })).toSorted((a, b) => a.away - b.away);
  return best && best.away <= Math.max(1, Math.floor(wanted.length / 3)) ? best.name : undefined;
}

/** A name that is only begun is near too, and a rule's without its section or with another one. */
function awayFrom(wanted: string, name: string): number {
  if (wanted.length >= 3 && name.startsWith(wanted)) return 1;
  const short = name.slice(name.indexOf("/") + 1);
  const wantedShort = wanted.slice(wanted.indexOf("/") + 1);
  return Math.min(distance(wanted.slice(0, 80), name), short !== name && wantedShort === short ? 1 : Infinity);
}
