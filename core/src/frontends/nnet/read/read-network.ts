import type { Framework, WrittenInput, WrittenLayer, WrittenNetwork } from "../../../model/written.js";
import type { TextEdit } from "../../../model/range.js";
import { isCall } from "../../../model/value.js";
import type { InputNode, LayerNode, NetworkNode, SectionName, SectionNode } from "../syntax/tree.js";
import { inputType, sectionKeys } from "../vocabulary/sections.js";
import type { ProblemList } from "../syntax/problem-list.js";
import { readBlock } from "./read-block.js";
import { readLayer } from "./read-layer.js";
import { readValue } from "./read-value.js";
import { reportNames } from "./report-names.js";
import type { OpenSettings, Reading } from "./reading.js";

/** What the text says when it has no name for a network. */
const unnamed = "network";

/** What is not written is as in this release, whatever the Java code beside the file is built with. */
const framework: Framework = { name: "dl4j", version: "1.0.0-M2.1", versionFrom: "default" };

/**
 * A network as its text says it.
 * @param spellings gets the words that are not in their canonical spelling
 */
export function readNetwork(node: NetworkNode, text: string, problems: ProblemList, spellings: TextEdit[] = []): WrittenNetwork {
  const reading: Reading = { text, problems, entries: [], spellings };
  const sections = node.items.filter((item) => item.kind === "section");
  const settings = { data: readSection("data"), train: readSection("train"), defaults: readSection("defaults") };
  const inputs = readInputs(
    node.items.filter((item) => item.kind === "input"),
    reading,
  );
  const layerNodes = node.items.filter((item): item is LayerNode => item.kind === "layer" || item.kind === "vertex");
  const layers = layerNodes.map((layer, index) => readLayer(layer, index, reading));
  reportNames(layerNodes, inputs, reading);

  const anchor = (node.name ?? node.keyword).range;
  const anchorOf = (name: SectionName): typeof anchor | undefined => sections.find(({ section }) => section === name)?.keyword.range;
  return {
    name: node.name?.text ?? unnamed,
    notation: "nnet",
    kind: isGraph(inputs, layers) ? "graph" : "layers",
    framework,
    range: node.range,
    anchors: {
      network: anchor,
      train: anchorOf("train") ?? anchor,
      defaults: anchorOf("defaults") ?? anchor,
      data: anchorOf("data") ?? null,
    },
    ...settings,
    inputs,
    layers,
    entries: reading.entries.sort((a, b) => a.range.start - b.range.start),
    apiUses: [],
  };

  function readSection(name: SectionName): OpenSettings {
    return readSections(
      sections.filter(({ section }) => section === name),
      name,
      reading,
    );
  }
}

/** A repeated section is reported, and read all the same. */
function readSections(nodes: readonly SectionNode[], name: SectionName, reading: Reading): OpenSettings {
  const settings: OpenSettings = {};
  nodes.forEach((node, index) => {
    if (index > 0) reading.problems.unknownName(node.keyword.range, `A second \`${name}\` section: put its settings into the first one.`);
    if (node.block !== null) readBlock(node.block, [{ keys: sectionKeys[name], container: { address: name, settings } }], name, reading);
  });
  return settings;
}

function readInputs(nodes: readonly InputNode[], reading: Reading): WrittenInput[] {
  const inputs: WrittenInput[] = [];
  nodes.forEach((node, index) => {
    if (index > 0)
      reading.problems.unknownName(node.keyword.range, "A second `input`: several inputs stand in one block, `input { a: … b: … }`.");
    if (node.value !== null) {
      const address = `inputs.${String(inputs.length)}`;
      const type = inputSetting(node.value, address, reading);
      reading.entries.push({ address: `${address}.type`, range: node.range, nameRange: node.keyword.range, valueRange: node.value.range });
      inputs.push({ name: null, range: node.keyword.range, type });
    }
    if (node.block?.entries.length === 0)
      reading.problems.unknownName(node.keyword.range, "No input stands in this block: write `name: vector(4)` for each.");
    for (const entry of node.block?.entries ?? []) inputs.push(readNamedInput(entry, inputs.length, reading));
  });
  return inputs;
}

type BlockEntry = NonNullable<InputNode["block"]>["entries"][number];

function readNamedInput(entry: BlockEntry, index: number, reading: Reading): WrittenInput {
  const address = `inputs.${String(index)}`;
  const named = { name: entry.key.text, range: entry.key.range };
  if (entry.kind === "block") {
    reading.problems.unknownName(entry.key.range, `\`${entry.key.text}\` needs a type: \`${entry.key.text}: vector(4)\`.`);
    return { ...named, type: null };
  }
  if (entry.value === null) return { ...named, type: null };
  const type = inputSetting(entry.value, address, reading);
  reading.entries.push({ address: `${address}.type`, range: entry.range, nameRange: entry.key.range, valueRange: entry.value.range });
  return { ...named, type };
}

function inputSetting(node: NonNullable<InputNode["value"]>, address: string, reading: Reading): WrittenInput["type"] {
  const setting = readValue(node, inputType, `${address}.type`, { address, settings: {} }, reading);
  if (setting.origin === "unknown") return setting;
  const { value } = setting;
  return isCall(value) ? { ...setting, value } : null;
}

/** Deeplearning4j's ComputationGraph: anything that a list of layers cannot say. */
function isGraph(inputs: readonly WrittenInput[], layers: readonly WrittenLayer[]): boolean {
  return inputs.some(({ name }) => name !== null) || layers.some(({ isVertex, from }) => isVertex || from.length > 0);
}
