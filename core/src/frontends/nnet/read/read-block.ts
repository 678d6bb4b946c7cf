import type { Range } from "../../../model/range.js";
import type { BlockNode, NameNode, PropertyNode, SubBlockNode } from "../syntax/tree.js";
import type { Key, Shape } from "../vocabulary/shapes.js";
import { settingOf } from "../vocabulary/shapes.js";
import { readValue } from "./read-value.js";
import { isMisplaced, reportMissingKey, reportUnknownKey } from "./report-keys.js";
import { known, notKnown, type Container, type OpenSettings, type Reading } from "./reading.js";

/** Keys that may stand in a block, and the settings that they go to. */
export interface Place {
  readonly keys: readonly Key[];
  readonly container: Container;
}

interface Found {
  readonly key: Key;
  readonly container: Container;
}

/**
 * Reads the entries of a block.
 * @param places several for a wrapped layer: the first that has the key takes it
 * @param what for messages: `train`, `dense`
 * @param lenient keys that are not known are passed over: the kind that they belong to is not known either
 */
export function readBlock(block: BlockNode, places: readonly Place[], what: string, reading: Reading, lenient = false): void {
  const seen = new Set<string>();
  for (const entry of block.entries) {
    if (entry.kind === "property" && entry.value !== null && entry.key.text === "") {
      reportMissingKey(entry.value, places, reading);
      continue;
    }
    const found = findKey(entry.key.text, places);
    if (found === undefined) {
      if (!lenient) reportUnknownKey(entry.key, places, what, reading);
      continue;
    }
    const address = `${found.container.address}.${settingOf(found.key)}`;
    if (seen.has(address) || settingOf(found.key) in found.container.settings) {
      reading.problems.unknownName(
        entry.key.range,
        `\`${entry.key.text}\` is set a second time here. The first one counts: take one of them out.`,
      );
      continue;
    }
    seen.add(address);
    if (entry.kind === "property") readProperty(entry, found, places, address, reading);
    else readSubBlock(entry, found, address, reading);
  }
}

function findKey(name: string, places: readonly Place[]): Found | undefined {
  for (const { keys, container } of places) {
    const key = keys.find((one) => one.key === name);
    if (key !== undefined) return { key, container };
  }
  return undefined;
}

function readProperty(
  property: PropertyNode,
  { key, container }: Found,
  places: readonly Place[],
  address: string,
  reading: Reading,
): void {
  if (property.value === null) return;
  if (key.block !== undefined) {
    reading.problems.unknownName(property.key.range, `\`${key.key}\` is a block: \`${key.key} { ${key.block[0]?.key ?? ""}: … }\`.`);
    return;
  }
  const setting = isMisplaced(property.value, key, places, reading)
    ? notKnown(property.value.range, address)
    : readValue(property.value, key.shape, address, container, reading);
  container.settings[settingOf(key)] = setting;
  addEntry(address, property.range, property.key, property.value.range, reading);
}

function addEntry(address: string, range: Range, key: NameNode, valueRange: Range, reading: Reading): void {
  reading.entries.push({ address, range, nameRange: key.range, valueRange });
}

/** The setting stands at the word before the block: a finding about it would otherwise cover all of the block. */
function readSubBlock(node: SubBlockNode, { key, container }: Found, address: string, reading: Reading): void {
  const args: OpenSettings = {};
  if (key.block !== undefined) {
    readBlock(node.block, [{ keys: key.block, container: { address, settings: args } }], key.key, reading);
    container.settings[settingOf(key)] = known({ name: key.key, args }, node.key.range, address);
  } else if (key.byName !== undefined) {
    const keys = namedKeys(node.block, key.byName);
    readBlock(node.block, [{ keys, container: { address, settings: args } }], key.key, reading);
    container.settings[settingOf(key)] = known({ name: "byName", args }, node.key.range, address);
  } else {
    reading.problems.unknownName(node.key.range, `\`${key.key}\` is not a block: write \`${key.key}: …\`.`);
    return;
  }
  addEntry(address, node.range, node.key, node.block.range, reading);
}

/** A key for each name that the block gives a value to. */
function namedKeys(block: BlockNode, shape: Shape): readonly Key[] {
  return block.entries.map(({ key }) => ({ key: key.text, shape }));
}
