import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { nameOf } from "../../../core/src/model/value.js";
import type { RunHistory } from "../run/history.js";
import { noProbes, type Probes } from "../run/probes.js";
import { cannotOverfitBatch } from "./cannot-overfit-batch.js";
import { chanceLevel } from "./chance-level.js";
import { deadUnits } from "./dead-units.js";
import { diverging } from "./diverging.js";
import { explodingGradient } from "./exploding-gradient.js";
import { initialLoss } from "./initial-loss.js";
import { inputIgnored } from "./input-ignored.js";
import { lossFlat } from "./loss-flat.js";
import { notANumber } from "./not-a-number.js";
import { oscillating } from "./oscillating.js";
import { overfitting } from "./overfitting.js";
import { saturatedUnits } from "./saturated-units.js";
import { stillImproving } from "./still-improving.js";
import type { FindSymptom, Symptom } from "./symptom.js";
import { updateRatio } from "./update-ratio.js";
import { vanishingGradient } from "./vanishing-gradient.js";

/** About the network itself, whatever it is trained on. */
const ofTheNetwork: readonly FindSymptom[] = [deadUnits, saturatedUnits, vanishingGradient];

/** About how it learns: on invented data these would mean nothing. */
const ofLearning: readonly FindSymptom[] = [initialLoss, updateRatio, lossFlat, chanceLevel];

/** About what it learns: only of a network that has learnt something. */
const ofTheLearnt: readonly FindSymptom[] = [overfitting, oscillating, stillImproving];

/** Losses that go below 0, some without end: how far one has come cannot be told from their size. */
const withoutFloor: ReadonlySet<string> = new Set(["LossMixtureDensity", "POISSON", "COSINE_PROXIMITY"]);

/** Everything that a run shows, causes before what follows from them: a loss that explodes says all that there is to say. */
export function findSymptoms(history: RunHistory, network: Network, probes: Probes = noProbes): readonly Symptom[] {
  const find = (symptoms: readonly FindSymptom[]) => symptoms.flatMap((symptom) => symptom(history, network));
  const lost = find([notANumber]);
  if (lost.length > 0) return [...lost, ...find([explodingGradient])];
  if (network.layers.some(({ loss }) => withoutFloor.has(nameOf(valueOf(loss)) ?? ""))) return find(ofTheNetwork);
  const climbing = history.isSynthetic ? [] : find([diverging]);
  const common = [...climbing, ...find([explodingGradient, ...ofTheNetwork]), ...cannotOverfitBatch(history, network, probes)];
  // By how much the rate is too high is worth saying as well.
  if (climbing.length > 0) return [...common, ...find([updateRatio])];
  if (history.isSynthetic) return common;
  const learning = find(ofLearning);
  const isAtChance = learning.some(({ rule }) => rule === "run/chance-level");
  return [...common, ...learning, ...inputIgnored(history, network, probes), ...(isAtChance ? find([oscillating]) : find(ofTheLearnt))];
}
