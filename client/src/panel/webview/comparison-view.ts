import { h, type ComponentChild } from "preact";
import type { ComparedRun, RunState } from "../../training/run-state.js";
import { curveChart, type Curve, type CurveChart } from "./curve-chart.js";
import { isShare, metricText, short } from "./numbers.js";

/** So many runs have a colour of their own. */
const colours = 6;

/** The class that colours a run's curve and its key. */
const styleOf = (index: number) => `run-${index % colours}${index < colours ? "" : " dashed"}`;

/** Several runs side by side: their curves on the same axes, and a row for each. */
export function comparisonView(run: RunState, width: number): ComponentChild[] {
  const chartWidth = width >= 520 ? Math.floor((width - 24) / 2) : width;
  const figures = charts(run).map((chart) => h("figure", {}, h("figcaption", {}, chart.title), curveChart(chart, chartWidth)));
  return [...outcome(run), h("section", { class: "charts", "aria-label": "Curves" }, ...figures), table(run)];
}

function charts({ compared }: RunState): CurveChart[] {
  const losses = { title: "Training loss", curves: curves(compared, "minibatch", ({ loss }) => loss), text: short };
  const name = compared.find(({ metricName }) => metricName !== undefined)?.metricName;
  if (name === undefined) return [losses];
  const share = isShare(name);
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)} after each epoch`;
  const metrics = curves(compared, "epoch", ({ epochMetric }) => epochMetric);
  const text = (value: number) => (share ? `${Math.round(value * 100)} %` : short(value));
  return [losses, { title, curves: metrics, ...(share && { bounds: [0, 1] as const }), text }];
}

function curves(compared: readonly ComparedRun[], each: Curve["each"], points: (run: ComparedRun) => Curve["points"]): Curve[] {
  return compared.map((run, index) => ({ name: run.name, points: points(run), style: styleOf(index), each }));
}

/** What it came to, in a sentence. */
function outcome({ outcome: event }: RunState): ComponentChild[] {
  if (!event) return [];
  if (event.event === "try")
    return [h("p", { class: "outcome" }, `The fix trains ${event.better ? "better" : "no better"}, by ${words[event.by] ?? event.by}.`)];
  const text = event.best === null ? "None of the learning rates was seen to learn." : `The learning rate ${event.best} trains best.`;
  return [h("p", { class: "outcome" }, text)];
}

const words: Readonly<Record<string, string>> = { testLoss: "test loss", trainLoss: "training loss" };

/** What else is known of a run when all is done. */
interface Verdict {
  readonly word: string;
  readonly reason: string;
  readonly isBest: boolean;
}

function verdictOf({ name }: ComparedRun, { outcome: event }: RunState): Verdict {
  if (event?.event === "try") return { word: "", reason: "", isBest: event.better && name === "fixed" };
  const row = event?.table.find(({ run }) => run === name);
  return { word: row?.verdict ?? "", reason: row?.reason ?? "", isBest: event?.best === name };
}

/** What the table has beside the losses. */
interface Columns {
  readonly hasTest: boolean;
  readonly metricName: string | undefined;
  readonly hasVerdict: boolean;
}

function table(run: RunState): ComponentChild {
  const { compared, start, purpose } = run;
  const metricName = compared.find((one) => one.metricName !== undefined)?.metricName;
  const columns = { hasTest: (start?.examples.test ?? 0) > 0, metricName, hasVerdict: purpose.kind === "sweep" };
  const rows = compared.flatMap((one, index) => rowsOf(one, index, columns, verdictOf(one, run)));
  return h("table", { class: "compared" }, h("thead", {}, heads(columns)), h("tbody", {}, ...rows));
}

function heads({ hasTest, metricName, hasVerdict }: Columns): ComponentChild {
  const numbers = ["Minibatches", "Training loss"];
  if (hasTest) numbers.push("Test loss");
  if (metricName !== undefined) numbers.push(`${hasTest ? "Test" : "Training"} ${metricName}`);
  const head = (text: string, kind: string) => h("th", { scope: "col", class: kind }, text);
  return h(
    "tr",
    {},
    head(hasVerdict ? "Rate" : "Run", "name"),
    ...numbers.map((text) => head(text, "number")),
    hasVerdict ? head("Verdict", "") : null,
  );
}

/** A run's numbers, and below them what its verdict rests on. */
function rowsOf(run: ComparedRun, index: number, columns: Columns, { word, reason, isBest }: Verdict): ComponentChild[] {
  const { hasTest, metricName, hasVerdict } = columns;
  const { name, end, step, loss, testLoss, epochMetric } = run;
  const numbers = [(end?.steps ?? step).toLocaleString("en"), short(end ? end.trainLoss : loss.at(-1)?.y)];
  if (hasTest) numbers.push(short(end ? end.testLoss : testLoss.at(-1)?.y));
  if (metricName !== undefined) numbers.push(metricText(metricName, end ? end.metric[metricName] : epochMetric.at(-1)?.y));
  const cells = [
    h("th", { scope: "row", class: `name key swatch ${styleOf(index)}` }, runNames[name] ?? name),
    ...numbers.map((text) => h("td", { class: "number" }, text)),
    hasVerdict ? h("td", {}, word) : null,
  ];
  const below = h("tr", { key: `${name} reason`, class: "reason" }, h("td", { class: "quiet", colSpan: cells.length }, reason));
  return [h("tr", { key: name, class: isBest ? "best" : "" }, ...cells), ...(reason === "" ? [] : [below])];
}

const runNames: Readonly<Record<string, string>> = { "as-is": "As it is", fixed: "With the fix" };
