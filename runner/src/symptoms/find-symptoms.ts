import type { Network } from "../../../core/src/model/network.js";
import type { RunHistory } from "../run/history.js";
import { chanceLevel } from "./chance-level.js";
import { deadUnits } from "./dead-units.js";
import { diverging } from "./diverging.js";
import { lossFlat } from "./loss-flat.js";
import { notANumber } from "./not-a-number.js";
import { overfitting } from "./overfitting.js";
import { saturatedUnits } from "./saturated-units.js";
import type { FindSymptom, Symptom } from "./symptom.js";
import { updateRatio } from "./update-ratio.js";

/** About the network itself, whatever it is trained on. */
const ofTheNetwork: readonly FindSymptom[] = [deadUnits, saturatedUnits];

/** About how it learns: on invented data these would mean nothing. */
const ofLearning: readonly FindSymptom[] = [updateRatio, lossFlat, chanceLevel, overfitting];

/** Everything that a run shows, causes before what follows from them: a loss that explodes says all that there is to say. */
export function findSymptoms(history: RunHistory, network: Network): readonly Symptom[] {
  const lost = notANumber(history, network);
  if (lost.length > 0) return lost;
  const climbing = history.isSynthetic ? [] : diverging(history, network);
  const others = climbing.length > 0 || history.isSynthetic ? ofTheNetwork : [...ofTheNetwork, ...ofLearning];
  return [...climbing, ...others.flatMap((find) => find(history, network))];
}
