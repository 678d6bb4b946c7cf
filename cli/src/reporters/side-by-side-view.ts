import { createLogUpdate } from "log-update";
import pc from "picocolors";
import { LineIndex } from "../../../core/src/model/index.js";
import type { ErrorEvent, FindingEvent, RunEvent, SweepEvent, TryEvent, Verdict } from "../../../runner/src/protocol/events.js";
import type { Source } from "../lint-files.js";
import type { RunView } from "../training/show-training.js";
import { sparkline } from "./chart.js";
import { prettyFinding } from "./pretty.js";
import { asFinding, metricTexts, number, startText } from "./run-texts.js";

/** What is known of one run so far. */
interface Curve {
  readonly losses: number[];
  step: number;
  hasEnded: boolean;
}

/** Room for a line's name and numbers beside its curve. */
const numbersWidth = 42;

/** Several runs for people: a line for each whose curve grows where the output is a terminal, and a table at the end. */
export class SideBySideView implements RunView {
  readonly #live = process.stdout.isTTY ? createLogUpdate(process.stdout) : undefined;
  readonly #curves = new Map<string, Curve>();
  readonly #lines: LineIndex;
  #isClosed = false;
  #hasFailed = false;

  constructor(private readonly source: Pick<Source, "path" | "text">) {
    this.#lines = new LineIndex(source.text);
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  show(event: RunEvent): void {
    switch (event.event) {
      case "start":
        if (this.#curves.size === 0) process.stdout.write(startText(event));
        this.#curves.set(event.run ?? "", { losses: [], step: 0, hasEnded: false });
        return;
      case "step":
        this.#step(event.run ?? "", event.step, event.loss ?? NaN);
        return;
      case "end":
        this.#end(event.run ?? "");
        return;
      case "finding":
        this.#finding(event);
        return;
      case "sweep":
        this.#closeCurves();
        process.stdout.write(sweepText(event));
        return;
      case "try":
        this.#closeCurves();
        process.stdout.write(tryText(event));
        return;
      case "error":
        this.#error(event);
        return;
      case "progress":
      case "epoch":
    }
  }

  close(): void {
    this.#live?.done();
  }

  #step(run: string, step: number, loss: number): void {
    const curve = this.#curves.get(run);
    if (!curve) return;
    curve.losses.push(loss);
    curve.step = step;
    this.#live?.(this.#frame());
  }

  #end(run: string): void {
    const curve = this.#curves.get(run);
    if (curve) curve.hasEnded = true;
    this.#live?.(this.#frame());
  }

  #finding(event: FindingEvent): void {
    this.#closeCurves();
    process.stdout.write(`\n${prettyFinding(this.source.path, this.source.text, this.#lines, asFinding(event, this.#lines))}`);
  }

  #error({ message, hint }: ErrorEvent): void {
    this.#hasFailed = true;
    this.close();
    process.stderr.write(`nnlint: ${message}\n        ${hint}\n`);
  }

  #closeCurves(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#live) this.#live.done();
    else process.stdout.write(`${this.#frame()}\n`);
  }

  /** All curves on one scale: from the lowest loss to the highest that a run began with. */
  #frame(): string {
    const curves = [...this.#curves.values()].map(({ losses }) => losses.filter(Number.isFinite)).filter((losses) => losses.length > 0);
    const scale = { low: Math.min(0, ...curves.flat()), high: Math.max(Number.MIN_VALUE, ...curves.map(([first = 0]) => first)) };
    const width = Math.min(80, (process.stdout.isTTY ? process.stdout.columns : 80) - numbersWidth);
    const nameWidth = Math.max(...[...this.#curves.keys()].map((name) => name.length));
    return [...this.#curves]
      .map(([name, { losses, step, hasEnded }]) => {
        const numbers = pc.dim(`loss ${number(losses.at(-1) ?? NaN)} · step ${step}${hasEnded ? " · ended" : ""}`);
        return `  ${pc.bold(name.padEnd(nameWidth))} ${pc.cyan(sparkline(losses, width, scale).padEnd(width))} ${numbers}`;
      })
      .join("\n");
  }
}

const colors: Readonly<Record<Verdict, (text: string) => string>> = {
  learns: pc.green,
  diverges: pc.red,
  flat: pc.yellow,
  "too-short": pc.gray,
};

function sweepText({ best, table }: SweepEvent): string {
  const rows = table.map(({ run, trainLoss, testLoss, metric, verdict, reason }) => ({
    cells: [run, number(trainLoss), ...(testLoss === null ? [] : [number(testLoss)]), metricTexts(metric).join(", "), verdict],
    verdict,
    reason,
  }));
  const hasTest = table.some(({ testLoss }) => testLoss !== null);
  const heads = ["run", "loss", ...(hasTest ? ["test loss"] : []), "", "verdict"];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  const body = rows.map(({ cells, verdict, reason }) => `  ${colors[verdict](line(cells))}  ${pc.dim(reason)}`);
  const end = best === null ? pc.yellow("None of the runs learns.") : pc.green(`Best: ${best}.`);
  return `\n  ${pc.dim(line(heads))}\n${body.join("\n")}\n\n${end}\n`;
}

function tryText({ fix, asIs, fixed, better, by }: TryEvent): string {
  const outcome = ({ trainLoss, testLoss, metric }: TryEvent["asIs"]) =>
    [`loss ${number(trainLoss)}`, ...(testLoss === null ? [] : [`test loss ${number(testLoss)}`]), ...metricTexts(metric)].join(" · ");
  const head = better ? pc.green(`${fix}: better by ${by}.`) : pc.yellow(`${fix}: no better by ${by}.`);
  return `\n  as-is  ${outcome(asIs)}\n  fixed  ${outcome(fixed)}\n\n${head}\n`;
}
