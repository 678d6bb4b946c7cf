import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { set, suggest } from "../../../core/src/rules/define-rule.js";
import { percent, shown, type FindSymptom } from "./symptom.js";

/** Thresholds of `run/overfitting`. */
export const overfittingOptions = {
  /** By how much the test loss lies above its own minimum. */
  above: 0.1,
  /** And by so many standard errors of the test loss: on few examples a single one moves it. */
  standardErrors: 2,
  /** For so many evaluations in a row, the last ones. */
  evaluations: 3,
};

/** The test loss rises while the training loss falls: the network learns the training examples by heart. */
export const overfitting: FindSymptom = ({ epochs }, network) => {
  const { above, standardErrors, evaluations } = overfittingOptions;
  const tested = epochs.flatMap(({ epoch, trainLoss, testLoss, uncertainty }) =>
    testLoss === null ? [] : [{ epoch, trainLoss, testLoss, error: uncertainty * Math.abs(testLoss) }],
  );
  const recent = tested.slice(-evaluations);
  const [earliest, ...later] = tested.slice(0, -evaluations);
  const last = recent.at(-1);
  if (!earliest || !last || recent.length < evaluations) return [];
  const best = later.reduce((lowest, one) => (one.testLoss < lowest.testLoss ? one : lowest), earliest);
  const isAbove = recent.every(
    ({ testLoss, error }) => testLoss - best.testLoss >= Math.max(above * Math.abs(best.testLoss), standardErrors * error),
  );
  if (!isAbove || !(last.trainLoss < best.trainLoss)) return [];
  const { train, anchors } = network;
  const rise = last.testLoss / best.testLoss - 1;
  return [
    {
      rule: "run/overfitting",
      severity: "warning",
      message: `The test loss rises while the training loss falls: ${shown(best.testLoss)} after epoch ${best.epoch}, ${shown(last.testLoss)} after epoch ${last.epoch} (${percent(rise)} more).`,
      detail: `At least ${percent(above)} above its minimum in the last ${evaluations} evaluations: what is learnt after epoch ${best.epoch} holds for the training examples only. Stop earlier, or regularize.`,
      evidence: {
        bestEpoch: best.epoch,
        best: best.testLoss,
        last: last.testLoss,
        standardError: last.error,
        trainThen: best.trainLoss,
        trainNow: last.trainLoss,
      },
      layer: null,
      at: isKnown(train.epochs) ? train.epochs : { anchor: anchors.train, path: "train.epochs" },
      fixes: [
        ...(train.earlyStopping
          ? []
          : [suggest("Stop early", set("train.earlyStopping", { name: "earlyStopping", args: { patience: 3 } }))]),
        ...(valueOf(train.l2) === 0 ? [suggest("Add l2 of 1e-4", set(train.l2, 1e-4))] : []),
        ...(isKnown(train.epochs) ? [suggest(`Train for ${best.epoch} epochs`, set(train.epochs, best.epoch))] : []),
      ],
    },
  ];
};
