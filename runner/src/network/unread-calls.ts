import type { Network } from "../../../core/src/model/network.js";
import { isKnown } from "../../../core/src/model/setting.js";
import type { Unsupported } from "../engine.js";

/** Calls of builders that change what is trained, and that the network model has no place for. */
const reasons: Readonly<Record<string, string>> = {
  constrainWeights: "constraints on weights are not applied",
  constrainBias: "constraints on biases are not applied",
  constrainAllParameters: "constraints on parameters are not applied",
  constrainInputWeights: "constraints on input weights are not applied",
  constrainRecurrent: "constraints on recurrent weights are not applied",
  constrainPointWise: "constraints on pointwise weights are not applied",
  minimize: "the loss is minimized, whatever is said here",
  stepFunction: "step functions belong to line searches, which are not followed",
  legacyBatchScaledL2: "l2 is not scaled by the minibatch",
  weightNoise: "of noise on weights only a DropConnect of the whole network is applied",
  biasLearningRate: "biases train at the rate of the weights",
  momentumAfter: "the momentum stays what it is at the beginning",
};

/** What a text says that a run does not heed, by the name of the call, each once. */
export function unreadCalls({ written, train }: Network): readonly Unsupported[] {
  const isHeeded = (address: string | null) => address === "train.dropConnect" && isKnown(train.dropConnect);
  const names = written.apiUses.flatMap(({ kind, name, address }) => {
    const isUnread = name === "weightNoise" ? !isHeeded(address) : address === null;
    return kind === "method" && isUnread ? [name] : [];
  });
  return [...new Set(names)].flatMap((name) => {
    const reason = reasons[name];
    return reason === undefined ? [] : [{ setting: name, reason }];
  });
}
