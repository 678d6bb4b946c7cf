import type { ColumnProfile } from "../../model/data-profile.js";
import type { Change, Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { sizeOf } from "../../resolve/shapes.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { columnText, columnsNamed } from "./columns.js";
import { usedColumns } from "./profile-columns.js";

/** A feature that is the same in every row. */
export const constantColumn = defineRule({
  id: "data/constant-column",
  severity: "info",
  options: { rows: 10, longestList: 40 },

  check({ network, options, report }) {
    const { train } = network.data;
    const used = usedColumns(network);
    if (!train || !used || used.profile.rows < options.rows) return;
    // Pixels at the border of images are often all the same.
    if (network.inputs.some(({ type }) => valueOf(type)?.kind.startsWith("convolutional"))) return;
    const constant = used.features.filter(({ missing, min, max }) => missing === 0 && min !== null && min === max);
    const [first] = constant;
    if (!first || constant.length > used.features.length / 20 + 2) return;
    const others = constant.length > 1 ? `, and so are ${constant.length - 1} more columns` : "";
    report({
      at: train,
      message: `${columnText(first)} is ${first.min} in every row${others}.`,
      detail:
        "A feature that never changes tells the network nothing, and standardizing it divides by a standard deviation of 0. Leave it out with features.",
      fixes: without(constant, used.features, network, options.longestList),
    });
  },
});

/** The other features by name, and an input that is as much smaller. Where each name stands once, the list is what the text says. */
function without(
  constant: readonly ColumnProfile[],
  features: readonly ColumnProfile[],
  network: Network,
  longest: number,
): readonly Fix[] {
  const { data, inputs, notation } = network;
  const [input, another] = inputs;
  const rest = features.filter((column) => !constant.includes(column));
  if (notation !== "nnet" || another || rest.length === 0 || rest.length > longest || columnsNamed(data.categorical)) return [];
  const changes: Change[] = [
    set(
      "data.features",
      rest.map(({ name, index }) => name ?? index),
    ),
  ];
  if (input && isKnown(input.type) && input.type.range !== null) {
    const { value: shape } = input.type;
    if (shape.kind !== "feedForward" || sizeOf(shape) !== features.length) return [];
    changes.push(set(input.type, { name: "feedForward", args: { size: rest.length } }));
  }
  const [first, second] = constant;
  return first
    ? [preferred(suggest(second ? `Leave ${constant.length} columns out` : `Leave ${first.name ?? columnText(first)} out`, ...changes))]
    : [];
}
