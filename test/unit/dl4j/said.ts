import type { ParsedFile, Setting, Value, WrittenLayer, WrittenNetwork } from "../../../core/src/model/index.js";
import { isCall } from "../../../core/src/model/index.js";

/**
 * What was read from a file, a line for each network and layer: `nOut=200{WIDTH}` is the value 200, and the text that it stands
 * at; the text is left out where it says just that. `?`: unknown.
 */
export function saidOf({ networks, text }: ParsedFile): string {
  return networks.flatMap((network) => linesOf(network, text)).join("\n");
}

function linesOf(network: WrittenNetwork, text: string): string[] {
  const { name, kind, train, defaults, inputs, layers } = network;
  const whole = [
    ...settings({ ...train, ...defaults }, text),
    ...inputs.map((input) => `${input.name ?? ""}:${input.type ? written(input.type, text) : ""}`),
  ];
  return [[`${name} (${kind})`, ...whole].join(" "), ...layers.map((layer) => `  ${layerLine(layer, text)}`)];
}

function layerLine(layer: WrittenLayer, text: string): string {
  const from = layer.from.length > 0 ? [`<${layer.from.map(({ name }) => name).join(", ")}>`] : [];
  const name = layer.name === null ? [] : [`${layer.name}:`];
  const inner = layer.inner ? [`[${layerLine(layer.inner, text)}]`] : [];
  return [...name, layer.kind, ...from, ...settings(layer.settings, text), ...inner].join(" ");
}

function settings(all: Readonly<Record<string, Setting<Value>>>, text: string): string[] {
  return Object.entries(all)
    .filter(([, { origin, range }]) => origin !== "unknown" || range !== null)
    .map(([key, setting]) => `${key}=${written(setting, text)}`);
}

function written(setting: Setting<Value>, text: string): string {
  const at = setting.range ? text.slice(setting.range.start, setting.range.end).replace(/\s+/g, " ") : "";
  if (setting.origin === "unknown") return `?{${at}}`;
  const value = shown(setting.value, text);
  return at === value || at === `"${value}"` || at.endsWith(`.${value}`) || isCall(setting.value) ? value : `${value}{${at}}`;
}

function shown(value: Value, text: string): string {
  if (Array.isArray(value)) return value.map((item: Value) => shown(item, text)).join(", ");
  if (!isCall(value)) return typeof value === "object" ? "…" : String(value);
  const args = Object.entries(value.args).map(([key, one]) => `${key} ${written(one, text)}`);
  return `${value.name}(${args.join(", ")})`;
}
