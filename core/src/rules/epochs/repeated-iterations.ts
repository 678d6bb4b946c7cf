import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { defineRule, isKnown, preferred, set, suggest, valueOf } from "../define-rule.js";
import { fewestUpdates, epochsForEnoughUpdates } from "./enough-updates.js";
import { isFullBatch, trainingExamples, updatesInAll } from "./training-size.js";

/** Several updates in a row on each minibatch. */
export const repeatedIterations = defineRule({
  id: "epochs/repeated-iterations",
  severity: "warning",
  options: { verySmall: 1000 },

  check({ network, options, report }) {
    const { iterations } = network.train;
    if (!isKnown(iterations) || iterations.value <= 1) return;
    const isUnseen = isDataUnseen(network);
    // A default that nobody wrote is no choice to be questioned before the data is known.
    if (isUnseen && iterations.origin === "default") return;
    const examples = trainingExamples(network);
    if (isFullBatch(network) && (examples === undefined || examples.count <= options.verySmall)) return;
    const { value } = iterations;
    const unwritten = iterations.origin === "default" ? ` (the default of Deeplearning4j ${network.framework.version})` : "";
    report({
      at: iterations,
      severity: isUnseen ? "info" : undefined,
      message: `Each minibatch is used for ${value} updates in a row${unwritten}.`,
      detail:
        "Generally you want several epochs and one iteration. " +
        "Several iterations fit the network to one minibatch before it sees the next; they are for full-batch training on very small data sets.",
      fixes: [preferred(onceEach(network))],
    });
  },
});

/** Builder calls that do not show what is trained on: it may be one whole data set. A `.nnet` always trains in minibatches. */
function isDataUnseen({ notation, data, train }: Network): boolean {
  return notation !== "nnet" && !(train.isTrained && isKnown(data.train));
}

/** Epochs rise along where one update per minibatch would leave too few updates. */
function onceEach(network: Network): Fix {
  const { iterations, epochs } = network.train;
  const once = set(iterations ?? "train.iterations", 1);
  const updates = updatesInAll(network);
  const inARow = valueOf(iterations) ?? 1;
  if (!isKnown(epochs) || updates === undefined || updates / inARow >= fewestUpdates) return suggest("Set iterations to 1", once);
  const enough = epochsForEnoughUpdates(network, epochs.value);
  return suggest(`Set iterations to 1 and epochs to ${enough}`, once, set(epochs, enough));
}
