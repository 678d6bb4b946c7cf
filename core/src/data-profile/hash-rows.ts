import type { ColumnProfile } from "../model/data-profile.js";
import { numberIn } from "./profile-column.js";

/**
 * A number for the content of each row: equal rows have equal numbers, and of millions of different ones hardly two have.
 * Numbers that are equal (`1`, `1.0`) are one content; a column that only counts the rows is left out.
 */
export function hashRows(rows: readonly (readonly string[])[], columns: readonly ColumnProfile[]): Float64Array {
  const compared = columns.filter((column) => !countsRows(column, rows)).map(({ index }) => index);
  return Float64Array.from(rows, (row) => hashText(compared.map((index) => canonical(row[index] ?? "")).join("\u0000")));
}

/** Whole numbers that grow by one from row to row. */
function countsRows({ index, type, min, max }: ColumnProfile, rows: readonly (readonly string[])[]): boolean {
  if (type !== "integer" || rows.length < 2 || min === null || max === null || max - min !== rows.length - 1) return false;
  return rows.every((row, place) => numberIn(row[index] ?? "") === min + place);
}

function canonical(cell: string): string {
  const value = numberIn(cell);
  return value === undefined ? cell.trim() : String(value);
}

/** The same of bytes. */
export function hashBytes(bytes: Uint8Array): number {
  return hash(bytes.length, (at) => bytes[at] ?? 0);
}

function hashText(text: string): number {
  return hash(text.length, (at) => text.charCodeAt(at));
}

/** 53 bits of two 32-bit FNV-1a hashes (Fowler, Noll, Vo) with different starts. */
function hash(length: number, unitAt: (at: number) => number): number {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < length; at++) {
    const unit = unitAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
