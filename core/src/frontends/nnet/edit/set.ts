import type { TextEdit } from "../../../model/range.js";
import type { NewValue } from "../../../model/value.js";
import type { BlockNode, NetworkNode } from "../syntax/tree.js";
import type { Key } from "../vocabulary/shapes.js";
import { addItem, addSection } from "./add-item.js";
import { addToBlock, removeFromBlock } from "./block-edits.js";
import { blockOf, inputAt, locate, type Target } from "./locate.js";
import { printSetting, printValue } from "./print-value.js";
import { printAround, removeFromValue, setInValue } from "./set-value.js";
import { beginsLine, endsLine, indentUnit, lineStart, nextLine } from "./style.js";

/** Writes the value at the address. `null`: the language cannot say it there. */
export function setSetting(text: string, network: NetworkNode, address: string, value: NewValue): TextEdit[] | null {
  const target = locate(network, address);
  if (target === null) return null;
  if (target.owner.kind === "input") return setInput(text, network, target, target.owner.index, value);
  if (target.owner.kind === "vertex") return setVertexArgument(target, value);
  const block = blockOf(network, target.owner);
  const entry = block?.entries[entryOf(block, target)];
  if (entry?.kind === "property") return entry.value === null ? null : setInValue(entry.value, target.key.shape, target.path, value);
  if (entry?.kind === "block") return setInSubBlock(text, network, entry.block, target, value);
  return addProperty(text, network, target, block, value);
}

/** The entry for the target's key; a setting may have several spellings of its key. */
function entryOf(block: BlockNode, { key, path, order }: Target): number {
  const exact = block.entries.findIndex((entry) => entry.key.text === key.key);
  if (exact >= 0 || key.setting === undefined || path.length > 0) return exact;
  return block.entries.findIndex((entry) => order.includes(entry.key.text) && entry.key.text === key.setting);
}

function setInput(text: string, network: NetworkNode, { key, path }: Target, index: number, value: NewValue): TextEdit[] | null {
  const place = inputAt(network, index);
  if (place !== null) return place.value === null ? null : setInValue(place.value, key.shape, path, value);
  const written = index === 0 ? printAround(key.shape, path, value) : null;
  return written === null ? null : addItem(text, network, "input", [`input: ${written}`]);
}

function setVertexArgument({ owner, key, path }: Target, value: NewValue): TextEdit[] | null {
  const argument = owner.kind === "vertex" ? owner.node.layerKind?.args[owner.argument] : undefined;
  const written = path.length === 0 ? printValue(key.shape, value) : null;
  return argument === undefined || written === null ? null : [{ range: argument.range, newText: written }];
}

function addProperty(text: string, network: NetworkNode, target: Target, block: BlockNode | null, value: NewValue): TextEdit[] | null {
  const { owner, key, order, path } = target;
  const property = printProperty(key, path, value);
  if (property === null) return null;
  const unit = indentUnit(text, network);
  if (block !== null) return addToBlock(text, block, key.key, property, order, unit);
  const written = "value" in property ? `${key.key}: ${property.value}` : `${key.key} ${property.block}`;
  if (owner.kind === "section") return addSection(text, network, owner.section, written);
  if (owner.kind !== "layer") return null;
  const at = owner.node.range.end;
  return [{ range: { start: at, end: at }, newText: ` { ${written} }` }];
}

type Property = { readonly value: string } | { readonly block: string };

function printProperty(key: Key, path: readonly string[], value: NewValue): Property | null {
  const named = typeof value === "object" && "name" in value ? value : undefined;
  if (key.block !== undefined) {
    const args = path[0] === undefined ? named?.args : { [path[0]]: value };
    return args === undefined ? null : blockProperty(Object.entries(args).map(([name, one]) => printIn(key.block ?? [], name, one)));
  }
  if (key.byName !== undefined && named?.name === "byName") {
    const shape = key.byName;
    return blockProperty(Object.entries(named.args).map(([name, one]) => labelled(name, printValue(shape, one))));
  }
  const written = printAround(key.shape, path, value);
  return written === null ? null : { value: written };
}

function printIn(keys: readonly Key[], name: string, value: NewValue): string | null {
  const key = keys.find((one) => one.key === name);
  return key === undefined ? null : labelled(name, printSetting(key, { [name]: value }));
}

