import { layers as layerFacts } from "../../facts/layers.js";
import { consumers, innermost, isOutput } from "../../resolve/layers-of.js";
import type { Fix } from "../../model/change.js";
import type { Layer } from "../../model/network.js";
import { nameOf } from "../../model/value.js";
import { defineRule, preferred, suggest, valueOf } from "../define-rule.js";

/** A network that is trained, and ends in a layer without a loss. */
export const noOutput = defineRule({
  id: "structure/no-output",
  severity: "warning",

  check({ network, report }) {
    const { layers, train, written, kind, data } = network;
    const last = layers.at(-1);
    if (!last || kind === "transfer" || !train.isTrained || layers.some(isOutput)) return;
    if (network.notation === "nnet" && data.train === undefined) return;
    // Layerwise pretraining needs no output, and what is not known may be one.
    if (
      layers.some(({ kind: name }) => layerFacts[name]?.category === "pretraining") ||
      layers.some((layer) => !isFamiliar(innermost(layer).kind))
    )
      return;
    if (valueOf(train.pretrain) === true || written.train.outputs !== undefined || consumers(network, last).length > 0) return;
    report({
      at: { anchor: last.kindRange },
      layer: last,
      message: "The network is trained, and its last layer has no loss.",
      detail:
        "Without an output or loss layer nothing says how wrong an answer is, and the fit throws. Let the last layer be an output layer, or put a loss layer behind it.",
      fixes: toOutput(last),
    });
  },
});

function isFamiliar(kind: string): boolean {
  return layerFacts[kind] !== undefined || kind.endsWith("Vertex");
}

/** Losses that take what an activation gives. */
const lossFor: Readonly<Record<string, string>> = { SOFTMAX: "MCXENT", SIGMOID: "XENT", IDENTITY: "MSE" };

/** A dense layer as the output layer that its activation is made for. */
function toOutput({ kind, index, activation }: Layer): readonly Fix[] {
  const loss = lossFor[nameOf(valueOf(activation)) ?? ""];
  if (kind !== "DenseLayer" || loss === undefined) return [];
  const layer = { kind: "OutputLayer", settings: { loss } };
  return [preferred(suggest(`Make the last layer an output layer with the loss ${loss}`, { kind: "changeKind", index, layer }))];
}
