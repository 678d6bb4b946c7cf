import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { innermost, isFrozen } from "../../resolve/layers-of.js";
import { expectedIn } from "../../resolve/size-of-input.js";
import { isSoftmaxClassifier } from "../data/classifier-output.js";
import { classesFound, labelSize } from "../data/known-classes.js";
import { featuresGiven } from "../data/features-given.js";
import { usedColumns } from "../data/profile-columns.js";
import { defineRule, isKnown, preferred, set, suggest } from "../define-rule.js";

/** Layers whose size has to be written. */
const sized: ReadonlySet<string> = new Set(["feedForward", "output", "recurrent", "convolution", "pretraining", "embedding"]);
/** Kinds of these categories that take the size of their input, or of their group. */
const unsized: ReadonlySet<string> = new Set(["DepthwiseConvolution2D", "ElementWiseMultiplicationLayer", "OCNNOutputLayer"]);

/** A layer without a size, or with one that is none. */
export const sizeMissing = defineRule({
  id: "shape/size-missing",
  severity: "error",

  check({ network, report }) {
    if (network.kind === "transfer") return;
    for (const outer of network.layers) {
      const layer = innermost(outer);
      const facts = layerFacts[layer.kind];
      if (!facts?.weights || !sized.has(facts.category) || unsized.has(layer.kind) || isFrozen(outer)) continue;
      for (const key of ["nIn", "nOut"] as const) {
        const size = layer[key];
        if (isKnown(size) && size.range !== null && size.value <= 0)
          report({
            at: size,
            layer: outer,
            message: `${key} is ${size.value}: a layer needs at least one ${key === "nIn" ? "input" : "unit"}.`,
            detail: "Deeplearning4j throws when the network is built or initialized.",
            fixes: sizes(network, outer, key, size.address),
          });
        else if (size === undefined && isUnsaid(network, outer, key))
          report({
            at: { anchor: layer.kindRange, path: `layers.${outer.index}.${key}` },
            layer: outer,
            message: `${key} is not written, and nothing says it.`,
            detail:
              key === "nIn" && layer.kind.startsWith("Embedding")
                ? "An embedding's input is one column of indices: its nIn is how many different indices there are."
                : "Deeplearning4j throws when the network is built or initialized.",
            fixes: sizes(network, outer, key, addressIn(outer, key)),
          });
      }
    }
  },
});

/** Where a network has no input type, that is what is missing: `shape/input-type-missing`. */
function isUnsaid(network: Network, outer: Layer, key: "nIn" | "nOut"): boolean {
  if (key === "nOut") return true;
  return network.notation === "nnet" && innermost(outer).kind.startsWith("Embedding");
}

/** `layers.0.inner.nOut` of a wrapped layer. */
function addressIn(outer: Layer, key: string): string {
  const depth = (layer: Layer): string => (layer.inner ? `.inner${depth(layer.inner)}` : "");
  return `layers.${outer.index}${depth(outer)}.${key}`;
}

/** The size that the data or the layer before says. */
function sizes(network: Network, outer: Layer, key: "nIn" | "nOut", address: string): readonly Fix[] {
  const size = key === "nIn" ? sizeOfInput(network, outer) : sizeOfOutput(network, outer);
  return size !== undefined && size > 0 ? [preferred(suggest(`Set ${key} to ${size}`, set(address, size)))] : [];
}

function sizeOfInput(network: Network, outer: Layer): number | undefined {
  const { kind } = innermost(outer);
  if (layerFacts[kind]?.category === "embedding") return countOfIndices(network);
  const incoming = expectedIn({ kind, inputShape: outer.inputShape });
  const isFirst = outer.index === 0 || outer.from.some((name) => network.inputs.some((input) => input.name === name));
  const given = isFirst ? featuresGiven(network) : undefined;
  if (incoming !== undefined || !given) return incoming;
  const { wants } = layerFacts[kind] ?? {};
  if (wants === "convolutional") return given.image?.[2];
  return wants === "recurrent" && given.image ? undefined : given.count;
}

/** How many different indices the only feature column holds: they count from 0. */
function countOfIndices(network: Network): number | undefined {
  const used = usedColumns(network);
  const [column, another] = used?.features ?? [];
  if (!used?.profile.complete || !column || another || column.type !== "integer" || column.max === null) return undefined;
  return column.min !== null && column.min >= 0 ? column.max + 1 : undefined;
}

/** One unit for each class or value of the labels. */
function sizeOfOutput(network: Network, outer: Layer): number | undefined {
  if (!network.outputs.includes(outer.name)) return undefined;
  return labelSize(network, outer)?.count ?? (isSoftmaxClassifier(network, outer) ? classesFound(network)?.count : undefined);
}
