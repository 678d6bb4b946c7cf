import type { Random } from "../random.js";

/** Steps of a wave. */
export const waveSteps = 60;

type Form = (phase: number) => number;

/** One period from 0 to 1, between -1 and 1. */
const forms: readonly Form[] = [(phase) => Math.sin(2 * Math.PI * phase), (phase) => (phase < 0.5 ? 1 : -1), (phase) => 2 * phase - 1];

/** Sine, square and saw-tooth. */
export const waveClasses = forms.length;

/** Draws a wave of two to four periods, any phase, with noise of this deviation; values within [-1, 1]. */
export function drawWave(label: number, noise: number, random: Random): Float64Array {
  const form = forms[label] ?? Math.sin;
  const [periods, start, height] = [random.between(2, 4), random.uniform(), random.between(0.6, 0.9)];
  return Float64Array.from({ length: waveSteps }, (_, step) => {
    const value = height * form((start + (periods * step) / waveSteps) % 1) + noise * random.normal();
    return Math.min(1, Math.max(-1, value));
  });
}