function labelled(name: string, value: string | null): string | null {
  return value === null ? null : `${name}: ${value}`;
}

function blockProperty(entries: readonly (string | null)[]): Property | null {
  return entries.length === 0 || entries.includes(null) ? null : { block: `{ ${entries.join(", ")} }` };
}

/** A key of `earlyStopping { }`, or all of it. */
function setInSubBlock(text: string, network: NetworkNode, block: BlockNode, { key, path }: Target, value: NewValue): TextEdit[] | null {
  const [name, ...rest] = path;
  if (name === undefined) {
    const property = printProperty(key, path, value);
    return property === null || !("block" in property) ? null : [{ range: block.range, newText: property.block }];
  }
  const keys = key.block ?? (key.byName === undefined ? [] : [{ key: name, shape: key.byName }]);
  const own = keys.find((one) => one.key === name);
  if (own === undefined) return null;
  const entry = block.entries.find((one) => one.key.text === name);
  if (entry?.kind === "property" && entry.value !== null) return setInValue(entry.value, own.shape, rest, value);
  const written = printAround(own.shape, rest, value);
  const order = keys.map((one) => one.key);
  return written === null ? null : addToBlock(text, block, name, { value: written }, order, indentUnit(text, network));
}

/** Takes the setting's text out; a block that becomes empty goes too. No edits where it is not written. */
export function removeSetting(text: string, network: NetworkNode, address: string): TextEdit[] | null {
  const target = locate(network, address);
  if (target === null || target.owner.kind === "input" || target.owner.kind === "vertex") return null;
  const block = blockOf(network, target.owner);
  const index = block === null ? -1 : entryOf(block, target);
  const entry = block?.entries[index];
  if (block === null || entry === undefined) return [];
  const [name, ...rest] = target.path;
  if (entry.kind === "block" && name !== undefined) {
    const inner = entry.block.entries.findIndex((one) => one.key.text === name);
    if (inner < 0 || rest.length > 0) return inner < 0 ? [] : null;
    if (entry.block.entries.length > 1) return removeFromBlock(text, entry.block, inner);
  } else if (entry.kind === "property" && name !== undefined) {
    return entry.value === null ? null : removeFromValue(entry.value, target.key.shape, target.path);
  }
  if (block.entries.length > 1 || hasComments(text, block)) return removeFromBlock(text, block, index);
  return removeEmptied(text, network, target);
}

/** Something besides the only entry stands in the block. */
function hasComments(text: string, block: BlockNode): boolean {
  const entry = block.entries[0];
  if (entry === undefined) return false;
  const around = text.slice(block.range.start + 1, entry.range.start) + text.slice(entry.range.end, block.range.end - 1);
  return around.replace(",", "").trim() !== "";
}

function removeEmptied(text: string, network: NetworkNode, { owner }: Target): TextEdit[] {
  if (owner.kind === "layer" && owner.node.block !== null) {
    const { range } = owner.node.block;
    const before = text.slice(0, range.start).trimEnd().length;
    return [{ range: { start: before, end: range.end }, newText: "" }];
  }
  const item = network.items.find((one) => one.kind === "section" && owner.kind === "section" && one.section === owner.section);
  return item === undefined ? [] : [removeItem(text, item.range)];
}

/** Takes an item out, with its lines and one of the blank lines around it. */
export function removeItem(text: string, range: { readonly start: number; readonly end: number }): TextEdit {
  if (!beginsLine(text, range) || !endsLine(text, range)) {
    const after = /^[ \t]*/u.exec(text.slice(range.end))?.[0].length ?? 0;
    return { range: { start: range.start, end: range.end + after }, newText: "" };
  }
  const start = lineStart(text, range.start);
  let end = nextLine(text, range.end);
  const followedByBlank = /^[ \t]*\r?\n/u.exec(text.slice(end))?.[0];
  const precededByBlankOrBrace = /(?:\n[ \t]*\r?|\{[ \t]*\r?)\n$/u.test(text.slice(0, start));
  if (followedByBlank !== undefined && precededByBlankOrBrace) end += followedByBlank.length;
  return { range: { start, end }, newText: "" };
}
