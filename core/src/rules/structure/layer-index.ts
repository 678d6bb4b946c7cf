import type { Known } from "../../model/setting.js";
import { isKnown, type Setting } from "../../model/setting.js";
import type { Change, Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import type { Range } from "../../model/range.js";
import type { Entry } from "../../model/written.js";
import { innermost } from "../../resolve/layers-of.js";
import { expectedIn } from "../../resolve/size-of-input.js";
import { defineRule, preferred, suggest } from "../define-rule.js";

/** Indices of `.layer(i, …)` with gaps or repeats. */
export const layerIndex = defineRule({
  id: "structure/layer-index",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    if (network.written.kind !== "layers") return;
    const written: readonly (Setting<unknown> | undefined)[] = network.written.layers.map(({ settings }) => settings.index);
    const indices = written.flatMap((setting) => (isKnown(setting) && typeof setting.value === "number" ? [setting as Known<number>] : []));
    if (indices.length === 0 || indices.length < written.length) return;
    const { entries } = network.written;
    repeated(entries, indices).forEach(({ at, index, address }) => {
      report({
        at: { anchor: at, path: `layers.${index}.index` },
        severity: "warning",
        message: `The index ${index} is given a second time: the layer replaces the first.`,
        detail: "Deeplearning4j keeps one layer for each index and says nothing (measured with 1.0.0-M2.1).",
        fixes: fits(network, address) ? [] : inOrder(indices, entries),
      });
    });
    const sorted = indices.toSorted((a, b) => a.value - b.value);
    const gap = sorted.findIndex(({ value }, index) => value !== index);
    const first = sorted[gap];
    if (!first) return;
    report({
      at: first,
      message: `There is no layer ${gap}: the indices go on with ${first.value}.`,
      detail: "Layers are numbered from 0 without gaps; Deeplearning4j throws when the configuration is built.",
      fixes: renumbered(sorted, entries),
    });
  },
});

/** The layers numbered through in the order of their indices. */
function renumbered(sorted: readonly Known<number>[], entries: readonly Entry[]): readonly Fix[] {
  const places = sorted.map(({ address }) => placesOf(address, entries));
  return places.every(({ length }) => length === 1) ? numbered(places.flat()) : [];
}

/** True where a written `nIn` says that the layer is meant to follow the one that it follows now, in the place of the replaced one. */
function fits({ layers }: Network, address: string): boolean {
  const layer = layers[Number(address.split(".")[1])];
  const { nIn, kind } = layer ? innermost(layer) : {};
  if (!layer || !isKnown(nIn) || nIn.origin !== "explicit") return false;
  return nIn.value === expectedIn({ kind: kind ?? "", inputShape: layer.inputShape });
}

/** Where an index is given twice: in the order of the text, if that is the order of the indices. */
function inOrder(indices: readonly Known<number>[], entries: readonly Entry[]): readonly Fix[] {
  const all = indices.flatMap(({ address, value }) => placesOf(address, entries).map((place) => ({ place, value })));
  const inText = all.toSorted((a, b) => a.place.start - b.place.start);
  const isRising = inText.every(({ value }, at) => value >= (inText[at - 1]?.value ?? 0));
  return isRising ? numbered(inText.map(({ place }) => place)) : [];
}

function placesOf(address: string, entries: readonly Entry[]): readonly Range[] {
  return entries.flatMap((entry) => (entry.address === address && entry.valueRange ? [entry.valueRange] : []));
}

function numbered(places: readonly Range[]): readonly Fix[] {
  const changes = places.map((at, index): Change => ({ kind: "respell", at, as: String(index) }));
  return [preferred(suggest("Number the layers through", ...changes))];
}

/** Entries of an index beyond the first that wrote it. */
function repeated(entries: readonly Entry[], indices: readonly Known<number>[]) {
  return indices.flatMap(({ address, value }) =>
    entries
      .filter((entry) => entry.address === address && entry.valueRange !== null)
      .slice(1)
      .flatMap(({ valueRange }) => (valueRange ? [{ at: valueRange, index: value, address }] : [])),
  );
}
