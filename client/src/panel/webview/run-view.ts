import type { PanelAction } from "../messages.js";
import type { RunState } from "../../training/run-state.js";
import { curveChart } from "./curve-chart.js";
import { button, element, withCode } from "./elements.js";
import { findingList } from "./finding-list.js";
import { counted, isShare, metricText, short } from "./numbers.js";
import { ratioChart } from "./ratio-chart.js";

/** What the view needs from the page around it. */
export interface Surroundings {
  readonly width: number;
  readonly act: (action: PanelAction) => void;
  /** Rules that have a page. */
  readonly pages: readonly string[];
}

/** The whole panel for one run. A run that could not start has no curves to show. */
export function runView(run: RunState, surroundings: Surroundings): Node[] {
  const head = [header(run, surroundings), ...notices(run)];
  if (run.phase === "failed" && run.loss.length === 0) return [...head, departures(run)];
  return [...head, charts(run, surroundings.width), layers(run, surroundings.width), findings(run, surroundings), departures(run)];
}

function header(run: RunState, { act }: Surroundings): HTMLElement {
  return element(
    "header",
    {},
    element(
      "div",
      { class: "title" },
      element("h1", {}, run.network),
      element("span", { class: `phase ${run.phase} ${run.end?.reason ?? ""}` }, phaseText(run)),
      controls(run, act),
    ),
    element("p", { class: "quiet" }, aboutRun(run)),
    ...(run.phase === "failed" ? [] : [progress(run)]),
    ...(run.loss.length > 0 ? [figures(run)] : []),
  );
}

/** How the run stands, in words; announced to screen readers by the page. */
export function phaseText({ phase, end }: RunState): string {
  switch (phase) {
    case "starting":
      return "Starting";
    case "running":
      return "Training";
    case "paused":
      return "Paused";
    case "failed":
      return "Could not train";
    case "ended":
      return end ? endTexts[end.reason] : "Ended";
  }
}

const endTexts = {
  completed: "Completed",
  "stopped-early": "Stopped early: the test score no longer improved",
  cancelled: "Stopped",
  time: "Time is up",
  diverged: "Diverged",
} as const;

function controls({ phase }: RunState, act: Surroundings["act"]): HTMLElement {
  const stop = button("Stop", () => act({ action: "stop" }), { class: "secondary" });
  const pause = button("Pause", () => act({ action: "pause" }), { class: "secondary" });
  const resume = button("Resume", () => act({ action: "resume" }));
  const again = button("Train again", () => act({ action: "again" }));
  const shown = { starting: [stop], running: [pause, stop], paused: [resume, stop], ended: [again], failed: [again] }[phase];
  return element("div", { class: "controls", role: "group", "aria-label": "Training" }, ...shown);
}

function aboutRun({ start, file }: RunState): string {
  if (!start) return file;
  const { backend, why, parameters, examples, data } = start;
  const test = examples.test > 0 ? ` and ${examples.test.toLocaleString("en")} test` : "";
  return [
    file,
    `${examples.train.toLocaleString("en")} training${test} examples of ${data}`,
    counted(parameters, "parameter"),
    `computed by ${backend}${why === "" ? "" : ` (${why})`}`,
  ].join(" · ");
}

function progress({ phase, seconds, limitSeconds, end }: RunState): HTMLElement {
  if (phase === "ended") return element("p", { class: "quiet progress" }, `Took ${short(end?.seconds)} s.`);
  const bar = element("progress", { max: String(limitSeconds), "aria-label": "Time used" });
  if (phase !== "starting") bar.value = Math.min(seconds, limitSeconds);
  return element(
    "div",
    { class: "progress" },
    bar,
    element("span", { class: "quiet" }, `${Math.round(seconds)} of at most ${limitSeconds} s`),
  );
}

