import type { Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";
import { minibatchesPerEpoch, trainingExamples } from "./training-size.js";

/** Fewer updates than this are too few to leave the start (`epochs/too-few-updates`). */
export const fewestUpdates = 300;

/** Whole numbers of epochs that people write. */
const roundEpochs = [1, 2, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300];

/**
 * The smallest usual number of epochs, `atLeast` or more, that gives a run enough updates with one update per minibatch of `batchSize`.
 * `atLeast` itself when the number of examples is not known.
 */
export function epochsForEnoughUpdates(network: Network, atLeast: number, batchSize = valueOf(network.train.batchSize)): number {
  const examples = trainingExamples(network);
  if (!examples || examples.count < 1 || batchSize === undefined) return atLeast;
  const needed = Math.max(atLeast, Math.ceil(fewestUpdates / minibatchesPerEpoch(examples.count, batchSize)));
  return needed === atLeast ? atLeast : (roundEpochs.find((epochs) => epochs >= needed) ?? needed);
}
