/** How large a series is, and what goes through it: arrays are row-major, time first. */
export interface SeriesSize {
  readonly steps: number;
  readonly examples: number;
  readonly units: number;
}

/** The state before a step: what stands at the end of the step before, or what the series began with. */
export function before(all: Float32Array, first: Float32Array, step: number): Float32Array {
  return step === 0 ? first : all.subarray((step - 1) * first.length, step * first.length);
}

/** `[steps, n, units]` with the state before each step: what its recurrent weights were multiplied with. */
export function shifted(all: Float32Array, first: Float32Array): Float32Array {
  const states = new Float32Array(all.length);
  states.set(first);
  states.set(all.subarray(0, all.length - first.length), first.length);
  return states;
}
