// Parts of matrices, copied into panels as the products read them: for each step along the product's depth the numbers of some rows,
// or columns, beside each other. Rows and columns that are not there are 0.
import { size } from "./numbers";

/** Rows of a panel of the left factor; columns of a panel of the right factor: two vectors of four. */
export const panelRows: i32 = 4;
export const panelColumns: i32 = 8;

/** Panels of four rows. Numbers are `rowStride` and `columnStride` numbers apart. */
export function copyRows(from: usize, rowStride: i32, columnStride: i32, rows: i32, steps: i32, to: usize): void {
  for (let row = 0; row < rows; row += panelRows, to += size * usize(panelRows * steps))
    copyLines(from + size * usize(row * rowStride), rowStride, columnStride, min(panelRows, rows - row), steps, to, 16);
}

/** Panels of eight columns. */
export function copyColumns(from: usize, rowStride: i32, columnStride: i32, steps: i32, columns: i32, to: usize): void {
  for (let column = 0; column < columns; column += panelColumns, to += size * usize(panelColumns * steps)) {
    const there = columns - column;
    const at = from + size * usize(column * columnStride);
    copyLines(at, columnStride, rowStride, min(4, there), steps, to, 32);
    copyLines(at + size * usize(4 * columnStride), columnStride, rowStride, min(4, max(0, there - 4)), steps, to + 16, 32);
  }
}

/**
 * Up to four lines, step by step beside each other.
 * @param along numbers from one line to the next
 * @param forward numbers from one step to the next
 * @param bytes from one step to the next where they are copied to
 */
function copyLines(from: usize, along: i32, forward: i32, lines: i32, steps: i32, to: usize, bytes: usize): void {
  if (lines < 4) copyFewLines(from, along, forward, lines, steps, to, bytes);
  else if (along == 1) {
    for (let step = 0; step < steps; step++, to += bytes) v128.store(to, v128.load(from + size * usize(step * forward)));
  } else if (forward == 1) turnLines(from, size * usize(along), steps, to, bytes);
  else copyFewLines(from, along, forward, 4, steps, to, bytes);
}

function copyFewLines(from: usize, along: i32, forward: i32, lines: i32, steps: i32, to: usize, bytes: usize): void {
  for (let step = 0; step < steps; step++, to += bytes) {
    v128.store(to, f32x4.splat(0));
    for (let line = 0; line < lines; line++)
      f32.store(to + size * usize(line), f32.load(from + size * usize(line * along + step * forward)));
  }
}

/** Four lines whose steps are beside each other: squares of four by four are transposed. */
function turnLines(from: usize, along: usize, steps: i32, to: usize, bytes: usize): void {
  let step = 0;
  for (; step + 4 <= steps; step += 4, from += 16, to += 4 * bytes) {
    const a = v128.load(from);
    const b = v128.load(from + along);
    const c = v128.load(from + 2 * along);
    const d = v128.load(from + 3 * along);
    const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const abEnd = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cdEnd = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
    v128.store(to + bytes, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
    v128.store(to + 2 * bytes, v128.shuffle<f32>(abEnd, cdEnd, 0, 1, 4, 5));
    v128.store(to + 3 * bytes, v128.shuffle<f32>(abEnd, cdEnd, 2, 3, 6, 7));
  }
  for (; step < steps; step++, from += size, to += bytes)
    for (let line: usize = 0; line < 4; line++) f32.store(to + size * line, f32.load(from + line * along));
}
