import type {
  EndEvent,
  EpochEvent,
  ErrorEvent,
  FindingEvent,
  RunEvent,
  StartEvent,
  StepEvent,
  SweepEvent,
  TryEvent,
} from "../../../runner/src/protocol/events.js";
import type { Purpose } from "./purpose.js";

/** A point of a curve: minibatches so far, and the value. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is shown of a layer: its latest measurements, and the middle of its update ratios. */
export interface LayerState {
  readonly layer: string;
  /** log10 of mean update to mean weight: the median of the latest steps; `null` for layers without weights. */
  readonly updateRatio: number | null;
  readonly recentRatios: readonly number[];
  readonly inactive: number | null;
  readonly saturated: number | null;
}

/** How the training of one network has gone so far. */
export interface Progress {
  readonly step: number;
  readonly epoch: number;
  readonly start?: StartEvent;
  /** Training loss by minibatch. */
  readonly loss: readonly Point[];
  /** Test loss at the end of each epoch. */
  readonly testLoss: readonly Point[];
  /** The first metric that the run reports, on minibatches and after each epoch. */
  readonly metricName?: string;
  readonly metric: readonly Point[];
  readonly epochMetric: readonly Point[];
  readonly metricOn: "test" | "train";
  readonly layers: readonly LayerState[];
  readonly end?: EndEvent;
}

/** One of several trainings side by side. */
export interface ComparedRun extends Progress {
  /** Its learning rate; `as-is` or `fixed`. */
  readonly name: string;
}

/** What is trained, as the panel shows it. Plain data, so that it can be sent to the panel and kept for a restart of the window. */
export interface RunState extends Progress {
  readonly uri: string;
  readonly file: string;
  readonly network: string;
  readonly purpose: Purpose;
  readonly phase: "starting" | "running" | "paused" | "ended" | "failed";
  /** How long it may last: each of several runs. */
  readonly limitSeconds: number;
  readonly seconds: number;
  /** What kind each layer is, by its name in the run. */
  readonly layerKinds: Readonly<Record<string, string>>;
  readonly findings: readonly FindingEvent[];
  /** Several runs side by side; their curves stand here alone. */
  readonly compared: readonly ComparedRun[];
  /** What several runs side by side came to. */
  readonly outcome?: SweepEvent | TryEvent;
  readonly error?: Pick<ErrorEvent, "message" | "hint">;
}

const noProgress: Progress = { step: 0, epoch: 0, loss: [], testLoss: [], metric: [], epochMetric: [], metricOn: "test", layers: [] };

/** A run before its first event. */
export function newRun(about: Pick<RunState, "uri" | "file" | "network" | "purpose" | "layerKinds" | "limitSeconds">): RunState {
  return { ...noProgress, ...about, phase: "starting", seconds: 0, findings: [], compared: [] };
}

/** The run after an event. */
export function afterEvent(run: RunState, event: RunEvent): RunState {
  switch (event.event) {
    case "start":
    case "step":
    case "epoch":
    case "end":
      return event.run === undefined ? afterOwn(run, event) : { ...run, ...afterOneOf(run, event.run, event) };
    case "finding":
      return { ...run, findings: [...run.findings, event] };
    case "sweep":
    case "try":
      return { ...run, phase: "ended", outcome: event };
    case "error":
      return { ...run, phase: "failed", error: event };
    case "progress":
      // What comes before the first step the panel does not show.
      return run;
  }
}

type OfProgress = StartEvent | StepEvent | EpochEvent | EndEvent;

function afterOwn(run: RunState, event: OfProgress): RunState {
  const next = { ...run, ...progressAfter(run, event) };
  if (event.event === "start") return { ...next, phase: "running" };
  return event.event === "end" ? { ...next, phase: "ended", seconds: event.seconds } : next;
}

/** Of several runs, what is said of all of them stands in the first one's start. */
function afterOneOf({ compared, start, phase }: RunState, name: string, event: OfProgress): Partial<RunState> {
  if (event.event === "start")
    return { phase: "running", start: start ?? event, compared: [...compared, { ...noProgress, name, start: event }] };
  return { phase, compared: compared.map((one) => (one.name === name ? { ...one, ...progressAfter(one, event) } : one)) };
}

function progressAfter(progress: Progress, event: OfProgress): Progress {
  switch (event.event) {
    case "start":
      return { ...progress, start: event };
    case "step":
      return afterStep(progress, event);
    case "epoch":
      return afterEpoch(progress, event);
    case "end":
      return { ...progress, end: event };
  }
}

function afterStep(run: Progress, event: StepEvent): Progress {
  const metricName = run.metricName ?? Object.keys(event.metric)[0];
  return {
    ...run,
    ...(metricName !== undefined && { metricName, metric: withPoint(run.metric, event.step, event.metric[metricName]) }),
    step: event.step,
    epoch: event.epoch,
    loss: withPoint(run.loss, event.step, event.loss),
    layers: event.layers.map((layer) =>
      afterMeasurement(
        run.layers.find((known) => known.layer === layer.layer),
        layer,
      ),
    ),
  };
}

function afterEpoch(run: Progress, event: EpochEvent): Progress {
  const metricName = run.metricName ?? Object.keys(event.metric)[0];
  const x = event.epoch * minibatchesPerEpoch(run);
  return {
    ...run,
    ...(metricName !== undefined && { metricName, epochMetric: withPoint(run.epochMetric, x, event.metric[metricName]) }),
    metricOn: event.metricOn,
    testLoss: withPoint(run.testLoss, x, event.testLoss),
  };
}

/** Not every minibatch is told, so an epoch's end is reckoned. */
function minibatchesPerEpoch({ start }: Progress): number {
  return start ? Math.ceil(start.examples.train / start.batchSize) : 1;
}

/** The ratios of this many steps are looked at together: single steps jump about. */
const ratioWindow = 15;

function afterMeasurement(known: LayerState | undefined, now: StepEvent["layers"][number]): LayerState {
  const ratio = now.updateRatioLog10;
  const recentRatios = ratio === null ? (known?.recentRatios ?? []) : [...(known?.recentRatios ?? []), ratio].slice(-ratioWindow);
  return { layer: now.layer, updateRatio: median(recentRatios), recentRatios, inactive: now.inactive, saturated: now.saturated };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** A curve keeps at most this many points: every second one goes when there are more. */
const mostPoints = 400;

function withPoint(points: readonly Point[], x: number, y: number | null | undefined): readonly Point[] {
  if (y === null || y === undefined) return points;
  const thinned = points.length >= mostPoints ? points.filter((_, index) => index % 2 === 0) : points;
  return [...thinned, { x, y }];
}
