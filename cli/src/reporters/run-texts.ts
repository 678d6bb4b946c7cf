import pc from "picocolors";
import type { LineIndex, Finding } from "../../../core/src/model/index.js";
import type { EndEvent, FindingEvent, StartEvent } from "../../../runner/src/protocol/events.js";

/** What is trained, on what, with what, and what is done otherwise than in Deeplearning4j. */
export function startText({ network, parameters, examples, data, backend, asked, why, unsupported }: StartEvent): string {
  const invented =
    data === "synthetic" ? pc.yellow("\n  The data is invented: what is said of accuracy means nothing. Give a file with --data.") : "";
  const departures = unsupported.map(({ setting, reason }) => `\n  ${pc.yellow("otherwise than Deeplearning4j")} ${setting}: ${reason}`);
  const test = examples.test > 0 ? `, ${examples.test} to test on` : "";
  const backendWhy = asked === "auto" || asked === backend ? "" : pc.dim(` (${why})`);
  return `${pc.bold(network)}: ${parameters} parameters, ${examples.train} examples of ${data}${test}, on ${backend}${backendWhy}${invented}${departures.join("")}\n\n`;
}

/** Metrics by name, shares in percent. */
export function metricTexts(metric: EndEvent["metric"]): string[] {
  return Object.entries(metric).map(([name, value]) => {
    const isShare = name.endsWith("accuracy");
    return `${name} ${isShare && value !== null ? `${(value * 100).toFixed(1)} %` : number(value)}`;
  });
}

/** A run's finding as those of the linter are. */
export function asFinding(
  { rule, severity, message, detail, network, layer, setting, range, fixes }: FindingEvent,
  lines: LineIndex,
): Finding {
  const offsets = (at: FindingEvent["range"]) => ({ start: lines.offsetAt(at.start), end: lines.offsetAt(at.end) });
  return {
    ...{ rule, severity, message, detail, network, layer, setting },
    range: offsets(range),
    related: [],
    fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(({ range: at, newText }) => ({ range: offsets(at), newText })) })),
  };
}

/** `1 epoch`, `2 epochs` */
export function counted(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}

/** Four digits that mean something; `–` for what is not a number. */
export function number(value: number | null): string {
  return value === null || !Number.isFinite(value) ? "–" : String(Number(value.toPrecision(4)));
}
