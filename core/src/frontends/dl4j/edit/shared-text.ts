import type { Range, TextEdit } from "../../../model/range.js";
import { isSetting } from "../../../model/setting.js";
import type { ParsedFile, WrittenNetwork } from "../../../model/written.js";
import { settingAt } from "./written-file.js";

/**
 * True where edits for one network change a text that gives another network of the file another value: the body of a method that
 * both call with arguments of their own.
 */
export function changesOthers(edits: readonly TextEdit[], { networks }: ParsedFile, index: number): boolean {
  const network = networks[index];
  if (!network || networks.length < 2) return false;
  const own = valuesByPlace(network);
  const touched = [...own.values()].filter(({ range }) => edits.some((edit) => overlaps(edit.range, range)));
  return networks.some((other, at) => {
    if (at === index) return false;
    const others = valuesByPlace(other);
    return touched.some(({ range, values }) => {
      const same = others.get(range.start);
      return same !== undefined && [...same.values].some((value) => !values.has(value));
    });
  });
}

interface Place {
  readonly range: Range;
  /** What the text at the place comes to: several values where it is run several times. */
  readonly values: Set<string>;
}

/** What each text that writes a setting gives the network, by its beginning. */
function valuesByPlace(network: WrittenNetwork): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const { address, valueRange } of network.entries) {
    const setting = valueRange && settingAt(network, address);
    if (!setting) continue;
    const place = places.get(valueRange.start) ?? { range: valueRange, values: new Set() };
    places.set(valueRange.start, place);
    place.values.add(JSON.stringify(plain(setting)));
  }
  return places;
}

function plain(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plain);
  if (typeof part !== "object" || part === null) return part;
  if (isSetting(part)) return part.origin === "unknown" ? null : plain(part.value);
  return Object.fromEntries(Object.entries(part).map(([key, value]: [string, unknown]) => [key, plain(value)]));
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
