import { h, type ComponentChild } from "preact";
import type { PanelAction } from "../messages.js";
import type { RunState } from "../../training/run-state.js";
import { comparisonView } from "./comparison-view.js";
import { curveChart } from "./curve-chart.js";
import { findingList } from "./finding-list.js";
import { isShare, short } from "./numbers.js";
import { ratioChart } from "./ratio-chart.js";
import { runHeader } from "./run-header.js";
import { withCode } from "./with-code.js";

/** What the view needs from the page around it. */
export interface Surroundings {
  readonly width: number;
  readonly act: (action: PanelAction) => void;
  /** Rules that have a page. */
  readonly pages: readonly string[];
}

/** The whole panel for one run. A run that could not start has no curves to show. */
export function runView(run: RunState, surroundings: Surroundings): ComponentChild[] {
  const head = [...runHeader(run, surroundings.act), ...notices(run)];
  if (run.compared.length > 0)
    return [...head, ...comparisonView(run, surroundings.width), findings(run, surroundings), ...departures(run)];
  if (run.phase === "failed" && run.loss.length === 0) return [...head, ...departures(run)];
  return [...head, charts(run, surroundings.width), layers(run), findings(run, surroundings), ...departures(run)];
}

function notices({ start, error, metricName }: RunState): ComponentChild[] {
  const made: ComponentChild[] = [];
  if (error)
    made.push(h("p", { class: "notice error", role: "alert" }, h("strong", {}, ...withCode(error.message)), " ", ...withCode(error.hint)));
  if (start?.data === "synthetic") {
    const text = `The data could not be read, so it was invented in the right shape: the ${metricName ?? "accuracy"} means nothing; how the layers learn does.`;
    made.push(h("p", { class: "notice" }, text));
  }
  return made;
}

function charts(run: RunState, width: number): ComponentChild {
  const name = run.metricName ?? "accuracy";
  const chartWidth = width >= 520 ? Math.floor((width - 24) / 2) : width;
  const loss = { title: "Loss", curves: curves(run.loss, run.testLoss), text: short };
  const metric = {
    title: name,
    curves: curves(run.metric, run.epochMetric),
    ...(isShare(name) && { bounds: [0, 1] as const }),
    text: (value: number) => (isShare(name) ? `${Math.round(value * 100)} %` : short(value)),
  };
  const figure = (title: string, chart: ComponentChild) => h("figure", {}, h("figcaption", {}, title), chart);
  return h(
    "section",
    { class: "charts", "aria-label": "Curves" },
    legend(run),
    figure("Loss", curveChart(loss, chartWidth)),
    figure(name.charAt(0).toUpperCase() + name.slice(1), curveChart(metric, chartWidth)),
  );
}

function curves(train: RunState["loss"], test: RunState["loss"]) {
  return [
    { name: "minibatches", points: train, style: "train", each: "minibatch" },
    { name: "epochs", points: test, style: "test", each: "epoch" },
  ] as const;
}

function legend({ metricOn }: RunState): ComponentChild {
  return h(
    "p",
    { class: "legend" },
    h("span", { class: "key train" }, "training minibatches"),
    h("span", { class: "key test" }, metricOn === "test" ? "test, each epoch" : "each epoch"),
  );
}

function layers({ layers: shown, layerKinds }: RunState): ComponentChild {
  const text =
    "Size of the updates against the size of the weights. About −3 is ideal (a thousandth); outside of −4 to −2 something is off.";
  return h("section", {}, h("h2", {}, "Updates by layer"), h("p", { class: "quiet" }, text), ratioChart(shown, layerKinds));
}

function findings(run: RunState, surroundings: Surroundings): ComponentChild {
  const isJudged = run.findings.length > 0 || run.phase === "ended";
  const later = h("p", { class: "quiet" }, "Judged at the end of the run.");
  return h("section", {}, h("h2", {}, "What this run showed"), isJudged ? findingList(run, surroundings) : later);
}

/** What the run does otherwise than Deeplearning4j. */
function departures({ start }: RunState): ComponentChild[] {
  const list = start?.unsupported ?? [];
  if (list.length === 0) return [];
  const items = list.map(({ setting, reason }) => h("li", {}, h("code", {}, setting), ": ", ...withCode(reason)));
  return [h("section", {}, h("h2", {}, "Not as in Deeplearning4j"), h("ul", { class: "departures" }, ...items))];
}
