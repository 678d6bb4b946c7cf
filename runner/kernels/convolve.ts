// Convolutions and their gradients as products with patches, some windows at a time, so that the patches stay in the caches.
import { bytesToMultiply, multiply } from "./multiply";
import { size } from "./numbers";
import { addPatches, copyPatches } from "./patches";
import { Windows } from "./windows";

/** About so many numbers of patches are made at a time. */
const numbersAtATime: i32 = 65536;

function windowsAtATime(windows: Windows): i32 {
  return max(1, min(windows.count, numbersAtATime / windows.taps));
}

/** Bytes that each of these functions needs to work in. */
export function bytesToConvolve(windows: Windows): i32 {
  return bytesToMultiply() + 4 * windowsAtATime(windows) * windows.taps;
}

/**
 * Each window's numbers times the filter.
 * @param x `[examples, inHeight, inWidth, channels]`
 * @param filter `[filterHeight, filterWidth, channels, outChannels]`
 * @param y `[examples, outHeight, outWidth, outChannels]`, written
 * @param room address of `bytesToConvolve()` bytes, at a multiple of 16
 */
export function convolve(x: usize, filter: usize, y: usize, examples: i32, outChannels: i32, windows: Windows, room: usize): void {
  const taps = windows.taps;
  const step = windowsAtATime(windows);
  const made = room + usize(bytesToMultiply());
  for (let example = 0; example < examples; example++) {
    const pixels = x + size * usize(example * windows.inSize);
    for (let first = 0; first < windows.count; first += step) {
      const count = min(step, windows.count - first);
      const patches = patchesOf(pixels, windows, first, count, made);
      const to = y + size * usize((example * windows.count + first) * outChannels);
      multiply(patches, taps, 1, filter, outChannels, 1, to, outChannels, count, outChannels, taps, false, room);
    }
  }
}

/** The gradient of the filter, written to `gradient`, from that of the output; see `convolve`. */
export function convolveToFilter(
  x: usize,
  error: usize,
  gradient: usize,
  examples: i32,
  outChannels: i32,
  windows: Windows,
  room: usize,
): void {
  const taps = windows.taps;
  const step = windowsAtATime(windows);
  const made = room + usize(bytesToMultiply());
  for (let example = 0; example < examples; example++) {
    const pixels = x + size * usize(example * windows.inSize);
    for (let first = 0; first < windows.count; first += step) {
      const count = min(step, windows.count - first);
      const patches = patchesOf(pixels, windows, first, count, made);
      const errors = error + size * usize((example * windows.count + first) * outChannels);
      multiply(patches, 1, taps, errors, outChannels, 1, gradient, outChannels, taps, outChannels, count, example + first > 0, room);
    }
  }
}

/** The gradient of the input, written to `gradient`, from that of the output; see `convolve`. */
export function convolveToInput(
  error: usize,
  filter: usize,
  gradient: usize,
  examples: i32,
  outChannels: i32,
  windows: Windows,
  room: usize,
): void {
  const taps = windows.taps;
  const step = windowsAtATime(windows);
  const patches = room + usize(bytesToMultiply());
  memory.fill(gradient, 0, size * usize(examples * windows.inSize));
  for (let example = 0; example < examples; example++) {
    const pixels = gradient + size * usize(example * windows.inSize);
    for (let first = 0; first < windows.count; first += step) {
      const count = min(step, windows.count - first);
      const errors = error + size * usize((example * windows.count + first) * outChannels);
      multiply(errors, outChannels, 1, filter, 1, outChannels, patches, taps, count, taps, outChannels, false, room);
      addPatches(patches, windows, first, count, pixels);
    }
  }
}

function patchesOf(pixels: usize, windows: Windows, first: i32, count: i32, to: usize): usize {
  if (windows.arePixels) return pixels + size * usize(first * windows.channels);
  copyPatches(pixels, windows, first, count, to);
  return to;
}
