import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { isCall } from "../../../model/value.js";
import type { WrittenLayer } from "../../../model/written.js";
import type { Parameter, Signature } from "../calls/constructors.js";
import { canonicalKind, constructorsOf, wrappedLayerCalls } from "../calls/constructors.js";
import { layerCall } from "../calls/layer-calls.js";
import { layers } from "../../../facts/layers.js";
import { declarationFor } from "../program/evaluate.js";
import { isForeign } from "../program/foreign-calls.js";
import type { Expression } from "../program/expression.js";
import type { Link, Sequence } from "../program/sequence.js";
import { readRegularization } from "../values/read-regularization.js";
import { lossWeightsOf, readSetting } from "../values/read-value.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf, trimmed } from "../values/recorder.js";
import { isListOfPenalties } from "./settings.js";
import { forget, mayChange } from "./unknown-code.js";

/** The class name of a layer whose making is not in sight: Deeplearning4j's abstract class, unknown to every rule. */
export const unknownLayer = "Layer";

/** What is known about a layer before its settings are read. */
interface Reading {
  name: string | null;
  inner: WrittenLayer | undefined;
  readonly settings: Record<string, Setting<Value>>;
  readonly kind: string;
  readonly owner: string;
  readonly address: string;
}

/**
 * Reads a layer or vertex.
 * @param address `layers.0`, `layers.0.inner`
 */
export function readLayer(expression: Expression, address: string, isVertex: boolean, recorder: Recorder, depth = 0): WrittenLayer {
  const sequence = depth > 8 ? undefined : recorder.sequences.of(expression);
  const kind = sequence && kindOf(sequence);
  if (!sequence || kind === undefined) return opaqueLayer(expression.range, isVertex);
  recorder.builders.set(address, sequence);
  const reading: Reading = { name: null, inner: undefined, settings: {}, kind, owner: sequence.type, address };
  const isOwnClass = recorder.scope.program.types.has(kind.split(".")[0] ?? kind);
  const uses = recorder.apiUses.length;

  if (sequence.made) readConstructor(sequence, reading, recorder, depth);
  for (const link of sequence.links) readLink(link, reading, recorder, depth);
  if (sequence.handedTo.some(({ call }) => call.kind === "invoke" && mayChange({ call, after: 0 }) && isForeign(call, recorder.scope)))
    forgetLayer(reading);
  applyDistribution(reading.settings);
  if (kind === "Upsampling2D") squareSize(reading.settings);

  if (isOwnClass)
    recorder.apiUses.splice(
      uses,
      recorder.apiUses.length - uses,
      ...recorder.apiUses.slice(uses).filter((use) => use.owner !== sequence.type),
    );
  const { name, settings, inner } = reading;
  return {
    name,
    kind: canonicalKind(kind),
    kindRange: kindRangeOf(sequence, kind, recorder),
    isVertex,
    from: [],
    settings,
    ...(inner && { inner }),
  };
}

/** Code of another file had the layer or its builder: what it says may not hold, nor what it does not say. */
function forgetLayer({ settings, address, kind }: Reading): void {
  forget(settings);
  const facts = layers[canonicalKind(kind)];
  for (const key of [...(facts?.weights ? keysWithWeights : []), ...(facts?.kernel ? keysOfWindow : [])])
    settings[key] ??= { value: null, origin: "unknown", range: null, path: `${address}.${key}`, address: `${address}.${key}` };
}

const keysWithWeights = [
  ..."nIn nOut activation weightInit biasInit updater dropOut l1 l2 weightDecay gradientNormalization".split(" "),
  ..."gradientNormalizationThreshold hasBias".split(" "),
];
const keysOfWindow = ["kernel", "stride", "padding", "mode"];

/** A layer of which only the place is known. */
export function opaqueLayer(range: Range, isVertex: boolean): WrittenLayer {
  return { name: null, kind: unknownLayer, kindRange: range, isVertex, from: [], settings: {} };
}

function kindOf(sequence: Sequence): string | undefined {
  const kind = sequence.type.replace(/\.?Builder$/, "");
  return kind === "" ? undefined : kind;
}

function kindRangeOf(sequence: Sequence, kind: string, recorder: Recorder): Range {
  const { start, end } = sequence.typeRange;
  const at = recorder.scope.program.text.slice(start, end).lastIndexOf(kind);
  return at < 0 ? sequence.typeRange : { start: start + at, end: start + at + kind.length };
}

