/** A number with three digits that count. */
export function short(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e5)) return value.toExponential(1);
  return String(Number(value.toPrecision(3)));
}

/** A metric as people say it: accuracies in percent. */
export function metricText(name: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return isShare(name) ? `${(value * 100).toFixed(1)} %` : short(value);
}

/** True for metrics between 0 and 1. */
export function isShare(name: string): boolean {
  return /(^|\.)(accuracy|precision|recall|f1)$/.test(name);
}

/** A count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
