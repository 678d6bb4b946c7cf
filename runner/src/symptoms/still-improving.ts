import { isKnown } from "../../../core/src/model/setting.js";
import { preferred, set, suggest } from "../../../core/src/rules/define-rule.js";
import { mean, percent, shown, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/still-improving`. */
export const stillImprovingOptions = {
  /** The last piece of the run against the one before it. */
  pieces: 5,
  fall: 0.05,
  leastEpochs: 5,
  /** A network that is this good needs no more. */
  goodAccuracy: 0.95,
};

/** All of the config's epochs are done, and the loss was still falling: more of them would do more. */
export const stillImproving: FindSymptom = (history, network) => {
  const { pieces, fall, leastEpochs, goodAccuracy } = stillImprovingOptions;
  const { epochs, ended, evaluation } = history;
  const setting = network.train.epochs;
  if (ended !== "epochs" || epochs.length < leastEpochs || !isKnown(setting)) return [];
  const { accuracy = 0, r2 = 0 } = evaluation?.metric ?? {};
  if (accuracy >= goodAccuracy || r2 >= goodAccuracy) return [];
  const length = Math.max(1, Math.floor(epochs.length / pieces));
  const [before, last] = [epochs.slice(-2 * length, -length), epochs.slice(-length)];
  const meanOf = (part: typeof epochs, of: (epoch: (typeof epochs)[number]) => number) => mean(part.map(of));
  const [trainedBefore, trained] = [meanOf(before, ({ trainLoss }) => trainLoss), meanOf(last, ({ trainLoss }) => trainLoss)];
  const [testedBefore, tested] = [meanOf(before, ({ testLoss }) => testLoss ?? 0), meanOf(last, ({ testLoss }) => testLoss ?? 0)];
  const share = (trainedBefore - trained) / Math.abs(trainedBefore);
  if (!(share > fall) || tested > testedBefore) return [];
  const more = 2 * setting.value;
  return [
    {
      rule: "run/still-improving",
      severity: "info",
      message: `The loss was still falling when training ended: by ${percent(share)} in the last ${length === 1 ? "epoch" : `${length} epochs`}.`,
      detail: `From ${shown(trainedBefore)} to ${shown(trained)}, and the test loss with it. More epochs would bring it further down; early stopping ends the training when they no longer do.`,
      evidence: { share, before: trainedBefore, last: trained, epochs: epochs.length },
      layer: null,
      at: setting,
      fixes: [preferred(suggest(`Train for ${more} epochs`, set(setting, more)))],
    },
  ];
};
