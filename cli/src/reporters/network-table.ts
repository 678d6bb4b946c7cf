import pc from "picocolors";
import { settingText } from "../../../core/src/analysis/workspace.js";
import type { Layer, Network, Setting } from "../../../core/src/model/index.js";
import { sizeOfWeights } from "../../../core/src/resolve/size-of-input.js";

/** A network as a table for people: one line a layer, then what is in force for the run. */
export function networkTable(network: Network): string {
  const { framework } = network;
  const title = `${pc.bold(network.name)} (Deeplearning4j ${framework.version}, from ${framework.versionFrom})`;
  const rows = [
    ["layer", "kind", "in", "out", "activation", "weights from", "parameters"],
    ...network.layers.map((layer) => layerRow(layer, network)),
  ];
  const { updater, epochs, batchSize, l1, l2, gradientNormalization, seed } = network.train;
  const run = Object.entries({ updater, epochs, batchSize, l1, l2, gradientNormalization, seed }).map(
    ([name, setting]) => `  ${name.padEnd(22)} ${shown(setting)}`,
  );
  return `${[title, ...columns(rows), pc.dim(`  ${text(network.parameters)} parameters`), ...run].join("\n")}\n`;
}

function layerRow(layer: Layer, { written }: Network): string[] {
  const { name, kind, inner, nIn, activation, weightInit, outputShape, parameters } = layer;
  const weights = inner ?? layer;
  return [
    name,
    inner ? `${kind}(${inner.kind})` : kind,
    text(sizeOfWeights(written, weights.kind, weights.nIn ?? nIn, layer.inputShape)),
    text(outputShape),
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

function text(setting: Setting<unknown> | undefined): string {
  return setting === undefined ? "" : settingText(setting);
}

function shown(setting: Setting<unknown>): string {
  return `${text(setting)}${setting.origin === "explicit" || setting.origin === "unknown" ? "" : pc.dim(` (${setting.origin})`)}`;
}
