// Parts of updaters' formulas, each in one pass over the arrays.
import { load, size, store } from "./numbers";

/** An average that forgets: `share · old + rest · now`, written to `to`. */
export function decay(old: usize, now: usize, to: usize, count: i32, share: f32, rest: f32): void {
  for (let at = 0; at < count; at += 4) {
    const place = size * usize(at);
    const there = min(4, count - at);
    store(to + place, decayed(load(old + place, there), load(now + place, there), share, rest), there);
  }
}

/** The same of squares: `share · old + rest · now²`. */
export function decaySquare(old: usize, now: usize, to: usize, count: i32, share: f32, rest: f32): void {
  for (let at = 0; at < count; at += 4) {
    const place = size * usize(at);
    const there = min(4, count - at);
    const one = load(now + place, there);
    store(to + place, decayed(load(old + place, there), f32x4.mul(one, one), share, rest), there);
  }
}

function decayed(old: v128, now: v128, share: f32, rest: f32): v128 {
  return f32x4.add(f32x4.mul(f32x4.splat(share), old), f32x4.mul(f32x4.splat(rest), now));
}

/** `step · m / (√v + epsilon)`, written to `to`. */
export function correct(m: usize, v: usize, to: usize, count: i32, step: f32, epsilon: f32): void {
  for (let at = 0; at < count; at += 4) {
    const place = size * usize(at);
    const there = min(4, count - at);
    const divisor = f32x4.add(f32x4.sqrt(load(v + place, there)), f32x4.splat(epsilon));
    store(to + place, f32x4.div(f32x4.mul(f32x4.splat(step), load(m + place, there)), divisor), there);
  }
}
