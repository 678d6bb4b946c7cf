import { createLogUpdate } from "log-update";
import pc from "picocolors";
import { LineIndex } from "../../../core/src/model/index.js";
import type {
  EndEvent,
  EpochEvent,
  ErrorEvent,
  FindingEvent,
  ProgressEvent,
  RunEvent,
  StepEvent,
} from "../../../runner/src/protocol/events.js";
import type { Source } from "../lint-files.js";
import type { RunView } from "../training/show-training.js";
import { classesText } from "./class-table.js";
import { columnChart } from "./chart.js";
import { prettyFinding } from "./pretty.js";
import { asFinding, counted, metricTexts, number, startText } from "./run-texts.js";

const chartHeight = 8;
/** Room for the numbers beside the chart. */
const scaleWidth = 10;
/** Where the output is no terminal, epochs are told no more often than this. */
const leastMilliseconds = 1000;

/** A training run for people: a curve that grows where the output is a terminal, else a line now and then; then what it came to. */
export class TrainingView implements RunView {
  readonly #live = process.stdout.isTTY ? createLogUpdate(process.stdout) : undefined;
  readonly #losses: number[] = [];
  readonly #lines: LineIndex;
  #now = "";
  #lastTold = 0;
  #findings = 0;
  #hasFailed = false;

  constructor(private readonly source: Pick<Source, "path" | "text">) {
    this.#lines = new LineIndex(source.text);
  }

  /** An error event has said why the run did not end well. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  show(event: RunEvent): void {
    switch (event.event) {
      case "start": {
        this.#print(startText(event));
        return;
      }
      case "progress": {
        this.#progress(event);
        return;
      }
      case "step": {
        this.#step(event);
        return;
      }
      case "epoch": {
        this.#epoch(event);
        return;
      }
      case "finding": {
        this.#finding(event);
        return;
      }
      case "end": {
        this.#end(event);
        return;
      }
      case "error": {
        this.#error(event);
        return;
      }
      case "sweep":
      case "try":
        throw new Error("One run is shown, not several side by side.");
    }
  }

  /** Leaves the last curve on the screen. */
  close(): void {
    this.#live?.done();
  }

  /** One line that changes where the output is a terminal, else a line now and then. */
  #progress({ stage, text, done, of, error }: ProgressEvent): void {
    const share = of === null || stage === "pretraining" ? "" : ` (${Math.round((100 * done) / of)} %)`;
    const line = `  ${stage} ${text}${share}${error === undefined ? "" : `, reconstruction error ${number(error)}`}`;
    if (this.#live) this.#live(line);
    else if (stage === "pretraining" || Date.now() - this.#lastTold >= leastMilliseconds) {
      this.#lastTold = Date.now();
      this.#print(`${line}\n`);
    }
  }

  #step(event: StepEvent): void {
    this.#losses.push(event.loss ?? NaN);
    this.#now = progressText(event);
    this.#live?.(this.#frame());
  }

  #epoch(event: EpochEvent): void {
    const text = epochText(event);
    this.#now = text;
    if (this.#live) {
      this.#live(this.#frame());
      return;
    }
    if (Date.now() - this.#lastTold < leastMilliseconds) return;
    this.#lastTold = Date.now();
    this.#print(`  ${text}\n`);
  }

  #finding(event: FindingEvent): void {
    if (this.#findings++ === 0) this.#closeCurve();
    this.#print(`\n${prettyFinding(this.source.path, this.source.text, this.#lines, asFinding(event, this.#lines))}`);
  }

  #end(event: EndEvent): void {
    if (this.#findings === 0) this.#closeCurve();
    this.#print(`${endText(event, this.#findings)}${classesText(event)}`);
  }

  #error({ message, hint }: ErrorEvent): void {
    this.#hasFailed = true;
    this.close();
    process.stderr.write(`nnlint: ${message}\n        ${hint}\n`);
  }

  #closeCurve(): void {
    if (this.#live) this.#live.done();
    else if (this.#losses.length > 0) this.#print(`${this.#frame()}\n`);
  }

  #frame(): string {
    return `${this.#curve().join("\n")}\n  ${this.#now}${this.#live ? pc.dim("   Ctrl+C stops") : ""}`;
  }

  /** The training loss with its scale at the left. */
  #curve(): string[] {
    const width = Math.min(100, (process.stdout.isTTY ? process.stdout.columns : 80) - scaleWidth - 2);
    const finite = this.#losses.filter(Number.isFinite);
    const chart = columnChart(this.#losses, width, chartHeight);
    return chart.map((line, index) => {
      const mark = index === 0 ? number(Math.max(...finite)) : index === chartHeight - 1 ? number(Math.min(...finite, 0)) : "";
      return `${pc.dim(mark.padStart(scaleWidth - 2))} ${pc.dim("│")}${pc.cyan(line)}`;
    });
  }

  #print(text: string): void {
    process.stdout.write(text);
  }
}

function progressText({ epoch, step, loss, metric }: StepEvent): string {
  return [`epoch ${epoch}`, `step ${step}`, `loss ${number(loss)}`, ...metricTexts(metric)].join(" · ");
}

function epochText({ epoch, trainLoss, testLoss, metric, metricOn, seconds }: EpochEvent): string {
  const test = testLoss === null ? [] : [`test loss ${number(testLoss)}`];
  const metrics = metricTexts(metric).map((text) => (metricOn === "test" ? `test ${text}` : text));
  return [`epoch ${epoch}`, `loss ${number(trainLoss)}`, ...test, ...metrics, `${seconds.toFixed(1)} s`].join(" · ");
}

const reasons: Readonly<Record<EndEvent["reason"], string>> = {
  completed: "Trained to the end",
  "stopped-early": "Stopped early: no more improvement",
  cancelled: "Cancelled",
  time: "Time is up",
  diverged: "The loss is no longer a number",
};

function endText(event: EndEvent, findings: number): string {
  const { reason, trainLoss, testLoss, metric, metricOn, steps, epochs, seconds } = event;
  const bad = reason === "diverged" || findings > 0;
  const test = testLoss === null ? [] : [`test loss ${number(testLoss)}`];
  const metrics = metricTexts(metric).map((text) => `${metricOn === "test" ? "test" : "training"} ${text}`);
  const numbers = [`loss ${number(trainLoss)}`, ...test, ...metrics].join(", ");
  const verdict = findings === 0 ? "" : ` ${findings === 1 ? "1 finding" : `${findings} findings`}.`;
  const head = `${reasons[reason]} after ${counted(epochs, "epoch")}, ${counted(steps, "step")}, ${seconds.toFixed(1)} s.`;
  return `\n${bad ? pc.yellow(head) : pc.green(head)} ${numbers[0]?.toUpperCase() ?? ""}${numbers.slice(1)}.${verdict}\n`;
}
