import { settingFacts, type GuidelineSection, type SettingFacts } from "../facts/settings.js";
import { LineIndex } from "../model/lines.js";
import { contains, type Range } from "../model/range.js";
import type { Layer, Network } from "../model/network.js";
import type { Setting } from "../model/setting.js";
import type { Entry, WrittenNetwork } from "../model/written.js";
import type { AnalysedFile } from "./analyse.js";
import { layerAt, layerMarkdown } from "./describe-layer.js";
import { guidelineAdvice } from "./guideline-advice.js";
import { originText } from "./origin-text.js";
import { entriesAt, settingsWrittenAt } from "./setting-at.js";
import { settingText } from "./value-text.js";

/** What is told of a place in a config. */
export interface SettingDescription {
  readonly range: Range;
  /** Meaning, value in force, origin. */
  readonly markdown: string;
  /** What the guideline says on it, and in which section. */
  readonly advice?: { readonly section: GuidelineSection; readonly markdown: string };
}

/** What the setting, or the layer, at an offset means, its value in force and where that comes from. */
export function describeSetting({ file, networks }: AnalysedFile, offset: number): SettingDescription | undefined {
  for (const [index, written] of file.networks.entries()) {
    const network = networks[index];
    if (!network) continue;
    const lines = new LineIndex(file.text);
    const layer = layerAt(network, offset);
    if (layer) return { range: layer.kindRange, markdown: layerMarkdown(network, layer, lines) };
    const described = describeEntry(written, network, offset, lines);
    if (described) return described;
  }
  return undefined;
}

/** The smallest piece of text around the offset of which there is something to tell. */
function describeEntry(written: WrittenNetwork, network: Network, offset: number, lines: LineIndex): SettingDescription | undefined {
  for (const entry of entriesAt(written, offset)) {
    const settings = settingsWrittenAt(network, entry.address);
    const layers = layersOf(network, settings);
    const facts = factsOf(entry, settings, layers);
    if (!facts) continue;
    const name = settings.length === 1 && settings[0] ? settings[0].path : entry.address;
    const parts = [`**${facts.title}** \`${name}\``, facts.meaning, inForce(settings, layers, facts, { network, lines, entry })];
    const advice = guidelineAdvice(facts.section, entry.address.split(".").at(-1) ?? "", layers);
    return {
      range: rangeAt(entry, offset),
      markdown: parts.filter((part) => part !== "").join("\n\n"),
      ...(advice !== undefined && { advice: { section: facts.section, markdown: advice } }),
    };
  }
  return undefined;
}

function factsOf({ address }: Entry, [setting]: readonly Setting<unknown>[], [layer]: readonly Layer[]): SettingFacts | undefined {
  // An input's sizes are named as some layers' settings are, and mean what they say.
  if (/^inputs\.\d+\.type\./.test(address)) return undefined;
  return settingFacts(setting?.path ?? address, layer?.kind) ?? settingFacts(address, layer?.kind);
}

/** The name or the value, whichever is under the cursor. */
function rangeAt({ range, nameRange, valueRange }: Entry, offset: number): Range {
  return [nameRange, valueRange].find((part) => part !== null && contains(part, offset)) ?? range;
}

function layersOf(network: Network, settings: readonly Setting<unknown>[]): Layer[] {
  const indices = new Set(settings.flatMap(({ path }) => /^layers\.(\d+)/.exec(path)?.[1] ?? []));
  return network.layers.filter(({ index }) => indices.has(String(index)));
}

interface Place {
  readonly network: Network;
  readonly lines: LineIndex;
  readonly entry: Entry;
}

/** The value that counts, and what counts where none is written. A value that serves several layers is told with their names. */
function inForce(
  settings: readonly Setting<unknown>[],
  layers: readonly Layer[],
  { usual }: SettingFacts,
  { network, lines, entry }: Place,
): string {
  const [setting] = settings;
  const without = usual === undefined ? [] : [`When not written: ${usual}.`];
  if (!setting) return without.join("");
  const isHere = setting.range !== null && contains(entry.range, setting.range.start);
  const from = isHere && !setting.definedAt ? "written here" : originText(setting, network, lines);
  const serves = entry.address.startsWith("layers.") || layers.length === 0 ? "" : `; for ${layers.map(layerText).join(", ")}`;
  return [`In force: \`${settingText(setting)}\`, ${from}${serves}.`, ...without].join("  \n");
}

const layerText = ({ id, kind }: Layer) => `\`${id}\` (${kind})`;
