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
      return isText(network, use) ? { form: "activation(String)", removedIn: "1.0.0-alpha" } : undefined;
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

/** True where the value is a quoted name: as long as the constant with its quotes, and no constant or class stands there. */
function isText(network: Network, { address }: ApiUse): boolean {
  const setting = writtenAt(network, address);
  const range = setting?.range;
  if (!range || typeof setting.value !== "string" || range.end - range.start !== setting.value.length + 2) return false;
  return !network.written.apiUses.some((use) => use.kind !== "method" && range.start <= use.range.start && use.range.end <= range.end);
}
