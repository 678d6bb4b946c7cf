// Products of matrices: both factors are copied block by block into panels that the caches hold, with any transposition on the way,
// and tiles of 4 × 8 sums are kept in registers (Goto & van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008).
import { multiplyAdd } from "./fused";
import { size } from "./numbers";
import { copyColumns, copyRows, panelColumns, panelRows } from "./panels";

/** Sizes of the blocks that are copied at a time: of `a` rowsAtATime × depthAtATime, of `b` depthAtATime × columnsAtATime. */
const rowsAtATime: i32 = 64;
const columnsAtATime: i32 = 512;
const depthAtATime: i32 = 256;

/** Bytes that `multiply` needs for its blocks and for one tile. */
export function bytesToMultiply(): i32 {
  return 4 * (depthAtATime * (rowsAtATime + columnsAtATime) + panelRows * panelColumns);
}

/**
 * `c = a · b`, or `c += a · b`: element (i, p) of `a` stands at `a + 4 · (i · aRow + p · aColumn)`, that of `b` likewise; the rows of
 * `c` are `cRow` numbers apart.
 * @param rows of `a` and `c`
 * @param columns of `b` and `c`
 * @param depth columns of `a`, rows of `b`
 * @param adds whether to add to what stands in `c`
 * @param blocks address of `bytesToMultiply()` bytes, at a multiple of 16
 */
export function multiply(
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  bRow: i32,
  bColumn: i32,
  c: usize,
  cRow: i32,
  rows: i32,
  columns: i32,
  depth: i32,
  adds: bool,
  blocks: usize,
): void {
  const bBlock = blocks + bytesOfLeft();
  for (let column = 0; column < columns; column += columnsAtATime) {
    const width = min(columnsAtATime, columns - column);
    const to = c + size * usize(column);
    for (let level = 0; level < depth; level += depthAtATime) {
      const steps = min(depthAtATime, depth - level);
      copyColumns(b + size * usize(level * bRow + column * bColumn), bRow, bColumn, steps, width, bBlock);
      multiplyRows(a + size * usize(level * aColumn), aRow, aColumn, bBlock, to, cRow, rows, width, steps, adds || level > 0, blocks);
    }
  }
}

/** Bytes of a right factor that `arrange` makes. */
export function bytesOfArranged(depth: i32, columns: i32): i32 {
  const whole = (columns + panelColumns - 1) / panelColumns;
  return 4 * depth * whole * panelColumns;
}

/** A right factor as `multiplyArranged` wants it, for many products with the same. */
export function arrange(b: usize, bRow: i32, bColumn: i32, depth: i32, columns: i32, to: usize): void {
  for (let level = 0; level < depth; level += depthAtATime) {
    const steps = min(depthAtATime, depth - level);
    copyColumns(b + size * usize(level * bRow), bRow, bColumn, steps, columns, to);
    to += usize(bytesOfArranged(steps, columns));
  }
}

/** As `multiply`, with a right factor that `arrange` made. */
export function multiplyArranged(
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  c: usize,
  cRow: i32,
  rows: i32,
  columns: i32,
  depth: i32,
  adds: bool,
  blocks: usize,
): void {
  for (let level = 0; level < depth; level += depthAtATime) {
    const steps = min(depthAtATime, depth - level);
    multiplyRows(a + size * usize(level * aColumn), aRow, aColumn, b, c, cRow, rows, columns, steps, adds || level > 0, blocks);
    b += usize(bytesOfArranged(steps, columns));
  }
}

function bytesOfLeft(): usize {
  return size * usize(depthAtATime * rowsAtATime + panelRows * panelColumns);
}

/** All rows of `a` times some panels of `b`. @param blocks room for a block of `a` and one tile */
function multiplyRows(
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  c: usize,
  cRow: i32,
  rows: i32,
  columns: i32,
  steps: i32,
  adds: bool,
  blocks: usize,
): void {
  const tile = blocks + size * usize(depthAtATime * rowsAtATime);
  for (let row = 0; row < rows; row += rowsAtATime) {
    const height = min(rowsAtATime, rows - row);
    copyRows(a + size * usize(row * aRow), aRow, aColumn, height, steps, blocks);
    multiplyPanels(blocks, b, c + size * usize(row * cRow), cRow, height, columns, steps, adds, tile);
  }
}

function multiplyPanels(a: usize, b: usize, c: usize, cRow: i32, rows: i32, columns: i32, steps: i32, adds: bool, tile: usize): void {
  const bytesOfRow = size * usize(cRow);
  for (let column = 0; column < columns; column += panelColumns) {
    const bPanel = b + size * usize(column * steps);
    for (let row = 0; row < rows; row += panelRows) {
      const aPanel = a + size * usize(row * steps);
      const corner = c + bytesOfRow * usize(row) + size * usize(column);
      if (rows - row >= panelRows && columns - column >= panelColumns) multiplyTile(aPanel, bPanel, steps, corner, bytesOfRow, adds);
      else {
        multiplyTile(aPanel, bPanel, steps, tile, 32, false);
        copyTile(tile, corner, bytesOfRow, min(panelRows, rows - row), min(panelColumns, columns - column), adds);
      }
    }
  }
}

/** The part of a tile that lies within the product. */
function copyTile(tile: usize, to: usize, bytesOfRow: usize, rows: i32, columns: i32, adds: bool): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const place = to + bytesOfRow * usize(row) + size * usize(column);
      const sum = f32.load(tile + size * usize(row * panelColumns + column));
      f32.store(place, adds ? f32.load(place) + sum : sum);
    }
}

function multiplyTile(a: usize, b: usize, steps: i32, c: usize, bytesOfRow: usize, adds: bool): void {
  let s00 = f32x4.splat(0),
    s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0),
    s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0),
    s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0),
    s31 = f32x4.splat(0);
  for (let step = 0; step < steps; step++, a += 16, b += 32) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    const first = v128.load32_splat(a);
    s00 = multiplyAdd(first, left, s00);
    s01 = multiplyAdd(first, right, s01);
    const second = v128.load32_splat(a, 4);
    s10 = multiplyAdd(second, left, s10);
    s11 = multiplyAdd(second, right, s11);
    const third = v128.load32_splat(a, 8);
    s20 = multiplyAdd(third, left, s20);
    s21 = multiplyAdd(third, right, s21);
    const fourth = v128.load32_splat(a, 12);
    s30 = multiplyAdd(fourth, left, s30);
    s31 = multiplyAdd(fourth, right, s31);
  }
  storeRow(c, s00, s01, adds);
  storeRow(c + bytesOfRow, s10, s11, adds);
  storeRow(c + 2 * bytesOfRow, s20, s21, adds);
  storeRow(c + 3 * bytesOfRow, s30, s31, adds);
}

function storeRow(to: usize, left: v128, right: v128, adds: bool): void {
  v128.store(to, adds ? f32x4.add(v128.load(to), left) : left);
  v128.store(to, adds ? f32x4.add(v128.load(to, 16), right) : right, 16);
}
