import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { DataError } from "./data-error.js";

/** An image as 8-bit red, green, blue and opacity of each point, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture of more memory than this is not one to train on. */
const mostMegabytes = 512;

/** Decodes a PNG or JPEG by its first bytes. @throws DataError when it is neither, or is damaged */
export function decodeImage(bytes: Buffer, written: string): Picture {
  try {
    if (bytes[0] === 0x89 && bytes[1] === 0x50) return PNG.sync.read(bytes);
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: mostMegabytes });
  } catch (error) {
    throw new DataError(
      `${written} cannot be read as an image: ${error instanceof Error ? error.message : String(error)}.`,
      "The file is damaged: replace it, or take it out of the folder.",
    );
  }
  throw new DataError(`${written} is neither a PNG nor a JPEG image.`, "Convert it, or take it out of the folder.");
}

/** ITU-R BT.601: how much each colour counts for brightness. */
const brightness = [0.299, 0.587, 0.114] as const;

/**
 * Brings a picture to a size, by the mean of the points that fall on each new one when it shrinks and the nearest one when it grows.
 * @param channels 1: brightness; 3: red, green, blue; 4: with opacity
 * @param into `[channels, height, width]` from `at` on, values 0 … 255
 */
export function fitPicture(
  { width, height, data }: Picture,
  size: { readonly height: number; readonly width: number; readonly channels: number },
  into: Float32Array,
  at: number,
): void {
  const area = size.height * size.width;
  for (let y = 0; y < size.height; y++) {
    const rows = span(y, size.height, height);
    for (let x = 0; x < size.width; x++) {
      const columns = span(x, size.width, width);
      for (let channel = 0; channel < size.channels; channel++) {
        let sum = 0;
        for (let row = rows.from; row < rows.to; row++)
          for (let column = columns.from; column < columns.to; column++)
            sum += valueAt(data, 4 * (row * width + column), channel, size.channels);
        into[at + channel * area + y * size.width + x] = sum / ((rows.to - rows.from) * (columns.to - columns.from));
      }
    }
  }
}

/** Which of the old points fall on a new one: at least one. */
function span(index: number, size: number, old: number): { readonly from: number; readonly to: number } {
  const from = Math.min(old - 1, Math.floor((index * old) / size));
  return { from, to: Math.max(from + 1, Math.min(old, Math.floor(((index + 1) * old) / size))) };
}

function valueAt(data: Uint8Array, point: number, channel: number, channels: number): number {
  const value = (offset: number) => data[point + offset] ?? 0;
  return channels === 1 ? brightness.reduce((sum, weight, colour) => sum + weight * value(colour), 0) : value(channel);
}
