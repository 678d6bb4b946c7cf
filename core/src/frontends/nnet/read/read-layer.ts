import type { WrittenLayer } from "../../../model/written.js";
import type { KindNode, LayerNode } from "../syntax/tree.js";
import type { Key } from "../vocabulary/shapes.js";
import { keysOf, layerKinds, type LayerKind } from "../vocabulary/layers.js";
import { findLayerKind, findVertexKind } from "../vocabulary/lookup.js";
import { nearestFixes, quoted, replacement } from "../nearest.js";
import { readBlock, type Place } from "./read-block.js";
import { readVertex } from "./read-vertex.js";
import { noteSpelling, type OpenSettings, type Reading } from "./reading.js";

/** A layer or vertex as written; a word `layer` before a vertex's kind, or the other way round, is reported and read as meant. */
export function readLayer(node: LayerNode, index: number, reading: Reading): WrittenLayer {
  const address = `layers.${String(index)}`;
  const kind = node.layerKind;
  const asLayer = kind === null ? undefined : findLayerKind(kind.name.text);
  const asVertex = kind === null ? undefined : findVertexKind(kind.name.text);
  if (kind !== null && node.kind === "vertex" && asVertex === undefined && asLayer !== undefined) wrongWord(node, kind, "layer", reading);
  else if (kind !== null && node.kind === "layer" && asLayer === undefined && asVertex !== undefined) {
    wrongWord(node, kind, "vertex", reading);
    return readVertex(node, kind, asVertex, address, reading);
  } else if (kind !== null && node.kind === "vertex") return readVertex(node, kind, asVertex, address, reading);
  return readLayerProper(node, address, reading);
}

function wrongWord(node: LayerNode, kind: KindNode, right: "layer" | "vertex", reading: Reading): void {
  const message = right === "layer" ? "is a layer, not a vertex" : "is a vertex, not a layer";
  reading.problems.unknownName(node.keyword.range, `\`${kind.name.text}\` ${message}: write \`${right} ${kind.name.text} …\`.`, [
    replacement(node.keyword.range, right),
  ]);
}

interface Level {
  readonly kind: string;
  readonly kindNode: KindNode | null;
  readonly place: Place;
}

function readLayerProper(node: LayerNode, address: string, reading: Reading): WrittenLayer {
  const levels: Level[] = [];
  let lenient = false;
  let kindNode: KindNode | null = node.layerKind;
  for (let at = address; ; at += ".inner") {
    const kind = kindNode === null ? undefined : knownKind(kindNode, reading);
    const inner: KindNode | null = kindNode === null || kind?.wraps !== true ? null : wrappedKind(kindNode, reading);
    lenient ||= kind === undefined || (kind.wraps === true && inner === null);
    levels.push(levelOf(kindNode, kind, inner !== null, at));
    if (inner === null) break;
    kindNode = inner;
  }
  const what = levels.at(-1)?.kindNode?.name.text ?? "layer";
  if (node.block !== null) {
    readBlock(
      node.block,
      levels.map(({ place }) => place),
      what,
      reading,
      lenient,
    );
  }
  return written(node, levels, 0);
}

function levelOf(kindNode: KindNode | null, kind: LayerKind | undefined, wraps: boolean, address: string): Level {
  const settings: OpenSettings = {};
  const keys = kind === undefined ? allKeys() : wraps ? kind.keys : keysOf(kind);
  return { kind: kind?.value ?? kindNode?.name.text ?? "", kindNode, place: { keys, container: { address, settings } } };
}

/** Of a kind that is not known everything is read that any kind has. */
function allKeys(): readonly Key[] {
  return layerKinds.flatMap(keysOf);
}

function written(node: LayerNode, levels: readonly Level[], depth: number): WrittenLayer {
  const level = levels[depth];
  const kindRange = level?.kindNode?.name.range ?? node.keyword.range;
  const outer = depth === 0;
  return {
    name: outer ? (node.name?.text ?? null) : null,
    kind: level?.kind ?? "",
    kindRange,
    isVertex: false,
    from: outer ? node.from.map(({ text, range }) => ({ name: text, range })) : [],
    settings: level?.place.container.settings ?? {},
    ...(depth + 1 < levels.length ? { inner: written(node, levels, depth + 1) } : {}),
  };
}

function knownKind(node: KindNode, reading: Reading): LayerKind | undefined {
  const kind = findLayerKind(node.name.text);
  if (kind === undefined) {
    const all = layerKinds.map(({ word }) => word);
    const { near, fixes } = nearestFixes(node.name, all);
    const message = `\`${node.name.text}\` is not a kind of layer.`;
    if (near === undefined) reading.problems.unknownName(node.name.range, message, fixes, `Known are ${quoted(all)}.`);
    else reading.problems.unknownName(node.name.range, `${message} Did you mean \`${near}\`?`, fixes);
    return undefined;
  }
  noteSpelling(node.name, kind.word, reading);
  if (kind.wraps !== true && node.range.end > node.name.range.end) {
    reportParentheses(node, kind, reading);
  }
  return kind;
}

/** `dense(500)`, `dense()` */
function reportParentheses(node: KindNode, { word }: LayerKind, reading: Reading): void {
  const [only, another] = node.args;
  const size = only?.kind === "number" && another === undefined ? String(only.value) : undefined;
  const isLast = /^\s*(?:layer\b|vertex\b|\}|$)/u.test(reading.text.slice(node.range.end, node.range.end + 80));
  const message = `\`${word}\` takes nothing in parentheses, its settings stand in a block: \`${word} { nOut: ${size ?? "…"} }\`.`;
  const written = only === undefined ? word : size !== undefined && isLast ? `${word} { nOut: ${size} }` : undefined;
  reading.problems.unknownName(node.range, message, written === undefined ? [] : [replacement(node.range, written)]);
}

function wrappedKind(node: KindNode, reading: Reading): KindNode | null {
  const [first, ...others] = node.args;
  if (first?.kind === "kind" && others.length === 0) return first;
  reading.problems.unknownName(node.name.range, `\`${node.name.text}\` needs the one layer that it wraps: \`${node.name.text}(lstm)\`.`);
  return null;
}
