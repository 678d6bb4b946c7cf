import type { Input, Shape } from "../model/network.js";
import { isKnown, valueOf, type Setting } from "../model/setting.js";
import type { Call } from "../model/value.js";
import type { WrittenLayer, WrittenNetwork } from "../model/written.js";
import { layers } from "../facts/layers.js";
import { inferred, unknownAt } from "./make-setting.js";

/** The name of a network's only input, where it has none. */
export const onlyInput = "input";

/**
 * The inputs with their types: as written, else inferred from the first layer's `nIn` as `MultiLayerConfiguration.Builder` does
 * (dense, embedding, output and recurrent layers; never convolutional ones).
 */
export function resolveInputs(network: WrittenNetwork): Input[] {
  if (network.inputs.length === 0) {
    const first = network.layers[0];
    return first ? [{ name: onlyInput, type: inferType(first, "inputs.0.type") }] : [];
  }
  return network.inputs.map(({ name, type }, index) => {
    const path = `inputs.${index}.type`;
    const written = type && shapeSetting(type, path);
    const consumer = network.layers.find((layer) => layer.from.some((from) => from.name === name));
    return {
      name: name ?? onlyInput,
      type: written ?? (consumer && consumer.from.length === 1 ? inferType(consumer, path) : unknownAt(path)),
    };
  });
}

function shapeSetting(type: Setting<Call>, path: string): Setting<Shape> {
  if (!isKnown(type)) return { ...type, path };
  const shape = shapeOfCall(type.value);
  return shape ? { ...type, value: shape, path } : { origin: "unknown", value: null, range: type.range, path, address: type.address };
}

/** The shape that `feedForward(4)`, `recurrent(3, 10)`, `convolutional(…)` say; `undefined` when a size is unknown. */
function shapeOfCall({ name, args }: Call): Shape | undefined {
  const size = (key: string) => {
    const value = valueOf(args[key]);
    return typeof value === "number" ? value : undefined;
  };
  if (name === "feedForward") return vector(size("size"));
  if (name === "recurrent") {
    const features = size("size");
    return features === undefined ? undefined : { kind: "recurrent", size: features, steps: size("steps") ?? null };
  }
  const [channels, height, width] = [size("channels"), size("height"), size("width")];
  if (name === "convolutional3D") {
    const depth = size("depth");
    if (channels === undefined || depth === undefined || height === undefined || width === undefined) return undefined;
    return { kind: name, channels, depth, height, width };
  }
  if ((name !== "convolutional" && name !== "convolutionalFlat") || channels === undefined || height === undefined || width === undefined)
    return undefined;
  return { kind: name, channels, height, width };
}

const vector = (size: number | undefined): Shape | undefined => (size === undefined ? undefined : { kind: "feedForward", size });

function inferType(layer: WrittenLayer, path: string): Setting<Shape> {
  const inner = layer.inner ?? layer;
  const facts = layers[inner.kind];
  const nIn = valueOf(inner.settings.nIn);
  if (!facts || typeof nIn !== "number" || nIn <= 0) return unknownAt(path);
  if (inner.kind === "EmbeddingLayer") return inferred({ kind: "feedForward", size: 1 }, path);
  if (facts.wants === "feedForward") return inferred({ kind: "feedForward", size: nIn }, path);
  return facts.wants === "recurrent" && !facts.kernel ? inferred({ kind: "recurrent", size: nIn, steps: null }, path) : unknownAt(path);
}
