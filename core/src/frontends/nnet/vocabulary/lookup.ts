import type { Key, Shape, Word, WordShape } from "./shapes.js";
import { comparable, quoted } from "../nearest.js";
import { keysOf, layerKinds, type LayerKind } from "./layers.js";
import { otherNames } from "./other-names.js";
import { sectionKeys } from "./sections.js";
import { updater } from "./updaters.js";
import { vertexKinds, type VertexKind } from "./vertices.js";

/** The word spelt so, in the language's spelling or Deeplearning4j's. */
export function findWord(shape: WordShape, name: string): Word | undefined {
  const wanted = comparable(name);
  const spelt = (candidate: string | null | undefined): boolean => typeof candidate === "string" && comparable(candidate) === wanted;
  return (
    shape.words.find(({ word, aliases }) => spelt(word) || aliases?.some(spelt)) ??
    shape.words.find(({ value, callValue }) => spelt(value) || spelt(callValue))
  );
}

export function findLayerKind(name: string): LayerKind | undefined {
  return findKind(layerKinds, name);
}

export function findVertexKind(name: string): VertexKind | undefined {
  return findKind(vertexKinds, name);
}

function findKind<K extends { readonly word: string; readonly value: string }>(kinds: readonly K[], name: string): K | undefined {
  const wanted = comparable(name);
  return kinds.find(({ word }) => comparable(word) === wanted) ?? kinds.find(({ value }) => comparable(value) === wanted);
}

/** The word shapes within a shape. */
export function wordShapes(shape: Shape): readonly WordShape[] {
  if (shape.type === "word") return [shape];
  return shape.type === "either" ? shape.shapes.flatMap(wordShapes) : [];
}

/** Says where a key belongs that is not known where it stands; `undefined` when it is known nowhere. */
export function whereKeyBelongs(name: string): string | undefined {
  for (const section of ["data", "train", "defaults"] as const) {
    if (has(sectionKeys[section], name)) return `\`${name}\` belongs in \`${section} { }\`.`;
  }
  const block = sectionKeys.train.find(({ block: keys }) => keys !== undefined && has(keys, name));
  if (block !== undefined) return `\`${name}\` belongs in \`${block.key} { }\` in \`train { }\`.`;
  const updaters = updater.words.filter(({ parameters }) => parameters?.some((parameter) => parameter.name === name));
  const first = updaters[0];
  if (first !== undefined) return `\`${name}\` belongs to an updater: \`updater: ${first.word}(${name}: …)\`.`;
  const kinds = layerKinds.filter((kind) => has(kind.wraps === true ? kind.keys : keysOf(kind), name));
  if (kinds.length === layerKinds.length || kinds.length > 12) return `\`${name}\` belongs to a layer.`;
  if (kinds.length > 0) return `\`${name}\` belongs to layers of the kind ${quoted(kinds.map(({ word }) => word))}.`;
  return undefined;
}

/** The same for what other libraries call so: `lr` for `learningRate`. */
export function whereOtherNameBelongs(name: string): string | undefined {
  return otherNames.get(comparable(name))?.flatMap((meant) => whereKeyBelongs(meant) ?? [])[0];
}

function has(keys: readonly Key[], name: string): boolean {
  return keys.some(({ key }) => key === name);
}
