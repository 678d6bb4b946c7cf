import type { NewLayer } from "../../../model/change.js";
import type { Sequence } from "../program/sequence.js";
import { writeCalls } from "./edit-layers.js";
import type { Editing } from "./written-file.js";

/** Another class in the place of the layer's; what is called on it stays. */
export function changeKind(index: number, layer: NewLayer, editing: Editing): boolean {
  const made = editing.recorder.builders.get(`layers.${index}`);
  const written = editing.network.layers[index];
  const calls = writeCalls(layer, editing);
  const name = made && written && nameOf(made, written.kind, editing);
  const start = made && endOfConstructor(made);
  if (!name || calls === null || start === undefined) return false;
  editing.edits.replace(name, layer.kind);
  if (calls !== "") editing.edits.insert(start, calls);
  editing.edits.imports.add(layer.kind);
  return true;
}

/** Where the class is named in `new DenseLayer.Builder(…)`. */
function nameOf({ typeRange }: Sequence, kind: string, { text }: Editing) {
  const at = text.slice(typeRange.start, typeRange.end).search(new RegExp(`\\b${kind}\\b`));
  const start = typeRange.start + at;
  return at < 0 ? undefined : { start, end: start + kind.length };
}

function endOfConstructor({ made }: Sequence): number | undefined {
  return made?.range.end;
}

/** `new LastTimeStep(…)` around the layer. */
export function wrapLayer(index: number, wrapper: string, editing: Editing): boolean {
  const made = editing.recorder.builders.get(`layers.${index}`);
  const link = editing.recorder.layerLinks[index];
  const argument = link?.args.find(({ range }) => made && range.start <= made.typeRange.start && made.typeRange.end <= range.end);
  if (!argument) return false;
  editing.edits.insert(argument.range.start, editing.language.construct(wrapper, "").replace(/\)$/, ""));
  editing.edits.insert(argument.range.end, ")");
  editing.edits.imports.add(wrapper);
  return true;
}
