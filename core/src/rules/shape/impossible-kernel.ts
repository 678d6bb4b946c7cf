import type { Layer, Network } from "../../model/network.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { innermost } from "../../resolve/layers-of.js";
import { defineRule, type Report } from "../define-rule.js";

/** A window that does not fit what it slides over. */
export const impossibleKernel = defineRule({
  id: "shape/impossible-kernel",
  severity: "error",

  check({ network, report }) {
    for (const outer of network.layers) {
      const said = nonPositive(outer) ?? tooLarge(outer) ?? unfitMode(network, outer);
      if (said) report({ ...said, layer: outer });
    }
  },
});

function nonPositive(outer: Layer): Report | undefined {
  const layer = innermost(outer);
  for (const key of ["kernel", "stride", "dilation"] as const) {
    const setting = layer[key];
    if (isKnown(setting) && setting.range !== null && setting.value.some((size) => size <= 0))
      return {
        at: setting,
        message: `A ${key} of ${setting.value.join(" × ")} is impossible: each number has to be at least 1.`,
        detail: "Deeplearning4j throws when the layer is built, or at the first fit.",
      };
  }
  return undefined;
}

/** The window is spread by the dilation; padding adds on both sides. */
function tooLarge(outer: Layer): Report | undefined {
  const { kernel, padding, dilation, mode, kind } = innermost(outer);
  const sizes = slidOver(kind, outer.inputShape);
  if (!isKnown(kernel) || kernel.range === null || !sizes) return undefined;
  const how = valueOf(mode);
  if (how === undefined || how === "Same" || how === "Causal") return undefined;
  const pads = padding === undefined ? [0, 0, 0] : valueOf(padding);
  const spread = dilation === undefined ? [1, 1, 1] : valueOf(dilation);
  if (!pads || !spread) return undefined;
  const windows = kernel.value.map((size, axis) => size + (size - 1) * ((spread[axis] ?? 1) - 1));
  const rooms = sizes.map(
    (size, axis) => size + (pads.length === 4 ? (pads[2 * axis] ?? 0) + (pads[2 * axis + 1] ?? 0) : 2 * (pads[axis] ?? 0)),
  );
  if (!windows.some((size, axis) => size > (rooms[axis] ?? Infinity))) return undefined;
  return {
    at: kernel,
    message: `A window of ${windows.join(" × ")} does not fit into ${rooms.join(" × ")}.`,
    detail: `What comes in is ${sizes.join(" × ")}${rooms.join() === sizes.join() ? "" : ", with padding " + rooms.join(" × ")}. Deeplearning4j throws ${sizes.length === 3 ? "at the first fit" : "when the configuration is built"}. Use a smaller kernel, padding, or fewer pooling layers before.`,
  };
}

/** The lengths that a window of this kind slides over. Pooling of volumes with a window too large throws nowhere (1.0.0-M2.1). */
function slidOver(kind: string, shape: Layer["inputShape"]): readonly number[] | undefined {
  if (shape?.kind === "convolutional") return kind === "Deconvolution2D" ? undefined : [shape.height, shape.width];
  return shape?.kind === "convolutional3D" && kind === "Convolution3D" ? [shape.depth, shape.height, shape.width] : undefined;
}

function unfitMode(network: Network, outer: Layer): Report | undefined {
  const { mode, padding, kind } = innermost(outer);
  const how = valueOf(mode);
  if (!mode || how === undefined) return undefined;
  if (how === "Causal" && layerFacts[kind]?.kernel !== 1)
    return {
      at: mode,
      message: "Causal is for one-dimensional convolutions.",
      detail: "It keeps a step from seeing later ones; images have no such order. Deeplearning4j throws when the layer is built.",
    };
  const isOwn = mode.origin === "explicit" && isKnown(padding) && padding.range !== null && padding.value.some((size) => size > 0);
  if (how !== "Same" || !isOwn || network.notation === "nnet") return undefined;
  return {
    at: padding,
    message: "Padding cannot be set together with ConvolutionMode.Same.",
    detail: "Same works the padding out by itself. On one layer both throw when the layer is built.",
  };
}
