import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import path from "node:path";
import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import { DataError } from "./data-error.js";
import type { Tensor } from "./dataset.js";
import { labelledImages } from "./labelled-examples.js";
import { readBytes } from "./open-files.js";
import type { OutputNeeds } from "./outputs.js";
import type { RawData } from "./raw-data.js";

/** An array of an IDX file. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

interface NumberType {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
}

/** By the third byte of the file; numbers are big-endian. */
const types: Readonly<Record<number, NumberType>> = {
  8: { bytes: 1, read: (view, at) => view.getUint8(at) },
  9: { bytes: 1, read: (view, at) => view.getInt8(at) },
  11: { bytes: 2, read: (view, at) => view.getInt16(at) },
  12: { bytes: 4, read: (view, at) => view.getInt32(at) },
  13: { bytes: 4, read: (view, at) => view.getFloat32(at) },
  14: { bytes: 8, read: (view, at) => view.getFloat64(at) },
};

const wanted = "An IDX file is one of the MNIST kind: two zero bytes, the numbers' type, their dimensions, their sizes, the numbers.";

/**
 * Parses an IDX file.
 * @throws DataError when it is not one, or is cut off
 */
export function parseIdx(bytes: Uint8Array, written: string): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [type, dimensions] = bytes.length < 4 ? [undefined, 0] : [types[view.getUint8(2)], view.getUint8(3)];
  const header = 4 + 4 * dimensions;
  if (!type || dimensions === 0 || bytes.length < header || view.getUint16(0) !== 0)
    throw new DataError(`${written} is not an IDX file.`, wanted);
  const shape = Array.from({ length: dimensions }, (_, dimension) => view.getUint32(4 + 4 * dimension));
  const count = shape.reduce((product, size) => product * size, 1);
  const there = (bytes.length - header) / type.bytes;
  if (there !== count)
    throw new DataError(
      `${written} says that it holds ${shape.join(" × ")} numbers, which are ${count}, but has ${Math.floor(there)}.`,
      there < count ? "The file is cut off: get it again." : wanted,
    );
  const values = new Float32Array(count);
  for (let index = 0; index < count; index++) values[index] = type.read(view, header + index * type.bytes);
  return { shape, values };
}

/** The examples of `idx(images: …, labels: …)`: images of 3 or 4 dimensions with a class each. */
export async function readIdx(network: Network, outputs: readonly OutputNeeds[], source: Call, folder: string): Promise<RawData> {
  const [images, labels] = await Promise.all([openIdx(source, "images", folder), openIdx(source, "labels", folder)]);
  return idxExamples(network, outputs, images, labels);
}

/** An IDX file with the path that messages have for it. */
export interface NamedIdx extends IdxArray {
  readonly written: string;
}

/** Images and their classes as examples. @throws DataError where the two do not belong together */
export function idxExamples(network: Network, outputs: readonly OutputNeeds[], images: NamedIdx, labels: NamedIdx): RawData {
  const [count = 0] = images.shape;
  if (labels.shape.length !== 1 || labels.shape[0] !== count)
    throw new DataError(
      `${images.written} has ${count} images, ${labels.written} ${labels.shape.join(" × ")} labels.`,
      "Name the two files that belong together.",
    );
  const classes =
    outputs.length === 1 && outputs[0]?.usual === "oneHot"
      ? outputs[0].units
      : 1 + labels.values.reduce((most, label) => Math.max(most, label), 0);
  const wrong = labels.values.findIndex((label) => label < 0 || label >= classes);
  if (wrong >= 0)
    throw new DataError(
      `${labels.written}, label ${wrong + 1}: ${labels.values[wrong] ?? ""} is not a class from 0 to ${classes - 1}.`,
      "Set nOut of the output layer to the number of classes.",
    );
  return labelledImages(network, outputs, channelsFirst(images), { classes, of: labels.values }, images.written);
}

/** Opens an IDX file, packed by gzip or not. */
export async function openIdxFile(file: string, written: string): Promise<NamedIdx> {
  const bytes = await readBytes(file, written);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return { written, ...parseIdx(isPacked ? await unpacked(bytes, written) : bytes, written) };
}

async function openIdx({ args }: Call, key: "images" | "labels", folder: string): Promise<NamedIdx> {
  const written = valueOf(args[key]);
  if (typeof written !== "string") throw new DataError(`The path of idx(${key}: …) is not known.`, "Write it as a text.");
  return openIdxFile(path.resolve(folder, written), written);
}

async function unpacked(bytes: Uint8Array, written: string): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes);
  } catch (error) {
    throw new DataError(
      `${written} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.`,
      "The file is cut off or damaged: get it again.",
    );
  }
}

/** `[n, h, w]` as `[n, 1, h, w]`; of four dimensions the channels are the second, or the last where only that one can be channels. */
function channelsFirst({ shape, values, written }: NamedIdx): Tensor {
  const [count = 0, first = 1, second = 1, last] = shape;
  if (shape.length === 3) return { shape: [count, 1, first, second], values };
  if (shape.length === 2) return { shape, values };
  if (shape.length !== 4 || last === undefined)
    throw new DataError(`${written} has ${shape.length} dimensions.`, "Images have 3 or 4: examples, height, width, and channels.");
  if (first <= 4 || last > 4) return { shape, values };
  const turned = new Float32Array(values.length);
  const area = first * second;
  for (let example = 0; example < count; example++)
    for (let position = 0; position < area; position++)
      for (let channel = 0; channel < last; channel++)
        turned[(example * last + channel) * area + position] = values[(example * area + position) * last + channel] ?? 0;
  return { shape: [count, last, first, second], values: turned };
}
