/** Numbers that look random and are the same for the same seed on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Normal with mean 0 and deviation 1. */
  normal(): number;
}

/**
 * The generator xoshiro128** of Blackman and Vigna ("Scrambled linear pseudorandom number generators", 2021), seeded by splitmix32;
 * normal numbers by the polar method of Marsaglia. Java's own generator is not imitated: Deeplearning4j draws in native code.
 */
export function seededRandom(seed: number): Random {
  const state = seedState(seed);
  const uniform = () => {
    // 24 bits: as many as a single-precision number holds.
    return (nextBits(state) >>> 8) / 2 ** 24;
  };
  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const [first, second] = normalPair(uniform);
    spare = second;
    return first;
  };
  return { uniform, normal };
}

function seedState(seed: number): Uint32Array {
  let mixed = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0;
  return Uint32Array.from({ length: 4 }, () => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let bits = mixed;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return (bits ^ (bits >>> 16)) >>> 0;
  });
}

const rotated = (bits: number, by: number) => (bits << by) | (bits >>> (32 - by));

function nextBits(state: Uint32Array): number {
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
  const result = Math.imul(rotated(Math.imul(s1, 5), 7), 9) >>> 0;
  const third = s2 ^ s0;
  const fourth = s3 ^ s1;
  state[1] = s1 ^ third;
  state[0] = s0 ^ fourth;
  state[2] = third ^ (s1 << 9);
  state[3] = rotated(fourth, 11);
  return result;
}

function normalPair(uniform: () => number): readonly [number, number] {
  for (;;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) {
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      return [x * scale, y * scale];
    }
  }
}
