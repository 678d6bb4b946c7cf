import type { Entry, ParsedFile, Range, WrittenNetwork } from "../../../../core/src/model/index.js";
import type { Program } from "../../../../core/src/frontends/dl4j/program/program.js";
import type { Damaged } from "./damage.js";
import { thingsOf, type Thing } from "./things.js";

/** How many of how many were found. */
export interface Found {
  readonly found: number;
  readonly of: number;
  /** What was not. */
  readonly lost: readonly string[];
}

export interface Measured {
  /** Networks none of whose text stands in the damaged statement. */
  readonly networks: Found;
  /** Settings outside the damaged statement. */
  readonly settings: Found;
  /** Calls of the damaged statement that end before the damage. */
  readonly before: Found;
  /** Those that begin behind it. */
  readonly after: Found;
}

/** A file as it was before the damage. */
export interface Whole {
  readonly program: Program;
  readonly file: ParsedFile;
}

/** What of a whole file is still read after damage, each thing where it stands now. */
export function measure(whole: Whole, damaged: Damaged, file: ParsedFile): Measured {
  const statement = damagedStatement(whole.program, damaged.range);
  const things = thingsOf(whole.file);
  const now = new Set(thingsOf(file).flatMap((thing) => [placeOf(thing), `${placeOf(thing)} ${thing.value}`]));
  const isFound = (thing: Thing): boolean => {
    const range = moved(thing.range, damaged);
    const isValueHarmed = thing.definedAt !== undefined && overlap(thing.definedAt, statement);
    return now.has(`${placeOf({ ...thing, range })}${isValueHarmed || thing.kind === "network" ? "" : ` ${thing.value}`}`);
  };
  const isHarmed = (range: Range): boolean => overlap(range, damaged.range);
  const outside = things.filter(({ range, through }) => !overlap(range, statement) && !through.some(isHarmed));
  const links = whole.file.networks
    .flatMap(linksOf)
    .filter((entry) => inside(entry.range, statement) && isCall(entry, whole.file.text) && !entry.through.some(isHarmed));
  const linksNow = new Set(file.networks.flatMap(({ entries }) => entries).map(({ address, nameRange }) => linkAt(address, nameRange)));
  const linkFound = ({ address, nameRange }: { address: string; nameRange: Range }): boolean =>
    linksNow.has(linkAt(address, moved(nameRange, damaged)));
  return {
    networks: count(
      outside.filter(({ kind }) => kind === "network"),
      isFound,
      placeOf,
    ),
    settings: count(
      outside.filter(({ kind }) => kind === "setting"),
      isFound,
      placeOf,
    ),
    before: count(
      links.filter(({ range }) => range.end <= damaged.range.start),
      linkFound,
      ({ address }) => address,
    ),
    after: count(
      links.filter(({ range }) => range.start >= damaged.range.end),
      linkFound,
      ({ address }) => address,
    ),
  };
}

function count<T>(all: readonly T[], isFound: (one: T) => boolean, name: (one: T) => string): Found {
  const lost = all.filter((one) => !isFound(one));
  return { found: all.length - lost.length, of: all.length, lost: lost.map(name) };
}

/** The smallest statements that the damage begins and ends in, with the declaration before them; only the damage where it is in none. */
function damagedStatement({ text, statements }: Program, { start, end }: Range): Range {
  const at = (place: number): Range =>
    statements
      .map(({ range }) => ({ start: startOfLine(text, range.start), end: range.end + 1 }))
      .filter((range) => range.start <= place && place < range.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? { start: place, end: place };
  const [first, last] = [at(start), at(end)];
  return { start: Math.min(first.start, last.start, start), end: Math.max(first.end, last.end, end) };
}

/** Where the line starts, when nothing ends a statement before. */
function startOfLine(text: string, place: number): number {
  return Math.max(...["\n", ";", "{", "}"].map((sign) => text.lastIndexOf(sign, place - 1))) + 1;
}

/** The calls that a network is made of, each with what it takes to be one of them where that stands elsewhere. */
function linksOf({ entries, anchors }: WrittenNetwork): (Entry & { through: readonly Range[] })[] {
  const places = new Map(entries.map(({ address, range }) => [address, range]));
  const calls = entries.filter(({ address }) => !address.startsWith("data."));
  return calls.map((entry) => {
    const layer = places.get(/^layers\.\d+/.exec(entry.address)?.[0] ?? "");
    return { ...entry, through: layer && !inside(entry.range, layer) ? [anchors.network, layer] : [anchors.network] };
  });
}

/** An argument stands apart from the name of its call. */
function isCall({ range, nameRange }: Entry, text: string): boolean {
  return inside(nameRange, range) && /^\s*[({=]/.test(text.slice(nameRange.end));
}

const placeOf = ({ kind, name, range }: Thing): string =>
  kind === "network" ? `network ${String(range.start)}` : `${name} ${String(range.start)}–${String(range.end)}`;
const linkAt = (address: string, { start }: Range): string => `${address.slice(address.lastIndexOf(".") + 1)} ${String(start)}`;

function moved({ start, end }: Range, { range, shift }: Damaged): Range {
  const by = start >= range.end ? shift : 0;
  return { start: start + by, end: end + by };
}

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
const inside = (a: Range, b: Range): boolean => b.start <= a.start && a.end <= b.end;
