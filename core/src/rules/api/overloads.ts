import type { ApiUse } from "../../model/written.js";
import type { Network } from "../../model/network.js";
import { writtenAt } from "./written-at.js";

/** A form of a call that is gone while others of the same name remain. */
export interface RemovedForm {
  /** How the message writes it: `activation(String)`. */
  readonly form: string;
  readonly removedIn: string;
}

/** Recognizes forms of a call by their argument: the names `activation`, `regularization` and `list` live on. */
export function removedForm(network: Network, use: ApiUse): RemovedForm | undefined {
  if (use.kind !== "method" || use.argumentCount !== 1) return undefined;
  switch (use.name) {
    case "activation":
      return use.isOfText ? { form: "activation(String)", removedIn: "1.0.0-alpha" } : undefined;
    case "regularization":
      return typeof writtenAt(network, use.address)?.value === "boolean"
        ? { form: "regularization(boolean)", removedIn: "1.0.0-alpha" }
        : undefined;
    case "list":
      return use.owner === "NeuralNetConfiguration.Builder" && network.layers.length > 1
        ? { form: "list(int)", removedIn: "0.6.0" }
        : undefined;
    default:
      return undefined;
  }
}
