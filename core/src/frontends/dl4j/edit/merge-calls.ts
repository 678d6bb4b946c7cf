import type { NewValue } from "../../../model/value.js";
import type { Entry } from "../../../model/written.js";
import { removeEntry } from "./remove-setting.js";
import { isShared, placeFor } from "./set-setting.js";
import { writeValue } from "./write-value.js";
import type { Editing } from "./written-file.js";

/** `.learningRate(0.1).updater(Updater.ADAM)` → `.updater(new Adam(0.1))`: the first of the calls becomes the new one, the others go. */
export function mergeCalls(addresses: readonly string[], address: string, value: NewValue, editing: Editing): boolean {
  const entries = editing.network.entries.filter((entry) => addresses.includes(entry.address) && isCall(entry));
  const [first, ...others] = entries.sort((a, b) => a.range.start - b.range.start);
  const place = placeFor(address, editing);
  if (!first || !place || entries.some((entry) => isShared(entry, editing))) return false;
  const written = writeValue(value, place.meaning, null, editing);
  if (written === null) return false;
  editing.edits.replace(nameToEnd(first), `${place.method}(${written})`);
  return others.every((entry) => removeEntry(entry, editing));
}

/** A call, or Kotlin's assignment to a property; arguments of constructors go with their call. */
function isCall({ range, nameRange }: Entry): boolean {
  return range.start <= nameRange.start && nameRange.end <= range.end && nameRange.end < range.end;
}

function nameToEnd(entry: Entry): { start: number; end: number } {
  return { start: entry.nameRange.start, end: entry.range.end };
}