/** The numbers that people look for first. */
function figures(run: RunState): HTMLElement {
  const { end, metricName, step, epoch } = run;
  const name = metricName ?? "accuracy";
  const on = run.metricOn === "test" ? "Test" : "Training";
  const last = end ? end.metric[name] : run.epochMetric.at(-1)?.y;
  const facts: [string, string][] = [
    ["Epoch", String(end?.epochs ?? epoch)],
    ["Minibatches", (end?.steps ?? step).toLocaleString("en")],
    ["Training loss", short(end ? end.trainLoss : run.loss.at(-1)?.y)],
    ["Test loss", short(end ? end.testLoss : run.testLoss.at(-1)?.y)],
    [`${on} ${name}`, metricText(name, last)],
  ];
  return element(
    "dl",
    { class: "figures" },
    ...facts.map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", {}, value))),
  );
}

function notices({ start, error, metricName }: RunState): HTMLElement[] {
  const made: HTMLElement[] = [];
  if (error)
    made.push(
      element(
        "p",
        { class: "notice error", role: "alert" },
        element("strong", {}, ...withCode(error.message)),
        " ",
        ...withCode(error.hint),
      ),
    );
  if (start?.data === "synthetic") {
    const text = `The data could not be read, so it was invented in the right shape: the ${metricName ?? "accuracy"} means nothing; how the layers learn does.`;
    made.push(element("p", { class: "notice" }, text));
  }
  return made;
}

function charts(run: RunState, width: number): HTMLElement {
  const name = run.metricName ?? "accuracy";
  const chartWidth = width >= 520 ? Math.floor((width - 24) / 2) : width;
  const loss = { title: "Loss", curves: curves(run.loss, run.testLoss), text: short };
  const metric = {
    title: name,
    curves: curves(run.metric, run.epochMetric),
    ...(isShare(name) && { bounds: [0, 1] as const }),
    text: (value: number) => (isShare(name) ? `${Math.round(value * 100)} %` : short(value)),
  };
  const figure = (title: string, chart: SVGSVGElement) => element("figure", {}, element("figcaption", {}, title), chart);
  return element(
    "section",
    { class: "charts", "aria-label": "Curves" },
    legend(run),
    figure("Loss", curveChart(loss, chartWidth)),
    figure(name.charAt(0).toUpperCase() + name.slice(1), curveChart(metric, chartWidth)),
  );
}

function curves(train: RunState["loss"], test: RunState["loss"]) {
  return [
    { name: "minibatches", points: train, style: "train" },
    { name: "epochs", points: test, style: "test" },
  ] as const;
}

function legend({ metricOn }: RunState): HTMLElement {
  return element(
    "p",
    { class: "legend" },
    element("span", { class: "key train" }, "training minibatches"),
    element("span", { class: "key test" }, metricOn === "test" ? "test, each epoch" : "each epoch"),
  );
}

function layers(run: RunState, width: number): HTMLElement {
  return element(
    "section",
    {},
    element("h2", {}, "Updates by layer"),
    element(
      "p",
      { class: "quiet" },
      "Size of the updates against the size of the weights. About −3 is ideal (a thousandth); outside of −4 to −2 something is off.",
    ),
    ratioChart(run.layers, Math.max(120, Math.min(360, width - 260))),
  );
}

function findings(run: RunState, surroundings: Surroundings): HTMLElement {
  const shown = run.findings.length > 0 || run.phase === "ended";
  return element(
    "section",
    {},
    element("h2", {}, "What this run showed"),
    shown ? findingList(run, surroundings) : element("p", { class: "quiet" }, "Judged at the end of the run."),
  );
}

/** What the run does otherwise than Deeplearning4j. */
function departures({ start }: RunState): HTMLElement {
  const list = start?.unsupported ?? [];
  if (list.length === 0) return element("section", { hidden: "" });
  const items = list.map(({ setting, reason }) => element("li", {}, element("code", {}, setting), ": ", ...withCode(reason)));
  return element("section", {}, element("h2", {}, "Not as in Deeplearning4j"), element("ul", {}, ...items));
}
