import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { consumers, innermost, isOutput } from "../../resolve/layers-of.js";
import { defineRule, isKnown, preferred, set, suggest, type Report } from "../define-rule.js";
import { ownAddress } from "../activation/own-address.js";
import { percent } from "./dropouts.js";

/** Dropout on the first layer, which drops raw inputs. */
export const dropsInput = defineRule({
  id: "regularization/drops-input",
  severity: "info",
  options: { least: 0.8 },

  check({ network, options, report }) {
    if (network.kind === "transfer") return;
    const inputs = new Set(network.inputs.map(({ name }) => name));
    for (const layer of network.layers) {
      const { dropOut, kind } = innermost(layer);
      if (!layer.from.every((name) => inputs.has(name)) || !isKnown(dropOut) || typeof dropOut.value !== "number") continue;
      // Denoising is what pretraining layers do with their inputs; an output layer has a rule of its own.
      if (layerFacts[kind]?.category === "pretraining" || isOutput(layer) || dropOut.value <= 0 || dropOut.value >= options.least) continue;
      report({ ...said(dropOut.value), at: dropOut, layer, fixes: move(network, layer, dropOut) });
    }
  },
});

function said(keep: number): Pick<Report, "message" | "detail"> {
  return {
    message: `${percent(1 - keep)} of the raw inputs are dropped.`,
    detail:
      "In Deeplearning4j dropout acts on what comes into a layer, so that on the first layer it takes out inputs. " +
      "What is dropped there is lost for all layers; keeping 0.8 or more is usual.",
  };
}

/** The same share, dropped before the next layer. */
function move(network: Network, layer: Layer, dropOut: NonNullable<Layer["dropOut"]>): Fix[] {
  const [next, another] = consumers(network, layer);
  const there = next && innermost(next).dropOut;
  if (!next || another || !there || isOutput(next) || !isKnown(dropOut)) return [];
  const off = set(ownAddress(network, layer, dropOut), 1);
  const changes = dropOut.origin === "inherited" ? [off] : [off, set(ownAddress(network, next, there), dropOut.value as number)];
  const title = dropOut.origin === "inherited" ? "Switch dropout off on the first layer" : `Move the dropout to layer ${next.id}`;
  return [preferred(suggest(title, ...changes))];
}
