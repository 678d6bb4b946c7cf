import type { WrittenInput } from "../../../model/written.js";
import type { LayerNode, NameNode } from "../syntax/tree.js";
import { nearestFixes, quoted } from "../nearest.js";
import { findVertexKind } from "../vocabulary/lookup.js";
import type { Reading } from "./reading.js";

/** How a layer refers to an input that has no name. */
const unnamedInput = "input";

/** Reports names given twice, and names after `from` that nothing has. */
export function reportNames(layers: readonly LayerNode[], inputs: readonly WrittenInput[], reading: Reading): void {
  const names = new Set<string>();
  for (const { name, range } of inputs) {
    if (name !== null) addName({ text: name, range }, names, reading);
    else names.add(unnamedInput);
  }
  for (const { name } of layers) if (name !== null) addName(name, names, reading);
  const known = [...names];
  for (const layer of layers)
    for (const source of referencesOf(layer)) if (!names.has(source.text)) reportUnknownSource(source, known, reading);
  for (const { from } of layers) {
    for (const source of from) if (!names.has(source.text)) reportUnknownSource(source, known, reading);
  }
}

/** Names in a vertex's parentheses: `lastTimeStep(input)`. */
function referencesOf({ kind, layerKind }: LayerNode): readonly NameNode[] {
  const parameters = kind === "vertex" && layerKind !== null ? findVertexKind(layerKind.name.text)?.parameters : undefined;
  return (layerKind?.args ?? []).flatMap((argument, index) => {
    return argument.kind === "kind" && parameters?.[index]?.shape.type === "reference" ? [argument.name] : [];
  });
}

function addName(name: NameNode, names: Set<string>, reading: Reading): void {
  if (names.has(name.text))
    reading.problems.unknownName(name.range, `\`${name.text}\` is already the name of another layer or input: choose another name.`);
  names.add(name.text);
}

function reportUnknownSource(source: NameNode, known: readonly string[], reading: Reading): void {
  const { near, fixes } = nearestFixes(source, known);
  const shown = known.slice(0, 12);
  const hint = near !== undefined ? `Did you mean \`${near}\`?` : shown.length > 0 ? `There are ${quoted(shown)}.` : "";
  reading.problems.unknownName(source.range, `No input or layer has the name \`${source.text}\`. ${hint}`.trimEnd(), fixes);
}
