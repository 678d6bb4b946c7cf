import type { Input, Network, Shape } from "../../../core/src/model/network.js";
import { isKnown } from "../../../core/src/model/setting.js";
import { innermost } from "../../../core/src/resolve/layers-of.js";

/**
 * The network with inputs as its data has them. Deeplearning4j's input type says how many different indices an embedding takes
 * (`InputType.feedForward(6)` before an EmbeddingLayer of six rows); what it is given is one index for each example, `[n, 1]`,
 * or one for each step, `[n, 1, time]`.
 */
export function withIndexInputs(network: Network): Network {
  return { ...network, inputs: network.inputs.map((input) => withIndices(input, network)) };
}

function withIndices(input: Input, { layers }: Network): Input {
  const kinds = new Set(layers.filter(({ from }) => from.includes(input.name)).map((layer) => innermost(layer).kind));
  const [kind] = kinds;
  if (!isKnown(input.type) || kinds.size !== 1) return input;
  const shape = indexShape(kind, input.type.value);
  return shape ? { ...input, type: { ...input.type, value: shape } } : input;
}

function indexShape(kind: string | undefined, shape: Shape): Shape | undefined {
  if (kind === "EmbeddingLayer" && shape.kind === "feedForward") return { ...shape, size: 1 };
  return kind === "EmbeddingSequenceLayer" && shape.kind === "recurrent" ? { ...shape, size: 1 } : undefined;
}
