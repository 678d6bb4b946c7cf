import { ratesBetween } from "../../../runner/src/protocol/rate-range.js";

/** How many rates of a range are trained: about one for each power of ten, and not more than this. */
const mostOfRange = 12;

/** What is wrong with a list of learning rates, for the user; `undefined` where nothing is. */
export function problemOfRates(text: string): string | undefined {
  const written = text.split(/,| to /).map((part) => part.trim());
  const wrong = written.find((part) => !(Number(part) > 0 && Number.isFinite(Number(part))));
  if (wrong !== undefined) return wrong === "" ? "Write numbers above 0: 0.1, 0.001, 1e-6" : `“${wrong}” is not a number above 0.`;
  if (text.includes(" to ") && (written.length !== 2 || !(Number(written[0]) < Number(written[1]))))
    return "A range has two ends, the lower one first: 1e-5 to 0.1";
  return new Set(written.map(Number)).size < written.length ? "One of them is there twice." : undefined;
}

/** The rates that a text without a problem names, as it writes them; of a range (`1e-5 to 0.1`) at equal ratios. */
export function ratesInText(text: string): string[] {
  const [from = 0, to] = text.split(" to ").map(Number);
  if (to === undefined) return text.split(",").map((part) => part.trim());
  return ratesBetween(from, to, Math.min(mostOfRange, Math.max(2, Math.round(Math.log10(to / from)) + 1)));
}
