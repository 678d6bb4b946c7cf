import type { Change } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { feeds, innermost } from "../../resolve/layers-of.js";
import { set } from "../define-rule.js";
import { boundsOf } from "../data/scalings.js";

/** Layers that can be pretrained: RBMs, autoencoders, variational ones. */
export function pretrainedLayers({ layers }: Network): readonly Layer[] {
  return layers.filter((layer) => layerFacts[innermost(layer).kind]?.category === "pretraining");
}

/** True for an RBM with a unit that nothing bounds, and which bears small rates only. */
export function hasGaussianUnits(layer: Layer): boolean {
  return unitOf(layer, "visibleUnit") === "GAUSSIAN" || unitOf(layer, "hiddenUnit") === "GAUSSIAN";
}

/**
 * Layers that are to find a smaller form of the data: those that are pretrained, and the dense ones of a network whose target is its
 * input. Of the latter one that is narrow is enough: what is before and after it may be wide.
 */
export function compressingLayers(network: Network): readonly Layer[] {
  const pretrained = pretrainedLayers(network);
  if (pretrained.length > 0 || valueOf(network.data.label) !== "features") return pretrained;
  const dense = network.layers.filter(({ kind }) => kind === "DenseLayer");
  const inputs = valueOf(dense[0]?.nIn) ?? Infinity;
  const others = network.layers.length - dense.length;
  return others > 1 || dense.some(({ nOut }) => (valueOf(nOut) ?? 0) < inputs) ? [] : dense;
}

/** The written inputs of what follows a layer, which change with its size. */
export function nextInputs({ layers }: Network, layer: Layer, size: number): readonly Change[] {
  return layers
    .filter(({ from }) => from.includes(layer.name))
    .flatMap((next) => {
      const { nIn } = innermost(next);
      return nIn?.origin === "explicit" ? [set(nIn, size)] : [];
    });
}

/** True for a layer that takes the data itself. */
export function takesData(network: Network, layer: Layer): boolean {
  return feeds(network, layer).length === 0;
}

/** What the data looks like after its scaling: values in 0 … 1, standardized ones, or it is not known. */
export function scaledTo({ data }: Network): "probabilities" | "gaussian" | "unknown" {
  const scaling = valueOf(data.normalize);
  if (scaling?.name === "standardize") return "gaussian";
  const bounds = scaling && boundsOf(scaling);
  return bounds && bounds[0] >= 0 && bounds[1] <= 1 ? "probabilities" : "unknown";
}

/** An RBM's unit, `visibleUnit` or `hiddenUnit`, where it is known. */
export function unitOf(layer: Layer, key: "visibleUnit" | "hiddenUnit"): string | undefined {
  const unit = valueOf(innermost(layer).more[key]);
  return typeof unit === "string" ? unit : undefined;
}
