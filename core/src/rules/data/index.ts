import { categoricalInput } from "./categorical-input.js";
import { classCount } from "./class-count.js";
import { classImbalance } from "./class-imbalance.js";
import { constantColumn } from "./constant-column.js";
import { featureCount } from "./feature-count.js";
import { labelInFeatures } from "./label-in-features.js";
import { labelValues } from "./label-values.js";
import { labelsNotOneHot } from "./labels-not-one-hot.js";
import { missingValues } from "./missing-values.js";
import { noTestData } from "./no-test-data.js";
import { notShuffled } from "./not-shuffled.js";
import { outOfRange } from "./out-of-range.js";
import { scalerFittedOnTest } from "./scaler-fitted-on-test.js";
import { testIsTrain } from "./test-is-train.js";
import { testOverlapsTrain } from "./test-overlaps-train.js";
import { testScaledDifferently } from "./test-scaled-differently.js";
import { unknownColumn } from "./unknown-column.js";
import { unreadableFile } from "./unreadable-file.js";
import { unscaledInput } from "./unscaled-input.js";

/** Rules on the data and its scaling. */
export const rules = [
  unscaledInput,
  outOfRange,
  testScaledDifferently,
  scalerFittedOnTest,
  labelsNotOneHot,
  categoricalInput,
  classCount,
  labelValues,
  featureCount,
  labelInFeatures,
  unreadableFile,
  unknownColumn,
  missingValues,
  constantColumn,
  classImbalance,
  testIsTrain,
  testOverlapsTrain,
  noTestData,
  notShuffled,
] as const;
