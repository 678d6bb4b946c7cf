import { h, type ComponentChild } from "preact";
import type { LayerState } from "../../training/run-state.js";
import { linearScale } from "./scale.js";

/** log10 of mean update to mean weight: about -3 is ideal, outside of -4 to -2 is suspicious (Deeplearning4j's training guide). */
const ideal = -3;
const band = { low: -4, high: -2 } as const;
const axis = { low: -7, high: 1 } as const;
const marks = [-6, -4, -2, 0];

/** Places along the strip in percent, so that it is as wide as there is room. */
const place = linearScale(axis.low, axis.high, 2, 98, false);
const percent = (value: number) => `${place.at(value).toFixed(2)}%`;

/** One row per layer: how large its updates are, against the band in which they should lie. */
export function ratioChart(layers: readonly LayerState[], kinds: Readonly<Record<string, string>>): ComponentChild {
  const rows = layers.filter(({ updateRatio }) => updateRatio !== null);
  if (rows.length === 0) return h("p", { class: "quiet" }, "Shown after the first steps.");
  const heads = [
    h("th", { scope: "col" }, "Layer"),
    h("th", { scope: "col", class: "strip" }, axisMarks(), h("span", { class: "unseen" }, "Update size")),
    h("th", { scope: "col", class: "number" }, "log₁₀"),
    h("th", { scope: "col" }, "Verdict"),
  ];
  return h(
    "table",
    { class: "ratios" },
    h("thead", {}, h("tr", {}, ...heads)),
    h("tbody", {}, ...rows.map((layer) => row(layer, kinds[layer.layer]))),
  );
}

function row({ layer, updateRatio, inactive, saturated }: LayerState, kind: string | undefined): ComponentChild {
  const value = updateRatio ?? 0;
  const notes = [verdict(value), share(inactive, "inactive"), share(saturated, "saturated")].filter((note) => note !== "");
  return h(
    "tr",
    { key: layer },
    h("th", { scope: "row" }, layer, kind === undefined ? null : h("span", { class: "quiet kind" }, ` ${kind}`)),
    h("td", { class: "strip" }, strip(value)),
    h("td", { class: "number" }, minus(value.toFixed(1))),
    h("td", { class: isGood(value) ? "verdict" : "verdict odd" }, notes.join(", ")),
  );
}

const isGood = (ratio: number) => ratio >= band.low && ratio <= band.high;

const minus = (text: string) => text.replace("-", "−");

function verdict(ratio: number): string {
  if (isGood(ratio)) return "good";
  return ratio < band.low ? "too small" : "too large";
}

function share(value: number | null, word: string): string {
  return value === null || value < 0.1 ? "" : `${Math.round(value * 100)} % ${word}`;
}

function axisMarks(): ComponentChild {
  return drawing(
    ...marks.map((mark) => h("text", { x: percent(mark), y: 12, class: "tick", "text-anchor": "middle" }, minus(String(mark)))),
  );
}

/** The band in which the value should lie, with a dot where it lies. */
function strip(value: number): ComponentChild {
  const inside = Math.min(axis.high, Math.max(axis.low, value));
  const width = `${(place.at(band.high) - place.at(band.low)).toFixed(2)}%`;
  return drawing(
    h("line", { x1: "0", x2: "100%", y1: 9, y2: 9, class: "grid" }),
    h("rect", { x: percent(band.low), y: 1, width, height: 16, class: "band" }),
    h("line", { x1: percent(ideal), x2: percent(ideal), y1: 1, y2: 17, class: "ideal" }),
    h("circle", { cx: percent(inside), cy: 9, r: 4.5, class: isGood(value) ? "ratio good" : "ratio odd" }),
  );
}

function drawing(...shapes: readonly ComponentChild[]): ComponentChild {
  return h("svg", { width: "100%", height: 18, "aria-hidden": "true" }, ...shapes);
}
