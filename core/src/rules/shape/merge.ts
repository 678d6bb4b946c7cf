import type { Shape } from "../../model/network.js";
import { feeds } from "../../resolve/layers-of.js";
import { shapeList } from "../../resolve/shapes.js";
import { defineRule, valueOf } from "../define-rule.js";

/** Vertices that join inputs of unequal shapes. */
export const merge = defineRule({
  id: "shape/merge",
  severity: "error",

  check({ network, report }) {
    for (const layer of network.layers) {
      if (layer.kind !== "ElementWiseVertex" && layer.kind !== "MergeVertex") continue;
      const known = feeds(network, layer).map(({ id, outputShape }) => ({ id, shape: valueOf(outputShape) }));
      if (known.length < layer.from.length) continue;
      const shapes = known.flatMap(({ id, shape }) => (shape ? [{ id, shape }] : []));
      const [first] = shapes;
      const other = shapes.find(
        ({ shape }) => first && !(layer.kind === "MergeVertex" ? canMerge(first.shape, shape) : isEqual(first.shape, shape)),
      );
      if (!first || !other || shapes.length < known.length) continue;
      report({
        at: { anchor: layer.kindRange },
        layer,
        message: `${layer.kind} joins unequal shapes: ${first.id} gives ${text(first.shape)}, ${other.id} gives ${text(other.shape)}.`,
        detail:
          layer.kind === "MergeVertex"
            ? "Merging puts features, or the channels of equally large images, side by side."
            : "Element by element, both need the same shape.",
      });
    }
  },
});

function isEqual(a: Shape, b: Shape): boolean {
  return a.kind === b.kind && isSame(shapeList(a), shapeList(b));
}

function canMerge(a: Shape, b: Shape): boolean {
  return a.kind === b.kind && isSame(shapeList(a).slice(1), shapeList(b).slice(1));
}

/** Sizes that are open fit any. */
function isSame(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === null || b[axis] === null || size === b[axis]);
}

function text(shape: Shape): string {
  return shapeList(shape)
    .map((size) => size ?? "?")
    .join(" × ");
}
