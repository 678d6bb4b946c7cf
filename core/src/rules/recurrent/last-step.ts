import type { Layer, Network } from "../../model/network.js";

const lastStepKinds: ReadonlySet<string> = new Set(["LastTimeStep", "LastTimeStepVertex", "GlobalPoolingLayer"]);

/** The layer or vertex that takes a whole series together, if there is one. */
export function lastStepLayer({ layers }: Network): Layer | undefined {
  return layers.find((layer) => isLastStep(layer));
}

function isLastStep(layer: Layer): boolean {
  return lastStepKinds.has(layer.kind) || (layer.inner !== undefined && isLastStep(layer.inner));
}
