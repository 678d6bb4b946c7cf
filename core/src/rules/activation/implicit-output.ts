import { nameOf } from "../../model/value.js";
import { lossActivations } from "../../facts/loss-activations.js";
import { defineRule, preferred, safe, set, suggest, valueOf } from "../define-rule.js";
import { ownAddress } from "./own-address.js";
import { outputActivation, outputLayers, seemsToReconstruct } from "./output-activation.js";

/** An output whose activation nobody wrote, and which is not the one that its loss is usually given. */
export const implicitOutput = defineRule({
  id: "activation/implicit-output",
  severity: "warning",

  check({ network, report }) {
    // An autoencoder's output takes the range of its inputs.
    if (network.kind === "transfer" || seemsToReconstruct(network)) return;
    for (const output of outputLayers(network)) {
      const inForce = outputActivation(network, output);
      const loss = nameOf(valueOf(output.loss));
      const table = loss === undefined ? undefined : lossActivations[loss];
      if (!inForce || inForce.owner !== output || inForce.setting.origin === "explicit" || !table) continue;
      const [usual] = table.fits;
      if (usual === undefined || table.fits.includes(inForce.name)) continue;
      const address = ownAddress(network, output, inForce.setting);
      const isGlobal = inForce.setting.origin === "inherited";
      report({
        at: { anchor: output.kindRange, path: inForce.setting.path },
        layer: output,
        message: `No output activation is written, so that it is ${inForce.name}${isGlobal ? ", the global one" : ""}; ${loss ?? ""} is usually given ${usual}.`,
        detail: `${isGlobal ? "Up to Deeplearning4j 1.0.0-beta2 output layers take the global activation. " : ""}${table.why}`,
        fixes: [
          preferred(suggest(`Set activation to ${usual}`, set(address, usual))),
          safe(`Write activation ${inForce.name}`, set(address, inForce.name)),
        ],
      });
    }
  },
});
