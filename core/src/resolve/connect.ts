import type { Input } from "../model/network.js";
import type { WrittenLayer, WrittenNetwork } from "../model/written.js";
import { onlyInput } from "./inputs.js";

/** A layer or vertex with its name and what feeds it. */
export interface Node {
  readonly name: string;
  /** How findings name it: the name as written, else its index. */
  readonly id: string;
  readonly layer: WrittenLayer;
  /** Its index among the written layers; a merge vertex has that of the layer it feeds. */
  readonly writtenIndex: number;
  readonly from: readonly string[];
}

/**
 * Layers and vertices by what feeds them, each after what it needs. Several inputs to one layer are merged by a vertex
 * `NAME-merge` before it (`ComputationGraphConfiguration.GraphBuilder.addLayer`). What stands in a cycle keeps its place.
 */
export function connect(network: WrittenNetwork, inputs: readonly Input[]): readonly Node[] {
  const named = network.layers.map((layer, index) => ({
    layer,
    index,
    // a graph has no names of its own making: what cannot be read is not claimed
    name: layer.name ?? (network.kind === "graph" && network.notation !== "nnet" ? `?${index}` : `layer${index}`),
    id: layer.name ?? String(index),
  }));
  const first = inputs[0]?.name ?? onlyInput;
  const nodes = named.flatMap(({ layer, index, name, id }): Node[] => {
    const from = layer.from.length > 0 ? layer.from.map((source) => source.name) : [named[index - 1]?.name ?? first];
    const node: Node = { name, id, layer, writtenIndex: index, from };
    if (layer.isVertex || from.length < 2) return [node];
    const merge: Node = { name: `${name}-merge`, id: `${name}-merge`, layer: mergeVertex(layer), writtenIndex: index, from };
    return [merge, { ...node, from: [merge.name] }];
  });
  return inOrder(nodes);
}

function mergeVertex(layer: WrittenLayer): WrittenLayer {
  return { name: null, kind: "MergeVertex", kindRange: layer.kindRange, isVertex: true, from: layer.from, settings: {} };
}

/** Each node after the ones that feed it; in the order written where that is such an order, else as near to it as can be. */
function inOrder(nodes: readonly Node[]): readonly Node[] {
  const known = new Set(nodes.map(({ name }) => name));
  const placed = new Set<string>();
  const isReady = ({ from }: Node) => from.every((name) => placed.has(name) || !known.has(name));
  const ordered: Node[] = [];
  let waiting = nodes;
  while (waiting.length > 0) {
    const before = ordered.length;
    const passed: Node[] = [];
    for (const node of waiting) {
      if (!isReady(node)) {
        passed.push(node);
        continue;
      }
      placed.add(node.name);
      ordered.push(node);
    }
    // Nothing is ready: what is left stands in a cycle, or behind one.
    if (ordered.length === before) return [...ordered, ...passed];
    waiting = passed;
  }
  return ordered;
}
