import { WeightsError, type Weights } from "../engine.js";
import type { NetworkLayer } from "./network-layer.js";

type LayerEntry = Weights["layers"][number];

/** All arrays in the outside layout, by layer and name. Layers without arrays are left out. */
export async function readWeights(layers: readonly NetworkLayer[]): Promise<Weights> {
  const entries: LayerEntry[] = [];
  for (const { layer, parameters } of layers) {
    if (parameters.length === 0) continue;
    const arrays: Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }> = {};
    for (const parameter of parameters) {
      const { shape, values } = await parameter.read();
      arrays[parameter.spec.name] = { shape, values: [...values] };
    }
    entries.push({ layer: layer.id, ...arrays });
  }
  return { layers: entries };
}

/**
 * Replaces the arrays that the file has, and none when something in it does not fit.
 * @throws WeightsError naming the layer or array that is unknown or has another shape
 */
export function writeWeights(layers: readonly NetworkLayer[], { layers: entries }: Weights): void {
  const changes = entries.flatMap((entry) => changesOf(layers, entry));
  for (const change of changes) change();
}

function changesOf(layers: readonly NetworkLayer[], { layer: id, ...arrays }: LayerEntry): readonly (() => void)[] {
  const layer = layers.find((one) => one.layer.id === id || one.layer.name === id);
  if (!layer) throw new WeightsError(`The network has no layer ${id}.`);
  return Object.entries(arrays).map(([name, array]) => {
    const parameter = layer.parameters.find(({ spec }) => spec.name === name);
    if (!parameter) throw new WeightsError(`The layer ${id} has no array ${name}.`);
    if (typeof array === "string") throw new WeightsError(`${name} of the layer ${id} is not an array.`);
    const { shape } = parameter.spec;
    if (!sameShape(shape, array.shape) || array.values.length !== parameter.size)
      throw new WeightsError(`${name} of the layer ${id} has the shape ${array.shape.join(" × ")}, not ${shape.join(" × ")}.`);
    return () => parameter.set(array.values);
  });
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, index) => size === b[index]);
}
