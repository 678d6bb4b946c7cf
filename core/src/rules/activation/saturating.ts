import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { defineRule, preferred, suggest } from "../define-rule.js";
import { activationPlace } from "./layer-kinds.js";
import { bySameText, namingLayers } from "./same-text.js";
import { repairedTogether, saturations, type Saturation } from "./saturation.js";
import { writeActivation } from "./write-activation.js";

/** Numbers and names that decide what saturates too much. */
export const saturatingOptions = { saturating: ["SIGMOID", "TANH", "HARDSIGMOID", "HARDTANH", "SOFTSIGN"], depth: 3, few: 2 };

/** Hidden layers whose gradient dies where they saturate. */
export const saturating = defineRule({
  id: "activation/saturating",
  severity: "warning",
  options: saturatingOptions,

  check({ network, options, report }) {
    const found = saturations(network, options);
    for (const group of bySameText(found, ({ layer }) => layer)) {
      const [saturation] = group;
      const layers = group.map(({ layer }) => layer);
      report({
        at: activationPlace(saturation.layer),
        ...(group.length === 1 && { layer: saturation.layer }),
        severity: saturation.severity,
        message: namingLayers(messageOf(saturation), layers),
        detail:
          "For hidden layers, relu or leakyrelu are generally good choices. Tanh, sigmoid and their like are flat where they saturate and more prone to vanishing gradients, " +
          "which can make learning much harder in deep networks.",
        // Layers of a stack repaired one by one would leave the last one alone among rectified ones.
        fixes: () => {
          const together = saturation.reason === "lone" ? layers : found.map(({ layer }) => layer);
          return rectify(network, repairedTogether(network, together, options));
        },
      });
    }
  },
});

function messageOf({ activation, depth, reason }: Saturation): string {
  switch (reason) {
    case "stack":
      return `${activation} saturates, and ${depth} such layers follow one another.`;
    case "lone":
      return `${activation} stands alone among rectified layers.`;
    case "hard":
      return `${activation} is flat on both sides: beyond ±2.5 a unit learns nothing.`;
    case "few":
      return `${activation} saturates: its gradient is 0.25 at most.`;
  }
}

/** Rectifies the layers: relu, or leakyrelu. */
export function rectify(network: Network, layers: readonly Layer[]): Fix[] {
  const of = layers.length === 1 ? "activation" : `the activation of ${layers.length} layers`;
  const fix = (value: string) => suggest(`Set ${of} to ${value}`, ...writeActivation(network, layers, value));
  return [preferred(fix("RELU")), fix("LEAKYRELU")];
}
