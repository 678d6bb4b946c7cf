import pc from "picocolors";
import {
  isCall,
  isKnown,
  type Call,
  type Layer,
  type Network,
  type Setting,
  type Shape,
  type Updater,
  type WeightDecay,
} from "../../../core/src/model/index.js";

type Shown = number | string | boolean | Call | Updater | WeightDecay | readonly number[];

/** A network as a table for people: one line a layer, then what is in force for the run. */
export function networkTable(network: Network): string {
  const { framework } = network;
  const title = `${pc.bold(network.name)} (Deeplearning4j ${framework.version}, from ${framework.versionFrom})`;
  const rows = [["layer", "kind", "in", "out", "activation", "weights from", "parameters"], ...network.layers.map(layerRow)];
  const { updater, epochs, batchSize, l1, l2, gradientNormalization, seed } = network.train;
  const run = Object.entries({ updater, epochs, batchSize, l1, l2, gradientNormalization, seed }).map(
    ([name, setting]) => `  ${name.padEnd(22)} ${shown(setting)}`,
  );
  return `${[title, ...columns(rows), pc.dim(`  ${text(network.parameters)} parameters`), ...run].join("\n")}\n`;
}

function layerRow(layer: Layer): string[] {
  const { name, kind, inner, nIn, activation, weightInit, outputShape, parameters } = layer;
  const weights = inner ?? layer;
  return [
    name,
    inner ? `${kind}(${inner.kind})` : kind,
    text(weights.nIn ?? nIn),
    isKnown(outputShape) ? shapeText(outputShape.value) : "?",
    text(weights.activation ?? activation),
    text(weights.weightInit ?? weightInit),
    text(parameters),
  ];
}

/** Two spaces between columns as wide as their widest cell. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row, index) => {
    const line = `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
    return index === 0 ? pc.dim(line) : line;
  });
}

function text(setting: Setting<Shown> | undefined): string {
  if (setting === undefined) return "";
  return isKnown(setting) ? valueText(setting.value) : "?";
}

function shown(setting: Setting<Shown>): string {
  return `${text(setting)}${setting.origin === "explicit" || setting.origin === "unknown" ? "" : pc.dim(` (${setting.origin})`)}`;
}

function valueText(value: Shown): string {
  if (typeof value !== "object") return String(value);
  if ("length" in value) return value.join(" × ");
  if ("coefficient" in value) return String(value.coefficient);
  const args = isCall(value as Call) && "args" in value ? value.args : value;
  const said = Object.entries(args).flatMap(([name, part]) => (isSetting(part) ? [`${name}: ${text(part)}`] : []));
  return said.length === 0 ? value.name : `${value.name}(${said.join(", ")})`;
}

function isSetting(part: unknown): part is Setting<Shown> {
  return typeof part === "object" && part !== null && "origin" in part;
}

function shapeText(shape: Shape): string {
  if (shape.kind === "feedForward") return String(shape.size);
  if (shape.kind === "recurrent") return `${shape.size} × ${shape.steps ?? "steps"}`;
  return `${shape.channels} × ${shape.height} × ${shape.width}`;
}
