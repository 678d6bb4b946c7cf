/** Maps values to pixels along one axis, with round values to mark. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly marks: readonly number[];
}

/** A straight scale; its ends are moved outwards to round values where `round` says so. */
export function linearScale(low: number, high: number, from: number, to: number, round = true): Scale {
  const step = roundStep((high - low || 1) / 4);
  const first = round ? Math.floor(low / step) * step : low;
  const last = round ? Math.ceil(high / step) * step || step : high;
  const marks: number[] = [];
  for (let mark = Math.ceil(first / step - 1e-9) * step; mark <= last + step * 1e-9; mark += step) marks.push(Number(mark.toPrecision(12)));
  return { at: (value) => from + ((value - first) / (last - first || 1)) * (to - from), marks };
}

/** The round values of each decade on a logarithmic scale: of many decades only the powers of ten. */
const roundValues = [1, 2, 5];
const mostMarks = 7;

/** A logarithmic scale for values above 0, its ends moved outwards to 1, 2 or 5 times a power of ten. */
export function logarithmicScale(low: number, high: number, from: number, to: number): Scale {
  const candidates: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    candidates.push(...roundValues.map((value) => Number(`${value}e${power}`)));
  const first = candidates.findLast((value) => value <= low * (1 + 1e-9)) ?? low;
  const last = candidates.find((value) => value >= high * (1 - 1e-9) && value > first) ?? high;
  const inside = candidates.filter((value) => value >= first && value <= last);
  const at = (value: number) => from + (Math.log10(Math.max(value, first) / first) / Math.log10(last / first)) * (to - from);
  return { at, marks: inside.length <= mostMarks ? inside : powersOfTen(inside) };
}

function powersOfTen(values: readonly number[]): number[] {
  const powers = values.filter((value) => Number.isInteger(Number(Math.log10(value).toPrecision(12))));
  const every = Math.ceil(powers.length / mostMarks);
  return powers.filter((_, index) => index % every === 0);
}

/** 1, 2 or 5 times a power of ten, not below the given size. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= size * (1 - 1e-9)) ?? 10;
  return factor * power;
}
