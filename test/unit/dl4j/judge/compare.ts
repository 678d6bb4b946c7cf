import { isObject } from "./json.js";
import type { PlacedLayer, TrueNetwork } from "./network.js";
import type { TrueLayer } from "./layer.js";
import type { Truth } from "./values.js";

/** What `nnlint inspect --format json` says of a network. */
export type Inspected = Readonly<Record<string, unknown>>;

/**
 * `right`: known and as the library has it. `wrong`: claimed, and not so. `unknown`: the library knows and we do not.
 * `missing`: a setting that the library's layer has and ours has not. `untold`: the library's JSON does not say it.
 */
export type Verdict = "right" | "wrong" | "unknown" | "missing" | "untold";

export interface Judged {
  readonly path: string;
  readonly verdict: Verdict;
  readonly ours?: unknown;
  readonly truth?: Truth;
}

/** Settings that a layer with weights has in any case. */
const demanded = [
  ...["nIn", "nOut", "activation", "weightInit", "biasInit", "updater", "dropOut", "l1", "l2", "weightDecay", "gradientNormalization"],
  ...["gradientNormalizationThreshold", "loss", "kernel", "stride", "padding", "mode", "hasBias"],
];

const weightless = [
  "nIn",
  "nOut",
  "weightInit",
  "biasInit",
  "updater",
  "l1",
  "l2",
  "weightDecay",
  "gradientNormalization",
  "gradientNormalizationThreshold",
];

/** What the classes have because their superclass has it, and nothing looks at: not in the model. */
const withoutEffect: Readonly<Record<string, readonly string[]>> = {
  ActivationLayer: weightless,
  BatchNormalization: ["activation", "weightInit", "biasInit"],
  CnnLossLayer: weightless,
  DropoutLayer: [...weightless, "activation"],
  GlobalPoolingLayer: [...weightless, "activation"],
  LocalResponseNormalization: [...weightless, "activation"],
  LossLayer: weightless,
  PReLULayer: ["activation", "weightInit", "biasInit"],
  RnnLossLayer: weightless,
  SubsamplingLayer: [...weightless, "activation"],
  Subsampling1DLayer: [...weightless, "activation"],
  ZeroPaddingLayer: [...weightless, "activation"],
};

/** Judges every setting of a network, and what the library has and we have not. */
export function judge(ours: Inspected, truth: TrueNetwork): Judged[] {
  const layers = objects(ours.layers);
  const judged: Judged[] = [
    verdictOf("kind", ours.kind, truth.kind),
    verdictOf("layers.length", layers.length, truth.layers.length),
    ...settingsOf(record(ours.train), "train", truth.train, []),
  ];
  const byName = truth.kind === "graph" ? new Map(truth.layers.map((layer) => [layer.name, layer])) : undefined;
  layers.forEach((layer, index) => {
    const same = byName ? byName.get(String(layer.name)) : truth.layers[index];
    if (same) judged.push(...judgeLayer(layer, same, `layers.${String(index)}`));
    else judged.push({ path: `layers.${String(index)}`, verdict: "wrong", ours: layer.name, truth: null });
  });
  return judged;
}

function judgeLayer(ours: Inspected, truth: PlacedLayer, path: string): Judged[] {
  const sizes = new Map<string, Truth>([
    ["parameters", truth.parameters],
    ["outputShape", truth.outputShape],
  ]);
  return [
    verdictOf(`${path}.name`, ours.name, truth.name ?? null),
    ...(truth.from ? [verdictOf(`${path}.from`, ours.from, truth.from)] : []),
    ...judgeSettings(ours, truth, path, sizes),
  ];
}

function judgeSettings(ours: Inspected, truth: TrueLayer, path: string, sizes: ReadonlyMap<string, Truth>): Judged[] {
  const settings = new Map([...truth.settings, ...sizes]);
  const optional = withoutEffect[truth.kind] ?? [];
  const isBase = truth.settings.has("weightInit");
  const needed = demanded.filter((key) => (isBase || key === "dropOut") && truth.settings.has(key) && !optional.includes(key));
  const inner = isRecord(ours.inner) ? ours.inner : undefined;
  const judged = [
    verdictOf(`${path}.kind`, ours.kind, truth.kind),
    ...settingsOf(ours, path, settings, truth.inner || inner ? [] : needed, truth.kind),
  ];
  if (!truth.inner) return judged;
  return [
    ...judged,
    ...(inner ? judgeSettings(inner, truth.inner, `${path}.inner`, new Map()) : [missing(`${path}.inner`, truth.inner.kind)]),
  ];
}

