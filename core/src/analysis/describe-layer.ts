import { settingFacts } from "../facts/settings.js";
import type { LineIndex } from "../model/lines.js";
import type { Layer, Network } from "../model/network.js";
import { contains } from "../model/range.js";
import { isKnown, isSetting, type Setting } from "../model/setting.js";
import { originText } from "./origin-text.js";
import { settingText } from "./value-text.js";

/** The layer whose kind stands at an offset; of wrapped layers the inner one, which has the settings. */
export function layerAt(network: Network, offset: number): Layer | undefined {
  for (const layer of network.layers) {
    const wrapped = layer.inner && contains(layer.inner.kindRange, offset) ? layer.inner : undefined;
    if (wrapped) return wrapped;
    if (contains(layer.kindRange, offset)) return layer;
  }
  return undefined;
}

/** A layer's shape and size, and every setting in force that its own text does not say. */
export function layerMarkdown(network: Network, layer: Layer, lines: LineIndex): string {
  const { id, kind, outputShape, parameters } = layer;
  const sizes = [
    ...(isKnown(outputShape) ? [`gives ${settingText(outputShape)}`] : []),
    ...(isKnown(parameters) ? [`${parameters.value.toLocaleString("en")} parameters`] : []),
  ];
  const settings = unwritten(layer).filter(([key]) => key !== "outputShape" && key !== "parameters");
  const rows = settings.flatMap(([key, setting]) => {
    const facts = settingFacts(setting.path, kind);
    return facts && setting.origin !== "default"
      ? [`| ${facts.title} | \`${key}\` | \`${settingText(setting)}\` | ${originText(setting, network, lines)} |`]
      : [];
  });
  const table = rows.length === 0 ? [] : [["| In force | | | |", "|---|---|---|---|", ...rows].join("\n")];
  const defaults = settings.filter(([, { origin }]) => origin === "default").map(([key, setting]) => `\`${key}\` ${settingText(setting)}`);
  return [
    `**${kind}** \`${id}\`${sizes.length === 0 ? "" : `: ${sizes.join(", ")}`}`,
    ...table,
    ...(defaults.length === 0 ? [] : [`By default of Deeplearning4j ${network.framework.version}: ${defaults.join(", ")}.`]),
  ].join("\n\n");
}

/** What is in force without standing in the layer. What is not known says nothing here. */
function unwritten({ more, ...own }: Layer): [string, Setting<unknown>][] {
  return Object.entries({ ...own, ...more }).flatMap(([key, part]: [string, unknown]) =>
    isSetting(part) && part.origin !== "explicit" && part.origin !== "unknown" ? [[key, part]] : [],
  );
}
