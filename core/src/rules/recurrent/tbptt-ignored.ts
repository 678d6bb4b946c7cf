import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import { layers as layerFacts } from "../../facts/layers.js";
import { defineRule, isKnown, preferred, safe, set, suggest } from "../define-rule.js";
import { withoutLengths } from "./tbptt-calls.js";

/** Lengths of truncated back-propagation that nothing uses. */
export const tbpttIgnored = defineRule({
  id: "recurrent/tbptt-ignored",
  severity: "warning",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const { backpropType, tbpttForward, tbpttBackward } = network.train;
    const written = [tbpttForward, tbpttBackward].filter(
      ({ origin, range }) => range !== null && (origin === "explicit" || origin === "unknown"),
    );
    const [first] = written;
    if (!first || !isKnown(backpropType) || backpropType.value !== "Standard") return;
    report({
      at: first,
      message: `The tBPTT length${isKnown(first) ? ` of ${first.value}` : ""} has no effect: the back-propagation type is Standard.`,
      detail:
        "For long time series it is generally advisable to use truncated back-propagation through time. " +
        "The lengths alone do not switch it on: without backpropType(BackpropType.TruncatedBPTT) every update goes through the whole series, and its cost can become prohibitive.",
      fixes: [...truncate(network), safe(`Remove the tBPTT ${written.length === 1 ? "length" : "lengths"}`, ...withoutLengths(network))],
    });
  },
});

/** Switches truncation on, where it can be used; a backward length must not exceed the forward one. */
function truncate({ train, layers }: Network): Fix[] {
  const throws = layers.some(({ kind }) => kind === "LastTimeStep" || kind === "LastTimeStepVertex" || kind === "GlobalPoolingLayer");
  if (throws || !layers.some(mayTakeSeries) || !isKnown(train.tbpttForward) || !isKnown(train.tbpttBackward)) return [];
  const type = set(train.backpropType, "TruncatedBPTT");
  const { value: backward } = train.tbpttBackward;
  if (backward <= train.tbpttForward.value) return [preferred(suggest("Set backpropType to TruncatedBPTT", type))];
  return [
    preferred(suggest(`Set backpropType to TruncatedBPTT and the forward length to ${backward}`, type, set(train.tbpttForward, backward))),
  ];
}

/** True for layers that take series, and for those of which it is not known. */
function mayTakeSeries({ kind }: Layer): boolean {
  const facts = layerFacts[kind];
  return facts === undefined || facts.wants === "recurrent";
}
