import type { Arguments, Value } from "../model/value.js";
import type { WrittenNetwork } from "../model/written.js";
import { isKnown, type Setting } from "../model/setting.js";
import { isCall } from "../model/value.js";
import { atLeast } from "../facts/versions.js";

const rivals: readonly (readonly [string, string])[] = [
  ["l2", "weightDecay"],
  ["l2Bias", "weightDecayBias"],
];

/**
 * What one builder's calls say, without the penalty that a later call took away: from 1.0.0-beta4 on `l2` removes `weightDecay` and
 * `weightDecay` removes `l2` (`BaseLayer.Builder`, `NeuralNetConfiguration.Builder`). In `.nnet` the order of keys means nothing, and
 * both count.
 */
export function withoutReplaced({ notation, framework }: WrittenNetwork, said: Arguments): Arguments {
  if (notation === "nnet" || !atLeast(framework.version, "1.0.0-beta4")) return said;
  const dead = rivals.flatMap(([first, second]) => {
    const [one, other] = [said[first], said[second]];
    if (!isPositive(one) || !isPositive(other) || !one?.range || !other?.range) return [];
    return one.range.start < other.range.start ? [first] : [second];
  });
  return dead.length === 0 ? said : Object.fromEntries(Object.entries(said).filter(([key]) => !dead.includes(key)));
}

function isPositive(setting: Setting<Value> | undefined): boolean {
  if (!isKnown(setting)) return false;
  const coefficient = isCall(setting.value) ? setting.value.args.coefficient : setting;
  return isKnown(coefficient) && Number(coefficient.value) > 0;
}
