import { size } from "./numbers";
import { Windows } from "./windows";

/** What windows `first` to `first + count` see of an example, a row of `taps` numbers for each; 0 in the padding. */
export function copyPatches(example: usize, windows: Windows, first: i32, count: i32, to: usize): void {
  const row = size * usize(windows.filterWidth * windows.channels);
  for (let window = first; window < first + count; window++) {
    const top = (window / windows.outWidth) * windows.strideHeight - windows.padTop;
    const left = (window % windows.outWidth) * windows.strideWidth - windows.padLeft;
    for (let tap = 0; tap < windows.filterHeight; tap++, to += row) {
      const y = top + tap * windows.dilationHeight;
      if (y < 0 || y >= windows.inHeight) fillZeros(to, row);
      else copyRow(example + size * usize(y * windows.inWidth * windows.channels), windows, left, to);
    }
  }
}

/** Adds patches back to the pixels that they were taken from. */
export function addPatches(patches: usize, windows: Windows, first: i32, count: i32, example: usize): void {
  const row = size * usize(windows.filterWidth * windows.channels);
  for (let window = first; window < first + count; window++) {
    const top = (window / windows.outWidth) * windows.strideHeight - windows.padTop;
    const left = (window % windows.outWidth) * windows.strideWidth - windows.padLeft;
    for (let tap = 0; tap < windows.filterHeight; tap++, patches += row) {
      const y = top + tap * windows.dilationHeight;
      if (y >= 0 && y < windows.inHeight) addRow(patches, windows, left, example + size * usize(y * windows.inWidth * windows.channels));
    }
  }
}

/** One row of one window. Without gaps between its taps, those within the example are one run. */
function copyRow(pixels: usize, windows: Windows, left: i32, to: usize): void {
  const bytes = size * usize(windows.channels);
  if (windows.dilationWidth == 1) {
    const from = max(0, -left);
    const end = min(windows.filterWidth, windows.inWidth - left);
    fillZeros(to, bytes * usize(min(from, windows.filterWidth)));
    if (end > from) copyNumbers(to + bytes * usize(from), pixels + bytes * usize(left + from), bytes * usize(end - from));
    const rest = max(from, max(end, 0));
    if (rest < windows.filterWidth) fillZeros(to + bytes * usize(rest), bytes * usize(windows.filterWidth - rest));
    return;
  }
  for (let tap = 0; tap < windows.filterWidth; tap++, to += bytes) {
    const x = left + tap * windows.dilationWidth;
    if (x >= 0 && x < windows.inWidth) copyNumbers(to, pixels + bytes * usize(x), bytes);
    else fillZeros(to, bytes);
  }
}

function addRow(patch: usize, windows: Windows, left: i32, pixels: usize): void {
  const bytes = size * usize(windows.channels);
  if (windows.dilationWidth == 1) {
    const from = max(0, -left);
    const end = min(windows.filterWidth, windows.inWidth - left);
    if (end > from) addNumbers(pixels + bytes * usize(left + from), patch + bytes * usize(from), bytes * usize(end - from));
    return;
  }
  for (let tap = 0; tap < windows.filterWidth; tap++, patch += bytes) {
    const x = left + tap * windows.dilationWidth;
    if (x >= 0 && x < windows.inWidth) addNumbers(pixels + bytes * usize(x), patch, bytes);
  }
}

function fillZeros(to: usize, bytes: usize): void {
  for (const end = to + bytes; to < end; to += size) f32.store(to, 0);
}

function copyNumbers(to: usize, from: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.load(from + at));
  for (; at < bytes; at += size) f32.store(to + at, f32.load(from + at));
}

function addNumbers(to: usize, from: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  for (; at < bytes; at += size) f32.store(to + at, f32.load(to + at) + f32.load(from + at));
}
