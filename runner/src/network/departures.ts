import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Unsupported } from "../engine.js";

/** Where a run computes something else than Deeplearning4j, for the user to know before it starts. */
export function departuresOf(network: Network): readonly Unsupported[] {
  return [...optimization(network), ...truncatedBackpropagation(network), ...bidirectional(network)];
}

function optimization({ train }: Network): readonly Unsupported[] {
  const algorithm = valueOf(train.optimizationAlgo);
  if (algorithm === undefined || algorithm === "STOCHASTIC_GRADIENT_DESCENT") return [];
  return [
    {
      setting: train.optimizationAlgo.path,
      reason: `${algorithm} searches along a line; here every step is one of stochastic gradient descent`,
    },
  ];
}

function truncatedBackpropagation({ train }: Network): readonly Unsupported[] {
  if (valueOf(train.backpropType) !== "TruncatedBPTT") return [];
  return [
    {
      setting: train.backpropType.path,
      reason:
        "the gradient counts the state that is carried from the piece before, which Deeplearning4j takes as zero in its backward pass",
    },
  ];
}

function bidirectional({ layers }: Network): readonly Unsupported[] {
  return layers
    .filter(({ kind }) => kind === "Bidirectional")
    .map(({ index }) => ({
      setting: `layers.${index}`,
      reason: "a features mask holds for both directions here, while in Deeplearning4j it reaches neither",
    }));
}
