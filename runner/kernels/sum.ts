import { load, size, store } from "./numbers";

/** So many rows are added up before their sum is added to that of the others: rounding grows with the rows in a row. */
const rowsAtATime: i32 = 128;

/** The sum of all rows of `x` `[rows, columns]`, written to `to` `[columns]`. */
export function sumRows(x: usize, to: usize, rows: i32, columns: i32): void {
  const bytes = size * usize(columns);
  for (let column = 0; column < columns; column += 4) {
    const place = size * usize(column);
    const there = min(4, columns - column);
    let sum = f32x4.splat(0);
    for (let row = 0; row < rows; row += rowsAtATime)
      sum = f32x4.add(sum, sumOf(x + bytes * usize(row) + place, min(rowsAtATime, rows - row), bytes, there));
    store(to + place, sum, there);
  }
}

function sumOf(from: usize, rows: i32, bytes: usize, there: i32): v128 {
  let sum = f32x4.splat(0);
  for (let row = 0; row < rows; row++, from += bytes) sum = f32x4.add(sum, load(from, there));
  return sum;
}
