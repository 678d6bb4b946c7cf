import type { Layer, Network, Shape } from "../../model/network.js";
import { isKnown, type Known, type Setting } from "../../model/setting.js";
import type { Fix } from "../../model/change.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { innermost } from "../../resolve/layers-of.js";
import { sizeOf } from "../../resolve/shapes.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { featuresGiven, inputTypeFor, type FeaturesGiven } from "./features-given.js";

/** An input of another size than the data has features. */
export const featureCount = defineRule({
  id: "data/feature-count",
  severity: "error",

  check({ network, report }) {
    const [input, another] = network.inputs;
    const features = featuresGiven(network);
    if (!input || another || !isKnown(input.type) || features === undefined) return;
    const size = sizeOf(input.type.value);
    if (size === features.count) return;
    if (input.type.range !== null)
      report({
        at: input.type,
        message: `The input takes ${values(size)}, but ${features.said}.`,
        detail,
        fixes: ofType(input.type, features),
      });
    if (input.type.range !== null) return;
    for (const layer of firstLayers(network, input.name)) {
      const nIn = writtenSize(layer, features);
      if (nIn)
        report({
          at: nIn,
          layer,
          message: `nIn is ${nIn.value}, but ${features.said}.`,
          detail,
          fixes: [preferred(suggest(`Set nIn to ${features.count}`, set(nIn, features.count)))],
        });
    }
  },
});

const detail = "Every feature is one input. Where they are not as many, training fails at the first minibatch.";
const values = (count: number | undefined) => `${count ?? "?"} ${count === 1 ? "value" : "values"}`;

/** What takes the network's input; in a list the first layer. */
function firstLayers({ layers }: Network, input: string): readonly Layer[] {
  return layers.filter(({ index, from }) => from.includes(input) || (from.length === 0 && index === 0));
}

/** Its `nIn` where that counts the values of an example, and is written. What a preprocessor or a series makes of an image is not known. */
function writtenSize(layer: Layer, { image }: FeaturesGiven): Known<number> | undefined {
  const { kind, nIn, more } = innermost(layer);
  const facts = layerFacts[kind];
  const isRow = facts?.wants === "feedForward" || (facts?.wants === "recurrent" && !image);
  const countsValues = isRow && facts.category !== "embedding" && more.preprocessor === undefined && layer.more.preprocessor === undefined;
  return countsValues && isKnown(nIn) && nIn.origin === "explicit" ? nIn : undefined;
}

function ofType(type: Setting<Shape> & Known<Shape>, features: FeaturesGiven): readonly Fix[] {
  const { value: shape } = type;
  if (shape.kind === "feedForward" || shape.kind === "recurrent") {
    const args = { size: features.count, ...(shape.kind === "recurrent" && shape.steps !== null && { steps: shape.steps }) };
    const value = { name: shape.kind, args };
    return [preferred(suggest(`Set the input's size to ${features.count}`, set(type, value)))];
  }
  const image = inputTypeFor(features, "convolutional");
  if (!features.image || typeof image !== "object" || !("name" in image)) return [];
  return [preferred(suggest(`Set the input to ${features.image.join(" × ")}`, set(type, { ...image, name: shape.kind })))];
}
