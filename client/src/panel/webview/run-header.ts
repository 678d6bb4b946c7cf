import { h, type ComponentChild } from "preact";
import type { PanelAction } from "../messages.js";
import type { RunState } from "../../training/run-state.js";
import { counted, metricText, short } from "./numbers.js";

/** What is trained, how it stands, and what can be done. */
export function runHeader(run: RunState, act: (action: PanelAction) => void): ComponentChild[] {
  const isRunning = run.phase !== "ended" && run.phase !== "failed";
  return [
    h(
      "header",
      { class: "title" },
      h("h1", {}, run.network),
      h("span", { class: `phase ${run.phase} ${run.end?.reason ?? ""}` }, phaseText(run)),
      controls(run, act),
    ),
    ...aboutRun(run).map((line) => h("p", { class: "quiet" }, line)),
    ...(isRunning ? [progress(run)] : []),
    ...(run.loss.length > 0 ? [figures(run)] : []),
  ];
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

const buttons = {
  stop: { label: "Stop", class: "secondary" },
  pause: { label: "Pause", class: "secondary" },
  resume: { label: "Resume", class: "primary" },
  again: { label: "Train again", class: "primary" },
  rates: { label: "Other rates…", class: "secondary" },
} as const;

const offered = {
  starting: ["stop"],
  running: ["pause", "stop"],
  paused: ["resume", "stop"],
  ended: ["again"],
  failed: ["again"],
} as const satisfies Record<RunState["phase"], readonly (keyof typeof buttons)[]>;

function controls({ phase, uri, network, purpose, compared }: RunState, act: (action: PanelAction) => void): ComponentChild {
  const isOver = phase === "ended" || phase === "failed";
  const names: readonly (keyof typeof buttons)[] = isOver && purpose.kind === "sweep" ? ["rates", ...offered[phase]] : offered[phase];
  const actionOf = (name: keyof typeof buttons): PanelAction => {
    if (name === "again") return { action: name, uri, network, purpose };
    return name === "rates" ? { action: name, uri, network, learningRates: compared.map((run) => run.name) } : { action: name };
  };
  const shown = names.map((name) => {
    const { label, ...attributes } = buttons[name];
    return h("button", { type: "button", key: name, onClick: () => act(actionOf(name)), ...attributes }, label);
  });
  return h("div", { class: "controls", role: "group", "aria-label": "Training" }, ...shown);
}

/** What several runs are for. */
function purposeText({ purpose }: RunState): string[] {
  if (purpose.kind === "train") return [];
  return [
    purpose.kind === "sweep"
      ? "Learning rates side by side"
      : `Without and with the fix of ${purpose.fix.rule}: ${purpose.fix.title ?? ""}`,
  ];
}

/** What is trained on what, and what computes it. */
function aboutRun(run: RunState): string[] {
  const { start, file } = run;
  if (!start) return [...purposeText(run), file];
  const { backend, why, parameters, examples, data } = start;
  const test = examples.test > 0 ? ` and ${examples.test.toLocaleString("en")} test` : "";
  const source = data === "synthetic" ? ", invented" : ` of ${data}`;
  return [
    ...purposeText(run),
    `${file} · ${counted(parameters, "parameter")} · ${examples.train.toLocaleString("en")} training${test} examples${source}`,
    `Computed by ${backend}${why === "" ? "" : ` (${why})`}`,
  ];
}

function progress({ phase, seconds, limitSeconds }: RunState): ComponentChild {
  const used = phase === "starting" ? {} : { value: Math.min(seconds, limitSeconds) };
  return h(
    "div",
    { class: "progress" },
    h("progress", { max: limitSeconds, "aria-label": "Time used", ...used }),
    h("span", { class: "quiet" }, `${Math.round(seconds)} of at most ${limitSeconds} s`),
  );
}

/** The numbers that people look for first. */
function figures(run: RunState): ComponentChild {
  const { end, metricName, start, step, epoch } = run;
  const name = metricName ?? "accuracy";
  const on = run.metricOn === "test" ? "Test" : "Training";
  const last = end ? end.metric[name] : run.epochMetric.at(-1)?.y;
  const facts: [string, string][] = [
    [end ? "Epochs" : "Epoch", String(end?.epochs ?? epoch)],
    ["Minibatches", (end?.steps ?? step).toLocaleString("en")],
    ["Training loss", short(end ? end.trainLoss : run.loss.at(-1)?.y)],
    ...(start?.examples.test === 0 ? [] : [["Test loss", short(end ? end.testLoss : run.testLoss.at(-1)?.y)] satisfies [string, string]]),
    [`${on} ${name}`, metricText(name, last)],
    ...(end ? [["Seconds", short(end.seconds)] satisfies [string, string]] : []),
  ];
  return h("dl", { class: "figures" }, ...facts.map(([term, value]) => h("div", { key: term }, h("dt", {}, term), h("dd", {}, value))));
}
