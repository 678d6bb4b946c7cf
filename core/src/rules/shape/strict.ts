import { isKnown, valueOf } from "../../model/setting.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";

/** Strict mode where the window does not come out even. */
export const strict = defineRule({
  id: "shape/strict",
  severity: "error",

  check({ network, report }) {
    for (const outer of network.layers) {
      const { kernel, stride, padding, dilation, mode } = innermost(outer);
      const shape = outer.inputShape;
      if (!mode || valueOf(mode) !== "Strict" || shape?.kind !== "convolutional" || !isKnown(kernel) || !isKnown(stride)) continue;
      const pads = padding === undefined ? [0, 0] : valueOf(padding);
      const spread = dilation === undefined ? [1, 1] : valueOf(dilation);
      if (!pads || !spread || pads.length > 2) continue;
      const rests = [shape.height, shape.width].map((size, axis) => {
        const window = (kernel.value[axis] ?? 1) + ((kernel.value[axis] ?? 1) - 1) * ((spread[axis] ?? 1) - 1);
        return (size - window + 2 * (pads[axis] ?? 0)) % (stride.value[axis] ?? 1);
      });
      if (rests.every((rest) => rest === 0)) continue;
      report({
        at: mode,
        layer: outer,
        message: `Strict mode, but a window of ${kernel.value.join(" × ")} in steps of ${stride.value.join(" × ")} does not come out even on ${shape.height} × ${shape.width}.`,
        detail: "Strict throws where rows or columns are left over. Truncate leaves them out, Same pads until it fits.",
        fixes: [
          preferred(suggest("Set convolutionMode to Truncate", set(mode, "Truncate"))),
          suggest("Set convolutionMode to Same", set(mode, "Same")),
        ],
      });
    }
  },
});
