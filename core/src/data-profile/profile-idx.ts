import type { DataFault, DataProfile } from "../model/data-profile.js";
import { hashBytes } from "./hash-rows.js";
import { profileColumn } from "./profile-column.js";

/** Bytes of a file, and whether they are all. */
export interface FileStart {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly complete: boolean;
}

/** Bytes of a number and how it is read, by the third byte of the file; numbers are big-endian (LeCun, "The MNIST database"). */
const types: Readonly<Record<number, { readonly bytes: number; readonly read: (view: DataView, at: number) => number }>> = {
  8: { bytes: 1, read: (view, at) => view.getUint8(at) },
  9: { bytes: 1, read: (view, at) => view.getInt8(at) },
  11: { bytes: 2, read: (view, at) => view.getInt16(at) },
  12: { bytes: 4, read: (view, at) => view.getInt32(at) },
  13: { bytes: 4, read: (view, at) => view.getFloat32(at) },
  14: { bytes: 8, read: (view, at) => view.getFloat64(at) },
};

interface IdxArray {
  /** As the header says. */
  readonly shape: readonly number[];
  /** Whole examples that were read. */
  readonly read: number;
  /** Numbers in an example. */
  readonly size: number;
  readonly bytesOf: (example: number) => Uint8Array;
  readonly valueAt: (index: number) => number;
}

/** Statistics of images and their classes in two IDX files. */
export function profileIdx(images: FileStart, labels: FileStart): DataProfile | DataFault {
  const [pixels, classes] = [parse(images), parse(labels)];
  if ("fault" in pixels) return pixels;
  if ("fault" in classes) return classes;
  const [count = 0] = pixels.shape;
  if (pixels.shape.length < 2) return { path: images.path, fault: `holds ${count} single numbers, not images` };
  if (classes.shape.length !== 1) return { path: labels.path, fault: "does not hold one label for each image" };
  if (classes.shape[0] !== count)
    return { path: labels.path, fault: `holds ${classes.shape[0] ?? 0} labels for the ${count} images of ${images.path}` };
  const rows = Math.min(pixels.read, classes.read);
  const label = Array.from({ length: rows }, (_, row) => String(classes.valueAt(row)));
  return {
    path: images.path,
    rows: count,
    complete: rows === count,
    columns: [],
    rowHashes: Float64Array.from({ length: rows }, (_, row) => hashBytes(pixels.bytesOf(row))),
    classes: profileColumn(0, null, label),
    example: { shape: pixels.shape.slice(1), ...rangeOf(pixels) },
  };
}

function parse({ path, bytes, complete }: FileStart): IdxArray | DataFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dimensions = bytes[3] ?? 0;
  const type = types[bytes[2] ?? 0];
  const header = 4 + 4 * dimensions;
  if (!type || dimensions === 0 || bytes.length < header || view.getUint16(0) !== 0) return { path, fault: "is no IDX file" };
  const shape = Array.from({ length: dimensions }, (_, dimension) => view.getUint32(4 + 4 * dimension));
  const size = shape.slice(1).reduce((product, length) => product * length, 1);
  const [count = 0] = shape;
  const read = Math.min(count, size === 0 ? 0 : Math.floor((bytes.length - header) / (size * type.bytes)));
  if (complete && read < count) return { path, fault: `is cut off: it says that it holds ${count} examples, and has ${read}` };
  if (read === 0) return { path, fault: "holds no examples" };
  const start = (example: number) => header + example * size * type.bytes;
  return {
    shape,
    read,
    size,
    bytesOf: (example) => bytes.subarray(start(example), start(example + 1)),
    valueAt: (index) => type.read(view, header + index * type.bytes),
  };
}

function rangeOf({ read, size, valueAt }: IdxArray): { readonly min: number; readonly max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (let index = 0; index < read * size; index++) {
    const value = valueAt(index);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}
