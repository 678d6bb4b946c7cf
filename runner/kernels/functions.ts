import { multiplyAdd } from "./fused";

// Functions of four numbers at a time.

/** Activation functions by the numbers under which they are asked for. */
export namespace Activation {
  export const identity: i32 = 0;
  export const sigmoid: i32 = 1;
  export const tanh: i32 = 2;
  export const hardSigmoid: i32 = 3;
  export const hardTanh: i32 = 4;
  export const softSign: i32 = 5;
  export const relu: i32 = 6;
}

/** The function's value. */
export function valueOf(name: i32, x: v128): v128 {
  switch (name) {
    case Activation.sigmoid:
      return sigmoid(x);
    case Activation.tanh:
      return tanh(x);
    case Activation.hardSigmoid:
      return between(multiplyAdd(f32x4.splat(0.2), x, f32x4.splat(0.5)), 0, 1);
    case Activation.hardTanh:
      return between(x, -1, 1);
    case Activation.softSign:
      return f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)));
    case Activation.relu:
      return f32x4.max(f32x4.splat(0), x);
    default:
      return x;
  }
}

/** The derivative, from the function's value. */
export function slopeOf(name: i32, y: v128): v128 {
  const one = f32x4.splat(1);
  switch (name) {
    case Activation.sigmoid:
      return f32x4.mul(y, f32x4.sub(one, y));
    case Activation.tanh:
      return f32x4.sub(one, f32x4.mul(y, y));
    case Activation.hardSigmoid:
      return v128.and(v128.and(f32x4.gt(y, f32x4.splat(0)), f32x4.lt(y, one)), f32x4.splat(0.2));
    case Activation.hardTanh:
      return v128.and(v128.and(f32x4.gt(y, f32x4.splat(-1)), f32x4.lt(y, one)), one);
    case Activation.softSign: {
      const left = f32x4.sub(one, f32x4.abs(y));
      return f32x4.mul(left, left);
    }
    case Activation.relu:
      return v128.and(f32x4.gt(y, f32x4.splat(0)), one);
    default:
      return one;
  }
}

function between(x: v128, low: f32, high: f32): v128 {
  return f32x4.min(f32x4.splat(high), f32x4.max(f32x4.splat(low), x));
}

function sigmoid(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp(f32x4.neg(x))));
}

/** A quotient of polynomials, right to a few units in the last place (Eigen, `generic_fast_tanh_float`). */
function tanh(x: v128): v128 {
  const inside = between(x, -7.90531110763549805, 7.90531110763549805);
  const square = f32x4.mul(inside, inside);
  let above = f32x4.splat(-2.76076847742355e-16);
  above = multiplyAdd(above, square, f32x4.splat(2.00018790482477e-13));
  above = multiplyAdd(above, square, f32x4.splat(-8.60467152213735e-11));
  above = multiplyAdd(above, square, f32x4.splat(5.12229709037114e-8));
  above = multiplyAdd(above, square, f32x4.splat(1.48572235717979e-5));
  above = multiplyAdd(above, square, f32x4.splat(6.37261928875436e-4));
  above = multiplyAdd(above, square, f32x4.splat(4.89352455891786e-3));
  let below = f32x4.splat(1.19825839466702e-6);
  below = multiplyAdd(below, square, f32x4.splat(1.18534705686654e-4));
  below = multiplyAdd(below, square, f32x4.splat(2.268434632439e-3));
  below = multiplyAdd(below, square, f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(inside, above), below);
}

/** e to the power of x: a power of two times a polynomial of what remains (Cephes `expf`). What is not a number stays so. */
function exp(x: v128): v128 {
  const inside = f32x4.min(f32x4.splat(88), f32x4.max(f32x4.splat(-87), x));
  const whole = f32x4.nearest(f32x4.mul(inside, f32x4.splat(1.44269504088896341)));
  let rest = f32x4.sub(inside, f32x4.mul(whole, f32x4.splat(0.693359375)));
  rest = f32x4.sub(rest, f32x4.mul(whole, f32x4.splat(-2.1219444e-4)));
  let sum = f32x4.splat(1.98756915e-4);
  sum = multiplyAdd(sum, rest, f32x4.splat(1.3981999507e-3));
  sum = multiplyAdd(sum, rest, f32x4.splat(8.3334519073e-3));
  sum = multiplyAdd(sum, rest, f32x4.splat(4.1665795894e-2));
  sum = multiplyAdd(sum, rest, f32x4.splat(1.6666665459e-1));
  sum = multiplyAdd(sum, rest, f32x4.splat(5.0000001201e-1));
  const factor = f32x4.add(multiplyAdd(f32x4.mul(rest, rest), sum, rest), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(factor, power);
}
