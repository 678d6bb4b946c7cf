import type { Layer, Network, Shape } from "../model/network.js";
import type { LineRange } from "../model/lines.js";
import type { Range } from "../model/range.js";
import { isSetting, type Setting } from "../model/setting.js";
import type { WrittenNetwork } from "../model/written.js";
import { shapeList } from "./shapes.js";
import { sizeOfWeights } from "./size-of-input.js";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type ToLines = (range: Range) => LineRange;

/** The network as plain JSON: `nnlint inspect --format json`. Every setting is `{ value, origin, range }`. */
export function inspectNetwork(network: Network, toLines: ToLines): Json {
  const { name, notation, kind, framework, train, data, inputs, layers, parameters } = network;
  const { isTrained, ...trainSettings } = train;
  return {
    name,
    notation,
    kind,
    framework: { ...framework },
    train: settings(trainSettings, toLines),
    data: settings({ ...data, trainProfile: undefined, testProfile: undefined, trainFault: undefined, testFault: undefined }, toLines),
    inputs: inputs.map((input) => ({ name: input.name, type: setting(input.type, toLines) })),
    layers: layers.map((layer) => inspectLayer(layer, layer.inputShape, network.written, toLines)),
    parameters: setting(parameters, toLines),
    isTrained,
  };
}

function inspectLayer(layer: Layer, inputShape: Shape | undefined, written: WrittenNetwork, toLines: ToLines): Json {
  const { name, index, kind, from, inner, more, ...rest } = layer;
  // A subset's first index is `from` in the model; here that says what feeds the vertex.
  const { from: fromIndex, ...others } = more;
  const own: Record<string, unknown> = { ...rest, nIn: sizeOfWeights(written, kind, layer.nIn, inputShape) };
  for (const key of ["id", "kindRange", "isVertex", "inputShape"]) Reflect.deleteProperty(own, key);
  return {
    name,
    index,
    kind,
    from: [...from],
    ...settings(own, toLines),
    ...settings({ ...others, fromIndex }, toLines),
    ...(inner ? { inner: inspectLayer(inner, inputShape, written, toLines) } : {}),
  };
}

function settings(record: object, toLines: ToLines): Record<string, Json> {
  const entries: [string, unknown][] = Object.entries(record);
  return Object.fromEntries(entries.flatMap(([key, value]) => (isSetting(value) ? [[key, setting(value, toLines)]] : [])));
}

function setting({ value, exact, origin, range }: Setting<unknown>, toLines: ToLines): Json {
  if (origin === "unknown") return { value: null, origin, range: range && rangeJson(toLines(range)) };
  return { value: plain(exact ?? value), origin, range: range && rangeJson(toLines(range)) };
}

const rangeJson = ({ start, end }: LineRange): Json => ({ start: { ...start }, end: { ...end } });

const shapeKinds = new Set(["feedForward", "recurrent", "convolutional", "convolutionalFlat", "convolutional3D"]);

/** A value without the settings inside it: updaters, schedules and distributions as `{ name, … }`, shapes as lists. */
function plain(value: unknown): Json {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object") return null;
  if (isSetting(value)) return value.origin === "unknown" ? null : plain(value.exact ?? value.value);
  if ("kind" in value && shapeKinds.has(String(value.kind))) return shapeList(value as Shape);
  const { args, ...own } = value as { readonly args?: object };
  return Object.fromEntries(Object.entries({ ...own, ...args }).map(([key, part]) => [key, plain(part)]));
}
