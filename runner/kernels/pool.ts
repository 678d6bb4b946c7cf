import { size } from "./numbers";
import { Windows } from "./windows";

/**
 * The gradient of max pooling goes to the first largest number of each window; a window that sees none gives none.
 * @param x `[examples, inHeight, inWidth, channels]`
 * @param error gradient of the largest numbers, `[examples, outHeight, outWidth, channels]`
 * @param gradient like `x`, written
 */
export function maxPoolToInput(x: usize, error: usize, gradient: usize, examples: i32, windows: Windows): void {
  const bytes = size * usize(examples * windows.inSize);
  memory.fill(gradient, 0, bytes);
  for (let example = 0; example < examples; example++) {
    const start = size * usize(example * windows.inSize);
    for (let y = 0; y < windows.outHeight; y++)
      for (let column = 0; column < windows.outWidth; column++)
        for (let channel = 0; channel < windows.channels; channel++, error += 4) {
          const place = largestIn(x + start, windows, y, column, channel);
          if (place < 0) continue;
          const to = gradient + start + size * usize(place);
          f32.store(to, f32.load(to) + f32.load(error));
        }
  }
}

/** Where the first largest number of a window stands in its example; -1 where there is none. */
function largestIn(example: usize, windows: Windows, y: i32, x: i32, channel: i32): i32 {
  const top = y * windows.strideHeight - windows.padTop;
  const left = x * windows.strideWidth - windows.padLeft;
  const bottom = min(windows.inHeight, top + windows.filterHeight);
  const right = min(windows.inWidth, left + windows.filterWidth);
  let largest = f32(-Infinity);
  let place = -1;
  for (let row = max(0, top); row < bottom; row++)
    for (let column = max(0, left); column < right; column++) {
      const at = (row * windows.inWidth + column) * windows.channels + channel;
      const value = f32.load(example + size * usize(at));
      if (value > largest) {
        largest = value;
        place = at;
      }
    }
  return place;
}
