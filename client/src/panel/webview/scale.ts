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

/** A logarithmic scale for values above 0; marks at powers of ten, at most six of them. */
export function logarithmicScale(low: number, high: number, from: number, to: number): Scale {
  const first = Math.floor(Math.log10(low));
  const last = Math.max(Math.ceil(Math.log10(high)), first + 1);
  const every = Math.max(1, Math.ceil((last - first) / 6));
  const marks: number[] = [];
  for (let power = first; power <= last; power += every) marks.push(Number(`1e${power}`));
  return { at: (value) => from + ((Math.log10(Math.max(value, low)) - first) / (last - first)) * (to - from), marks };
}

/** 1, 2 or 5 times a power of ten, not below the given size. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= size * (1 - 1e-9)) ?? 10;
  return factor * power;
}
