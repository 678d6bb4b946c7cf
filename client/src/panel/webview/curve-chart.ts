import { h, type ComponentChild } from "preact";
import type { Point } from "../../training/run-state.js";
import { short } from "./numbers.js";
import { linearScale, logarithmicScale, type Scale } from "./scale.js";

/** One line of a chart. */
export interface Curve {
  readonly name: string;
  readonly points: readonly Point[];
  /** The class that colours it: `train`, `test`, or `run-0` … of several runs. */
  readonly style: string;
  /** What its points are. */
  readonly each: "minibatch" | "epoch";
}

/** What a chart shows. */
export interface CurveChart {
  readonly title: string;
  readonly curves: readonly Curve[];
  /** The vertical axis where it is fixed: 0 to 1 for accuracies. */
  readonly bounds?: readonly [number, number];
  /** How values are written. */
  readonly text: (value: number) => string;
}

const height = 184;
const margin = { left: 46, right: 14, top: 10, bottom: 38 };

/** Of a logarithmic loss, the largest value is at least this many times the middle one, or the smallest. */
const spread = { ofMiddle: 10, ofSmallest: 100 } as const;

/** More points than these are not marked by dots one by one. */
const mostDots = 25;

/** Of more points than these the running mean is drawn. */
const mostJumps = { minibatch: 37, epoch: 100 } as const;

/** Curves over minibatches, as wide as they are given room. */
export function curveChart({ title, curves, bounds, text }: CurveChart, width: number): ComponentChild {
  const shown = curves.filter(({ points }) => points.length > 0);
  const x = linearScale(0, Math.max(1, ...shown.map(({ points }) => points.at(-1)?.x ?? 0)), margin.left, width - margin.right, false);
  const values = shown.flatMap(({ points }) => points.map((point) => point.y));
  const y = verticalScale(values, bounds);
  const middle = (margin.left + width - margin.right) / 2;
  return h(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": summary(title, shown, text) },
    ...y.marks.flatMap((mark) => horizontalMark(mark, y.at(mark), width, text)),
    ...x.marks.map((mark) => h("text", { x: x.at(mark), y: height - 22, class: "tick", "text-anchor": "middle" }, short(mark))),
    h("text", { x: middle, y: height - 5, class: "tick", "text-anchor": "middle" }, "minibatches"),
    ...shown.flatMap((curve) => drawn(curve, x, y)),
  );
}

/** A loss that begins far above where it stays is drawn on a logarithmic axis: on a straight one all of its life is one flat line. */
function verticalScale(values: readonly number[], bounds: CurveChart["bounds"]): Scale {
  const bottom = height - margin.bottom;
  if (bounds) return linearScale(bounds[0], bounds[1], bottom, margin.top);
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0] = sorted;
  const high = sorted.at(-1) ?? 1;
  const middle = sorted[sorted.length >> 1] ?? high;
  if (low > 0 && (high / middle > spread.ofMiddle || high / low > spread.ofSmallest))
    return logarithmicScale(low, high, bottom, margin.top);
  return linearScale(Math.min(0, low), high, bottom, margin.top);
}

function horizontalMark(mark: number, y: number, width: number, text: (value: number) => string): ComponentChild[] {
  return [
    h("line", { x1: margin.left, x2: width - margin.right, y1: y, y2: y, class: "grid" }),
    h("text", { x: margin.left - 6, y: y + 4, class: "tick", "text-anchor": "end" }, text(mark)),
  ];
}

function drawn({ points, style, each }: Curve, x: Scale, y: Scale): ComponentChild[] {
  const corners = (list: readonly Point[]) => list.map((point) => `${x.at(point.x).toFixed(1)},${y.at(point.y).toFixed(1)}`).join(" ");
  const line = (list: readonly Point[], kind: string) => h("polyline", { points: corners(list), class: `curve ${kind}` });
  // Single minibatches jump, and so may epochs: where there are many, their running mean is drawn over them.
  const window = Math.round(points.length / 15);
  if (points.length > mostJumps[each]) return [line(points, `${style} raw`), line(runningMean(points, window), style)];
  const dots = each === "epoch" && points.length <= mostDots ? points : points.slice(-1);
  return [
    line(points, style),
    ...dots.map((point) => h("circle", { cx: x.at(point.x), cy: y.at(point.y), r: 2.5, class: `dot ${style}` })),
  ];
}

/** Mean of the points around each point, so that the curve neither lags nor starts off the data. */
function runningMean(points: readonly Point[], window: number): Point[] {
  return points.map(({ x }, index) => {
    const reach = Math.min(window, index, points.length - 1 - index);
    const near = points.slice(index - reach, index + reach + 1);
    return { x, y: near.reduce((sum, point) => sum + point.y, 0) / near.length };
  });
}

/** What a chart says to those who do not see it. */
function summary(title: string, curves: readonly Curve[], text: (value: number) => string): string {
  const parts = curves.map(({ name, points }) => {
    const first = points[0]?.y ?? 0;
    const last = points.at(-1)?.y ?? 0;
    return `${name} from ${text(first)} to ${text(last)}`;
  });
  return parts.length === 0 ? `${title}: nothing yet` : `${title}: ${parts.join("; ")}`;
}
