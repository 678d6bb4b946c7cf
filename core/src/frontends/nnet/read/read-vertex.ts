import type { WrittenLayer } from "../../../model/written.js";
import type { KindNode, LayerNode } from "../syntax/tree.js";
import { vertexKinds, type VertexKind } from "../vocabulary/vertices.js";
import { nearestFixes, quoted } from "../nearest.js";
import { asValue } from "./kind-value.js";
import { readValue } from "./read-value.js";
import { known, noteSpelling, notKnown, type Container, type OpenSettings, type Reading } from "./reading.js";

/** A vertex, its arguments as settings by name. */
export function readVertex(
  node: LayerNode,
  kindNode: KindNode,
  kind: VertexKind | undefined,
  address: string,
  reading: Reading,
): WrittenLayer {
  const settings: OpenSettings = {};
  if (kind !== undefined) noteSpelling(kindNode.name, kind.word, reading);
  if (kind === undefined) reportUnknownKind(kindNode, reading);
  else if (kind.variadic === true) readVariadic(kindNode, kind, { address, settings }, reading);
  else readParameters(kindNode, kind, { address, settings }, reading);
  const first = node.block?.entries[0];
  if (first !== undefined) {
    const message = `A vertex has no \`${first.key.text}\`: what it takes stands in parentheses after its kind.`;
    reading.problems.unknownName(first.key.range, message);
  }
  return {
    name: node.name?.text ?? null,
    kind: kind?.value ?? kindNode.name.text,
    kindRange: kindNode.name.range,
    isVertex: true,
    from: node.from.map(({ text, range }) => ({ name: text, range })),
    settings,
  };
}

function reportUnknownKind(node: KindNode, reading: Reading): void {
  const all = vertexKinds.map(({ word }) => word);
  const { near, fixes } = nearestFixes(node.name, all);
  const hint = near === undefined ? `Known are ${quoted(all)}.` : `Did you mean \`${near}\`?`;
  reading.problems.unknownName(node.name.range, `\`${node.name.text}\` is not a kind of vertex. ${hint}`, fixes);
}

function readParameters(node: KindNode, kind: VertexKind, container: Container, reading: Reading): void {
  kind.parameters.forEach(({ name, key = name, shape }, index) => {
    const argument = node.args[index];
    if (argument === undefined) return;
    const at = `${container.address}.${key}`;
    const value = asValue(argument);
    container.settings[key] = readValue(value, shape, at, container, reading);
    reading.entries.push({ address: at, range: value.range, nameRange: value.range, valueRange: value.range });
  });
  const hasParentheses = node.range.end > node.name.range.end;
  if (node.args.length !== kind.parameters.length || (hasParentheses && kind.parameters.length === 0)) reportArguments(node, kind, reading);
}

function readVariadic(node: KindNode, kind: VertexKind, { address, settings }: Container, reading: Reading): void {
  const [parameter] = kind.parameters;
  const [first, last] = [node.args[0], node.args.at(-1)];
  if (parameter === undefined || first === undefined || last === undefined) {
    reportArguments(node, kind, reading);
    return;
  }
  const at = `${address}.${parameter.name}`;
  const range = { start: first.range.start, end: last.range.end };
  const items = node.args.map((argument) => readValue(asValue(argument), parameter.shape, at, { address, settings }, reading));
  const values = items.flatMap(({ value }) => (value === null ? [] : [value]));
  settings[parameter.name] = values.length === items.length ? known(values, range, at) : notKnown(range, at);
  reading.entries.push({ address: at, range, nameRange: range, valueRange: range });
}

function reportArguments(node: KindNode, kind: VertexKind, reading: Reading): void {
  const names = kind.parameters.map(({ name }) => name).join(", ");
  const message =
    kind.parameters.length === 0
      ? `\`${kind.word}\` takes nothing in parentheses.`
      : `\`${kind.word}\` is written \`${kind.word}(${names}${kind.variadic === true ? ", …" : ""})\`.`;
  reading.problems.unknownName(node.range, message);
}
