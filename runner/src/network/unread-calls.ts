import { isOldApi } from "../../../core/src/facts/versions.js";
import type { Network } from "../../../core/src/model/network.js";
import { isKnown } from "../../../core/src/model/setting.js";
import type { ApiUse } from "../../../core/src/model/written.js";
import type { Unsupported } from "../engine.js";

/** Calls of builders that change what is trained, and that a run does not heed. */
const reasons: Readonly<Record<string, string>> = {
  constrainWeights: "a constraint on weights that cannot be read off the text is not applied",
  constrainBias: "a constraint on biases that cannot be read off the text is not applied",
  constrainInputWeights: "it is not applied, as in Deeplearning4j 1.0.0-M2.1",
  constrainAllParameters: "of a whole network it is not applied, as in Deeplearning4j 1.0.0-M2.1; that of a layer is",
  constrainPointWise: "constraints on pointwise weights are not applied",
  minimize: "the loss is minimized, whatever is said here",
  stepFunction: "step functions belong to line searches, which are not followed",
  legacyBatchScaledL2: "l2 is not scaled by the minibatch",
  weightNoise: "noise on weights that cannot be read off the text is not applied",
  DropConnect: "weights are dropped, biases are not",
  biasLearningRate: "biases train at the rate of the weights",
  momentumAfter: "the momentum stays what it is at the beginning",
};

/** What a text says that a run does not heed, by the name of the call, each once. */
export function unreadCalls(network: Network): readonly Unsupported[] {
  const unread = network.written.apiUses.filter((use) => isUnread(use, network)).map(({ name }) => name);
  return [...new Set(unread)].flatMap((name) => {
    const reason = reasons[name];
    return reason === undefined ? [] : [{ setting: name, reason }];
  });
}

/** Those with an address that is read are heeded. What layers say is judged by their values. */
function isUnread({ name, kind, argumentCount, address }: ApiUse, { written, framework }: Network): boolean {
  if (kind === "constructor") return name === "DropConnect" && argumentCount > 1;
  if (kind !== "method") return false;
  // Without effect in Deeplearning4j, too (measured with 1.0.0-M2.1).
  if (name === "minimize") return isOldApi(framework.version);
  if (address === null || name === "constrainInputWeights" || address === "train.constrainAllParameters") return true;
  const [section, key] = address.split(".");
  return section === "train" && key !== undefined && !isKnown(written.train[key]);
}
