import type { LayerState } from "../../training/run-state.js";
import { element, shape } from "./elements.js";
import { linearScale } from "./scale.js";

/** log10 of mean update to mean weight: about -3 is ideal, outside of -4 to -2 is suspicious (Deeplearning4j's training guide). */
const ideal = -3;
const band = { low: -4, high: -2 } as const;
const axis = { low: -7, high: 1 } as const;

const rowHeight = 18;

/** One row per layer: how large its updates are, against the band in which they should lie. */
export function ratioChart(layers: readonly LayerState[], width: number): HTMLElement {
  const rows = layers.filter(({ updateRatio }) => updateRatio !== null);
  if (rows.length === 0) return element("p", { class: "quiet" }, "Shown after the first steps.");
  return element(
    "table",
    { class: "ratios" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, "Layer"),
        element("th", { scope: "col" }, strip(null, width), element("span", { class: "unseen" }, "Update size")),
        element("th", { scope: "col", class: "number" }, "log₁₀"),
        element("th", { scope: "col" }, "Verdict"),
      ),
    ),
    element("tbody", {}, ...rows.map((layer) => row(layer, width))),
  );
}

function row({ layer, updateRatio, inactive, saturated }: LayerState, width: number): HTMLElement {
  const value = updateRatio ?? 0;
  const notes = [verdict(value), share(inactive, "inactive"), share(saturated, "saturated")].filter((note) => note !== "");
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, layer),
    element("td", {}, strip(value, width)),
    element("td", { class: "number" }, value.toFixed(1).replace("-", "−")),
    element("td", { class: isGood(value) ? "good" : "odd" }, notes.join(", ")),
  );
}

const isGood = (ratio: number) => ratio >= band.low && ratio <= band.high;

function verdict(ratio: number): string {
  if (isGood(ratio)) return "good";
  return ratio < band.low ? "too small" : "too large";
}

function share(value: number | null, word: string): string {
  return value === null || value < 0.1 ? "" : `${Math.round(value * 100)} % ${word}`;
}

/** The band with a dot on it; without a value its axis. */
function strip(value: number | null, width: number): SVGSVGElement {
  const x = linearScale(axis.low, axis.high, 8, width - 8, false);
  if (value === null) {
    const marks = [-6, -4, ideal, -2, 0].map((mark) =>
      shape("text", { x: x.at(mark), y: 12, class: "tick", "text-anchor": "middle" }, String(mark).replace("-", "−")),
    );
    return shape("svg", { width, height: rowHeight, viewBox: `0 0 ${width} ${rowHeight}`, "aria-hidden": "true" }, ...marks);
  }
  const inside = Math.min(axis.high, Math.max(axis.low, value));
  return shape(
    "svg",
    { width, height: rowHeight, viewBox: `0 0 ${width} ${rowHeight}`, "aria-hidden": "true" },
    shape("rect", { x: x.at(band.low), y: 2, width: x.at(band.high) - x.at(band.low), height: rowHeight - 4, class: "band" }),
    shape("line", { x1: x.at(ideal), x2: x.at(ideal), y1: 2, y2: rowHeight - 2, class: "ideal" }),
    shape("circle", { cx: x.at(inside), cy: rowHeight / 2, r: 4.5, class: isGood(value) ? "ratio good" : "ratio odd" }),
  );
}