function settingsOf(ours: Inspected, path: string, truth: ReadonlyMap<string, Truth>, needed: readonly string[], kind = ""): Judged[] {
  const own = Object.entries(ours).flatMap(([key, setting]) =>
    isSetting(setting) ? [judgeSetting(`${path}.${key}`, setting, truth.get(key), kind)] : [],
  );
  return [...own, ...needed.filter((key) => !(key in ours)).map((key) => missing(`${path}.${key}`, truth.get(key)))];
}

function judgeSetting(path: string, { value, origin }: InspectedSetting, truth: Truth, kind: string): Judged {
  if (truth === undefined) return { path, verdict: "untold", ours: value };
  if (origin === "unknown") return { path, verdict: "unknown", truth };
  return { path, verdict: agrees(path, value, truth, kind) ? "right" : "wrong", ours: value, truth };
}

const missing = (path: string, truth: Truth): Judged => ({ path, verdict: "missing", truth });

function verdictOf(path: string, ours: unknown, truth: Truth): Judged {
  return { path, verdict: same(ours, truth) ? "right" : "wrong", ours, truth };
}

/** Parameters that activations have where none is written. */
const usualParameters: Readonly<Record<string, number>> = { LEAKYRELU: 0.01, ELU: 1, THRESHOLDEDRELU: 1 };
const constants: Readonly<Record<string, number>> = { ZERO: 0, ONES: 1 };
/** Constants of WeightInit that are one class from beta4 on. */
const normals: ReadonlySet<unknown> = new Set(["NORMAL", "LECUN_NORMAL", "XAVIER_FAN_IN"]);

/** Equal, or two spellings of the same. */
function agrees(path: string, ours: unknown, truth: Truth, kind: string): boolean {
  const key = path.slice(path.lastIndexOf(".") + 1);
  if (key === "loss" && Array.isArray(truth)) return truth.includes(ours);
  if (key === "weightInit" && truth === "NORMAL") return normals.has(ours);
  if (typeof ours === "string" && isObject(truth)) {
    const { name, ...parameters } = truth;
    if (name === "ConstantDistribution") return constants[ours] === parameters.value;
    return ours === name && Object.values(parameters).every((parameter) => parameter === usualParameters[ours]);
  }
  if (typeof ours === "number" && isObject(truth)) return truth.applyLR === true && same(ours, truth.coefficient);
  // The library loses the length of a series in some layers, and makes up 1 in others.
  if (key === "outputShape" && isList(ours) && isList(truth) && truth.length === 2 && (truth[1] === null || truth[1] === 1))
    return ours.length === 2 && same(ours[0], truth[0]);
  // One dimension is stored as two numbers, of which the second means nothing.
  if (/1D/.test(kind) && isList(ours) && isList(truth) && ours.length === 1) return same(ours[0], truth[0]);
  return same(ours, truth);
}

function same(ours: unknown, truth: Truth): boolean {
  if (typeof ours === "number" && typeof truth === "number") return Math.abs(ours - truth) <= 1e-9 * Math.max(1e-9, Math.abs(truth));
  if (isList(ours) && isList(truth)) return ours.length === truth.length && ours.every((item, index) => same(item, truth[index]));
  if (isRecord(ours) && isObject(truth)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(truth)]);
    return [...keys].every((key) => same(ours[key], truth[key]));
  }
  return ours === truth;
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

interface InspectedSetting {
  readonly value: unknown;
  readonly origin: string;
}

function isSetting(value: unknown): value is InspectedSetting {
  return isRecord(value) && "origin" in value && "value" in value;
}

function isRecord(value: unknown): value is Inspected {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const record = (value: unknown): Inspected => (isRecord(value) ? value : {});
const objects = (value: unknown): readonly Inspected[] => (Array.isArray(value) ? value.filter(isRecord) : []);
