import type { Random } from "../random.js";

/** One example of points in the plane, and its class. */
export interface Point {
  readonly features: readonly [x: number, y: number];
  readonly label: number;
}

/** Draws an example of a class; `noise` is a standard deviation in the units of the coordinates. */
type Draw = (label: number, noise: number, random: Random) => readonly [x: number, y: number];

/** Two half circles that reach into each other, within about [-1, 1]. */
const moons: Draw = (label, noise, random) => {
  const angle = random.between(0, Math.PI);
  const [x, y] = label === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
  return jitter([(x - 0.5) / 1.5, (y - 0.25) / 1.5], noise / 1.5, random);
};

/** A circle of radius 0.5 within one of radius 1. */
const circles: Draw = (label, noise, random) => jitter(onCircle(label === 0 ? 0.5 : 1, random), noise, random);

/** A disc within a ring, within about [-10, 10]: not separable by a line, and badly scaled. */
const saturn: Draw = (label, noise, random) => {
  const radius = label === 0 ? 3 * Math.sqrt(random.uniform()) : random.between(7, 9);
  return jitter(onCircle(radius, random), noise * 5, random);
};

/** Three arms of one and a quarter turns each. */
const spirals: Draw = (label, noise, random) => {
  const along = Math.sqrt(random.uniform());
  const angle = along * 2.5 * Math.PI + (label * 2 * Math.PI) / 3;
  return jitter([along * Math.cos(angle), along * Math.sin(angle)], noise * 0.4, random);
};

/** Opposite quadrants belong together. */
const xor: Draw = (label, noise, random) => {
  const [x, y] = [random.between(0, 1), random.between(0, 1)];
  const sign = random.uniform() < 0.5 ? -1 : 1;
  return jitter([sign * x, (label === 0 ? sign : -sign) * y], noise * 0.5, random);
};

/** Either side of the line x + y = 0. */
const linear: Draw = (label, noise, random) => {
  const [x, y] = [random.between(-1, 1), random.between(-1, 1)];
  return jitter(x + y > 0 === (label === 1) ? [x, y] : [-x, -y], noise * 0.5, random);
};

/** The data sets of points in the plane, with how many classes they have. */
export const pointSets: Readonly<Record<string, { readonly classes: number; readonly draw: Draw }>> = {
  moons: { classes: 2, draw: moons },
  circles: { classes: 2, draw: circles },
  saturn: { classes: 2, draw: saturn },
  spirals: { classes: 3, draw: spirals },
  xor: { classes: 2, draw: xor },
  linear: { classes: 2, draw: linear },
};

function onCircle(radius: number, random: Random): [number, number] {
  const angle = random.between(0, 2 * Math.PI);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function jitter([x, y]: readonly [number, number], deviation: number, random: Random): [number, number] {
  return [x + deviation * random.normal(), y + deviation * random.normal()];
}
