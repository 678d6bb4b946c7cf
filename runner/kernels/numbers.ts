/** Bytes of a number. */
export const size: usize = 4;

/** Up to four numbers; 0 where there are fewer. */
export function load(at: usize, count: i32): v128 {
  if (count == 4) return v128.load(at);
  let numbers = v128.load32_zero(at);
  if (count > 1) numbers = f32x4.replace_lane(numbers, 1, f32.load(at, 4));
  if (count > 2) numbers = f32x4.replace_lane(numbers, 2, f32.load(at, 8));
  return numbers;
}

/** The first `count` of four numbers. */
export function store(at: usize, numbers: v128, count: i32): void {
  if (count == 4) {
    v128.store(at, numbers);
    return;
  }
  f32.store(at, f32x4.extract_lane(numbers, 0));
  if (count > 1) f32.store(at, f32x4.extract_lane(numbers, 1), 4);
  if (count > 2) f32.store(at, f32x4.extract_lane(numbers, 2), 8);
}
