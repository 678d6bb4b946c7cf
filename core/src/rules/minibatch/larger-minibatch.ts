import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { preferred, set, suggest, valueOf } from "../define-rule.js";
import { epochsForEnoughUpdates } from "../epochs/enough-updates.js";

/** A larger minibatch; where that leaves too few updates in all, more epochs with it. */
export function largerMinibatch(network: Network, size: number): Fix {
  const { batchSize, epochs } = network.train;
  const grow = set(batchSize, size);
  const now = valueOf(epochs);
  const enough = now === undefined ? undefined : epochsForEnoughUpdates(network, now, size);
  if (enough === undefined || enough === now) return preferred(suggest(`Set minibatch size to ${size}`, grow));
  return preferred(suggest(`Set minibatch size to ${size} and epochs to ${enough}`, grow, set(epochs, enough)));
}
