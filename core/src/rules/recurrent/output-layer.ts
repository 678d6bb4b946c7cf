import type { Change, Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { atLeast } from "../../facts/versions.js";
import { feeds, innermost, isRecurrent } from "../../resolve/layers-of.js";
import { defineRule, preferred, suggest, valueOf } from "../define-rule.js";

/** An output for rows after a series, or one for series after rows. */
export const outputLayer = defineRule({
  id: "recurrent/output-layer",
  severity: "error",

  check({ network, report }) {
    for (const layer of network.layers) {
      const { kind, kindRange } = innermost(layer);
      if (kind === "OutputLayer" && givesSeries(network, layer))
        report({
          at: { anchor: kindRange },
          layer,
          message: "An OutputLayer follows a recurrent layer that gives a series.",
          detail:
            "It wants one row of activations per example and gets one per step, so that labels and answers do not match. For an answer at every step use RnnOutputLayer; for one at the end put LastTimeStep or global pooling between.",
          fixes: fixesFor(network, layer),
        });
      if (kind === "RnnOutputLayer" && !network.layers.some(mayGiveSeries) && takesRows(network))
        report({
          at: { anchor: kindRange },
          layer,
          message: "An RnnOutputLayer follows layers that give no series.",
          detail: "It wants activations for every step, and nothing before it is recurrent. Use OutputLayer.",
          fixes: [preferred(suggest("Use OutputLayer", toKind(layer, "OutputLayer")))],
        });
    }
  },
});

/** An answer at every step; or one at the end, where the layer before it can be wrapped. */
function fixesFor(network: Network, layer: Layer): readonly Fix[] {
  const everyStep = suggest("Answer at every step: use RnnOutputLayer", toKind(layer, "RnnOutputLayer"));
  const [before, another] = feeds(network, layer);
  const hasWrapper = network.notation === "nnet" || atLeast(network.framework.version, "1.0.0-alpha");
  if (!before || another || !isRecurrent(before) || !hasWrapper) return [everyStep];
  const atEnd = suggest("Answer at the end: take the last step", { kind: "wrapLayer", index: before.index, wrapper: "LastTimeStep" });
  return valueOf(network.data.labelAt) === "last" ? [preferred(atEnd), everyStep] : [everyStep, atEnd];
}

function toKind({ index }: Layer, kind: string): Change {
  return { kind: "changeKind", index, layer: { kind, settings: {} } };
}

/** True when all that comes in is the series of a recurrent layer, taken straight. */
function givesSeries(network: Network, layer: Layer): boolean {
  const before = feeds(network, layer);
  return (
    before.length > 0 &&
    before.every((one) => {
      if (innermost(one).kind === "DropoutLayer" || innermost(one).kind === "ActivationLayer") return givesSeries(network, one);
      return !one.isVertex && isRecurrent(one) && one.kind !== "LastTimeStep" && one.inner?.kind !== "LastTimeStep";
    })
  );
}

/** True for layers that give a series, and for those of which it is not known. */
function mayGiveSeries(layer: Layer): boolean {
  if (layer.isVertex) return true;
  const facts = layerFacts[innermost(layer).kind];
  if (innermost(layer).kind === "RnnOutputLayer") return false;
  return facts === undefined || !["feedForward", "output", "activation", "dropout", "normalization"].includes(facts.category);
}

function takesRows({ inputs }: Network): boolean {
  return inputs.every(({ type }) => type.origin !== "unknown" && type.value.kind !== "recurrent");
}
