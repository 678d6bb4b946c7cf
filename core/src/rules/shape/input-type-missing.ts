import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import type { NewValue } from "../../model/value.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { feeds, innermost } from "../../resolve/layers-of.js";
import { infersSizes } from "../../resolve/size-of-input.js";
import { featuresGiven, inputTypeFor } from "../data/features-given.js";
import { defineRule, isKnown, isWritten, preferred, set, suggest, valueOf } from "../define-rule.js";

/** Sizes that have to be inferred, and nothing says from what. */
export const inputTypeMissing = defineRule({
  id: "shape/input-type-missing",
  severity: "error",

  check({ network, report }) {
    if (network.kind === "transfer" || hasInputType(network)) return;
    for (const outer of network.layers) {
      const layer = innermost(outer);
      const said = isSizeless(network, outer)
        ? "nIn is not written, and without an input type nothing says it."
        : isStepToRows(network, outer)
          ? `What ${feeds(network, outer)[0]?.kind ?? "the layer before"} gives is an image, and this layer takes rows.`
          : undefined;
      if (said === undefined) continue;
      report({
        at: { anchor: layer.kindRange, path: `layers.${outer.index}.nIn` },
        layer: outer,
        message: said,
        detail:
          network.notation === "nnet"
            ? "Write the network's input: input: vector(4), input: image(28, 28, 1)."
            : "With setInputType(InputType…) (setInputTypes in a graph) Deeplearning4j infers every nIn and puts the preprocessors between layers of different kinds.",
        fixes: inputTypes(network),
      });
      return;
    }
  },
});

function hasInputType({ notation, written, inputs }: Network): boolean {
  if (notation === "nnet") return written.inputs.length > 0;
  return written.inputs.some(({ type }) => type !== null) || inputs.some(({ type }) => type.origin === "unknown" && type.range !== null);
}

/** No size is written, and none is inferred: in a graph, or where the first layer does not say it. */
function isSizeless(network: Network, outer: Layer): boolean {
  const { kind, nIn } = innermost(outer);
  const facts = layerFacts[kind];
  const needsOne = facts?.weights === true && ["feedForward", "output", "recurrent", "convolution", "pretraining"].includes(facts.category);
  if (!needsOne || kind === "OCNNOutputLayer") return false;
  if (network.notation === "nnet") return outer.index === 0 && !isWritten(nIn);
  return nIn === undefined && !infersSizes(network.written);
}

/** From convolutions and pooling to dense layers an image has to be flattened; by hand, or where the input type is known. */
function isStepToRows(network: Network, outer: Layer): boolean {
  const { kind, more } = innermost(outer);
  const [before, another] = feeds(network, outer);
  const written = network.written.layers[outer.index];
  if (layerFacts[kind]?.wants !== "feedForward" || !before || another || before.isVertex) return false;
  if (more.preprocessor !== undefined || written?.settings.preprocessor !== undefined) return false;
  const facts = layerFacts[innermost(before).kind];
  const isImage = facts?.wants === "convolutional" && innermost(before).kind !== "CnnLossLayer";
  return isImage && facts.category !== "output" && valueOf(before.outputShape) === undefined;
}

/** The type of the only input, where the data says it, or the first layer's `nIn` does. */
function inputTypes(network: Network): readonly Fix[] {
  const first = network.layers.filter(
    ({ index, from }) => from.some((name) => network.inputs.some((input) => input.name === name)) || index === 0,
  );
  const [layer, another] = first;
  if (!layer || another || network.inputs.length > 1) return [];
  const { kind, nIn } = innermost(layer);
  const wants = layerFacts[kind]?.wants;
  const given = featuresGiven(network);
  const type = given ? inputTypeFor(given, wants) : ofFirst(wants, isKnown(nIn) && isWritten(nIn) ? nIn.value : undefined);
  if (!type || typeof type !== "object" || !("name" in type)) return [];
  const size = Object.values(type.args).filter((value) => typeof value === "number");
  return [preferred(suggest(`Set the input to ${size.join(" × ")}`, set("inputs.0.type", type)))];
}

/** A row or a series of as many values as the first layer takes; of an image `nIn` says the channels only. */
function ofFirst(wants: string | undefined, nIn: number | undefined): NewValue | undefined {
  if (nIn === undefined || (wants !== "feedForward" && wants !== "recurrent")) return undefined;
  return { name: wants, args: { size: nIn } };
}
