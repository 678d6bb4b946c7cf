import type { Known } from "../../model/setting.js";
import { isKnown, type Setting } from "../../model/setting.js";
import type { Change, Fix } from "../../model/change.js";
import type { Entry } from "../../model/written.js";
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
    repeated(network.written.entries, indices).forEach(({ at, index }) => {
      report({
        at: { anchor: at, path: `layers.${index}.index` },
        severity: "warning",
        message: `The index ${index} is given a second time: the layer replaces the first.`,
        detail: "Deeplearning4j keeps one layer for each index and says nothing (measured with 1.0.0-M2.1).",
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
      fixes: renumbered(sorted, network.written.entries),
    });
  },
});

/** The layers numbered through in the order of their indices; what a repeated one was meant to be is not known. */
function renumbered(sorted: readonly Known<number>[], entries: readonly Entry[]): readonly Fix[] {
  const places = sorted.map(({ address }) => entries.filter((entry) => entry.address === address && entry.valueRange !== null));
  const changes = places.flatMap(([entry, another], index): Change[] =>
    entry?.valueRange && !another ? [{ kind: "respell", at: entry.valueRange, as: String(index) }] : [],
  );
  return changes.length === sorted.length ? [preferred(suggest("Number the layers through", ...changes))] : [];
}

/** Entries of an index beyond the first that wrote it. */
function repeated(entries: readonly Entry[], indices: readonly Known<number>[]) {
  return indices.flatMap(({ address, value, range }) =>
    entries
      .filter((entry) => entry.address === address && entry.valueRange !== null)
      .slice(1)
      .flatMap(({ valueRange }) => (valueRange ? [{ at: valueRange, index: value, range }] : [])),
  );
}