function readConstructor(sequence: Sequence, reading: Reading, recorder: Recorder, depth: number): void {
  const given = sequence.made?.args ?? [];
  recorder.construction(reading.owner, given.length, sequence.typeRange, null);
  if (given.length === 0) return;
  const signature = constructorsOf(reading.kind).find((one) => fits(one, given, recorder));
  signature?.parameters.forEach((parameter, index) => {
    const isLast = index === signature.parameters.length - 1;
    const args = signature.rest && isLast ? given.slice(index) : given.slice(index, index + 1);
    const [first] = args;
    if (!first) return;
    if (parameter.type === "layer") {
      reading.inner = readLayer(first, `${reading.address}.inner`, false, recorder, depth + 1);
      return;
    }
    const at = `${reading.address}.${parameter.key}`;
    const range = trimmed({ args, argsRange: first.range });
    recorder.argument(at, range, sequence.typeRange);
    put(reading, parameter.key, readSetting(parameter, { args, argsRange: range }, at, recorder));
    if (parameter.key === "loss") putLossWeights(first, reading, recorder);
  });
}

function readLink(link: Link, reading: Reading, recorder: Recorder, depth: number): void {
  const [first] = link.args;
  if (wrappedLayerCalls.has(link.name) && first) {
    recorder.method(link, reading.owner, null);
    reading.inner = readLayer(first, `${reading.address}.inner`, false, recorder, depth + 1);
    return;
  }
  if (/^(name|layerName|setName|setLayerName)$/.test(link.name) && first) {
    recorder.method(link, reading.owner, `${reading.address}.name`);
    const name = recorder.plain(first).value;
    reading.name = typeof name === "string" && link.isCertain ? name : null;
    return;
  }
  if (isListOfPenalties(link, recorder)) {
    recorder.method(link, reading.owner, null);
    Object.assign(reading.settings, readRegularization(link, reading.address, recorder));
    return;
  }
  const meaning = layerCall(reading.kind, link.name);
  const at = meaning && `${reading.address}.${meaning.key}`;
  recorder.method(link, reading.owner, at ?? null);
  if (!meaning || at === undefined) return;
  const setting = readSetting(meaning, link, at, recorder);
  const isWhole = meaning.key !== "loss" || link.args.length === 1;
  put(reading, meaning.key, setting && link.isCertain && isWhole ? setting : setting && settingOf({ value: undefined }, trimmed(link), at));
  if (meaning.key === "loss" && first) putLossWeights(first, reading, recorder);
}

function put(reading: Reading, key: string, setting: Setting<Value> | undefined): void {
  if (setting) reading.settings[key] = setting;
}

function putLossWeights(loss: Expression, reading: Reading, recorder: Recorder): void {
  put(reading, "lossWeights", lossWeightsOf(loss, `${reading.address}.lossWeights`, recorder));
}

/** `weightInit(WeightInit.DISTRIBUTION).dist(d)` is that distribution. */
export function applyDistribution(settings: Record<string, Setting<Value>>): void {
  const { weightInit, dist } = settings;
  if (weightInit?.value !== "DISTRIBUTION" || dist === undefined) return;
  settings.weightInit = isCall(dist.value) ? { ...weightInit, value: dist.value } : { ...weightInit, value: null, origin: "unknown" };
}

/** Chooses among constructors by the number of arguments and by what can be seen of them. */
function fits(signature: Signature, given: readonly Expression[], recorder: Recorder): boolean {
  const { parameters, rest } = signature;
  if (rest ? given.length < parameters.length : given.length !== parameters.length) return false;
  return parameters.every((parameter, index) => {
    const argument = given[index];
    return argument !== undefined && isLike(parameter, argument, recorder);
  });
}

function isLike(parameter: Parameter, argument: Expression, recorder: Recorder): boolean {
  const value = recorder.plain(argument).value;
  const { expression } = recorder.meant(argument);
  switch (parameter.type) {
    case "numbers":
      if (value !== undefined) return typeof value === "number" && parameter.isArray !== true;
      return parameter.isArray === true ? mayBeArray(argument, expression, recorder) : expression.kind !== "construct";
    case "number":
      return value === undefined ? expression.kind !== "list" && expression.kind !== "construct" : typeof value === "number";
    case "boolean":
      return value === undefined ? expression.kind === "name" : typeof value === "boolean";
    case "text":
      return typeof value === "string";
    case "layer":
      return value === undefined;
    default:
      return expression.kind !== "list" && (parameter.key === "dropOut" || typeof value !== "number");
  }
}

/** True unless it can be seen that it is one number. */
function mayBeArray(argument: Expression, meant: Expression, { scope }: Recorder): boolean {
  const type = declarationFor(argument, scope)?.type;
  return meant.kind === "list" || (type === undefined ? meant.kind === "name" || meant.kind === "invoke" : type.endsWith("[]"));
}

/** `Upsampling2D.Builder(2)` means twice in both directions. */
function squareSize(settings: Record<string, Setting<Value>>): void {
  const { size } = settings;
  if (size?.origin !== "explicit" || !Array.isArray(size.value) || size.value.length !== 1) return;
  const [factor] = size.value as readonly Value[];
  if (factor !== undefined) settings.size = { ...size, value: [factor, factor] };
}
