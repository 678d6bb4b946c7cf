import type { Network } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import type { TrainingJob } from "../protocol/job.js";

/** When a run ends by itself. */
export interface Limits {
  readonly epochs: number;
  readonly steps: number;
  readonly seconds: number;
  /** The epochs are those that the config says. */
  readonly isOwnEpochs: boolean;
  /** Left out where steps are counted, or the config has none. */
  readonly earlyStopping?: EarlyStopping;
}

/** Deeplearning4j's termination conditions, as far as the config has them. */
export interface EarlyStopping {
  /** Epochs without improvement after which it stops. */
  readonly patience: number;
  /** By how much a score has to be better to count. */
  readonly minImprovement: number;
  readonly maxMinutes: number;
  readonly score: "testLoss" | "trainLoss" | "accuracy";
}

/** The limits asked for, else those of the config. */
export function limitsOf({ train }: Network, job: Pick<TrainingJob, "epochs" | "steps" | "seconds" | "usualSeconds">): Limits {
  const { epochs, steps, seconds, usualSeconds } = job;
  if (steps !== undefined) return { epochs: epochs ?? Infinity, steps, seconds: seconds ?? Infinity, isOwnEpochs: false };
  const stopping = isKnown(train.earlyStopping) ? train.earlyStopping.value.args : {};
  const argument = (key: string, usual: number) => {
    const value = valueOf(stopping[key]);
    return typeof value === "number" ? value : usual;
  };
  const asked = epochs !== undefined || seconds !== undefined;
  const own = asked ? Infinity : (valueOf(train.epochs) ?? Infinity);
  const score = valueOf(stopping.score);
  return {
    epochs: Math.min(epochs ?? own, argument("maxEpochs", Infinity)),
    steps: Infinity,
    seconds: seconds ?? (asked ? Infinity : usualSeconds),
    isOwnEpochs: !asked && isKnown(train.epochs),
    ...(isKnown(train.earlyStopping) && {
      earlyStopping: {
        patience: argument("patience", Infinity),
        minImprovement: argument("minImprovement", 0),
        maxMinutes: argument("maxMinutes", Infinity),
        score: score === "trainLoss" || score === "accuracy" ? score : "testLoss",
      },
    }),
  };
}
