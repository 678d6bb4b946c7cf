import type { Layer, Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { feeds, innermost } from "../../resolve/layers-of.js";
import { boundsOf } from "../data/scalings.js";

/** Layers that can be pretrained: RBMs, autoencoders, variational ones. */
export function pretrainedLayers({ layers }: Network): readonly Layer[] {
  return layers.filter((layer) => layerFacts[innermost(layer).kind]?.category === "pretraining");
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
