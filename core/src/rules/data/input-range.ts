import type { ColumnProfile } from "../../model/data-profile.js";
import type { DataSettings, Network } from "../../model/network.js";
import type { Call } from "../../model/value.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { columnText, featureColumns } from "./columns.js";

/** What is known of the size of the inputs as they stand in the data. */
export type InputRange =
  /** Already small, or not continuous. */
  | { readonly kind: "scaled" }
  /** Nothing can be said. */
  | { readonly kind: "unknown" }
  /** Continuous values that nothing is said to keep small; `worst` is the widest known part. */
  | { readonly kind: "raw"; readonly image: boolean; readonly worst: string | null };

/** What counts as small: `about` for any column, `builtin` for the language's own data sets. */
export interface SmallValues {
  readonly about: number;
  readonly builtin: number;
}

/** Ranges of the language's own data sets, as generated. */
const builtinRanges: Readonly<Record<string, readonly [number, number]>> = {
  moons: [-1, 1],
  circles: [-1, 1],
  spirals: [-1, 1],
  xor: [-1, 1],
  linear: [-1, 1],
  saturn: [-10, 10],
  blobs: [-3, 3],
  sine: [-1, 1],
  waves: [-1, 1],
  glyphs: [0, 255],
};

const scaled: InputRange = { kind: "scaled" };
const unknown: InputRange = { kind: "unknown" };
const pixels: InputRange = { kind: "raw", image: true, worst: "pixels run from 0 to 255" };

/** Where the training inputs lie before any scaling. */
export function rawInputRange({ data }: Network, small: SmallValues): InputRange {
  if (!isKnown(data.train)) return unknown;
  switch (data.train.value.name) {
    case "builtin":
      return builtinRange(data.train.value, small.builtin);
    case "idx":
      return idxRange(data, small.about);
    case "images":
      return pixels;
    case "csv":
    case "csvSequence":
      return columnRange(data, small.about);
    case "iterator":
      return iteratorRange(data, data.train.value, small.about);
    default:
      return scaled;
  }
}

/** What the file holds, where it could be read. */
function idxRange({ trainProfile }: DataSettings, about: number): InputRange {
  const example = trainProfile?.example;
  if (!example) return pixels;
  if (Math.max(Math.abs(example.min), Math.abs(example.max)) <= about) return scaled;
  return { kind: "raw", image: true, worst: `the values run from ${number(example.min)} to ${number(example.max)}` };
}

function builtinRange({ args }: Call, limit: number): InputRange {
  const name = valueOf(args.name);
  if (typeof name !== "string") return unknown;
  const range = builtinRanges[name];
  if (!range) return unknown;
  const [low, high] = range;
  if (Math.max(-low, high) <= limit) return scaled;
  return name === "glyphs" ? pixels : { kind: "raw", image: false, worst: `${name} runs from ${low} to ${high}` };
}

/** DataVec's readers that hand on the values as they stand in the file; any other class may scale. */
const plainReaders: ReadonlySet<string> = new Set([
  "CSVRecordReader",
  "CSVRegexRecordReader",
  "CSVSequenceRecordReader",
  "CSVNLinesSequenceRecordReader",
  "CSVMultiSequenceRecordReader",
  "CSVVariableSlidingWindowRecordReader",
  "SVMLightRecordReader",
  "LibSvmRecordReader",
  "ImageRecordReader",
]);

function iteratorRange(data: DataSettings, { args }: Call, about: number): InputRange {
  if (valueOf(args.scaled) === true || valueOf(args.handMade) === true) return scaled;
  const reader = valueOf(args.reader);
  if (typeof reader !== "string" || !plainReaders.has(reader)) return unknown;
  return valueOf(args.image) === true || reader === "ImageRecordReader" ? pixels : columnRange(data, about);
}

function columnRange(data: DataSettings, about: number): InputRange {
  const { trainProfile: profile, trainFault } = data;
  // What is wrong with the file has to be mended first.
  if (trainFault) return unknown;
  if (!profile) return onlyCategorical(data) ? scaled : { kind: "raw", image: false, worst: null };
  const features = featureColumns(data, profile);
  const wide = (features ?? profile.columns).filter((column) => !isSmall(column, about));
  // Without a known label one wide column may be the label.
  if (wide.length === 0 || (features === undefined && wide.length === 1)) return scaled;
  const [widest] = wide.toSorted((a, b) => reach(b) - reach(a));
  return {
    kind: "raw",
    image: false,
    worst: widest ? `${columnText(widest)} runs from ${number(widest.min)} to ${number(widest.max)}` : null,
  };
}

/** Every feature becomes one-hot. */
function onlyCategorical({ features, categorical }: DataSettings): boolean {
  const named = valueOf(features);
  const coded = valueOf(categorical);
  return Array.isArray(named) && Array.isArray(coded) && named.every((name) => coded.includes(name));
}

/** Within about [-1, 1], or distributed about 0 with a deviation of about 1. Text is not continuous. */
function isSmall(column: ColumnProfile, about: number): boolean {
  if (column.type === "text" || column.type === "empty") return true;
  const { mean, std } = column;
  return reach(column) <= about || (mean !== null && std !== null && Math.abs(mean) <= 0.5 && std >= 0.5 && std <= 2);
}

const reach = ({ min, max }: ColumnProfile) => Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0));
const number = (value: number | null) => String(Number((value ?? 0).toPrecision(4)));
