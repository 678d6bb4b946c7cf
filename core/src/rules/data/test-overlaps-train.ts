import { defineRule } from "../define-rule.js";

/** Rows of the test data that stand in the training data too. */
export const testOverlapsTrain = defineRule({
  id: "data/test-overlaps-train",
  severity: "warning",
  options: { share: 0.05, timesRepeats: 2 },

  check({ network, options, report }) {
    const { test, train, trainProfile, testProfile } = network.data;
    if (!train || !test || !trainProfile || !testProfile || trainProfile.columns.length !== testProfile.columns.length) return;
    const known = new Set(trainProfile.rowHashes);
    const shared = testProfile.rowHashes.reduce((count, hash) => (known.has(hash) ? count + 1 : count), 0);
    const share = shared / testProfile.rows;
    // Where the training rows repeat each other, as those of a few codes do, test rows are bound to occur among them.
    const repeats = 1 - known.size / trainProfile.rows;
    if (!(share > options.share) || share <= repeats * options.timesRepeats) return;
    const first = testProfile.rowHashes.findIndex((hash) => known.has(hash));
    report({
      at: test,
      message: `${shared} of the ${testProfile.rows} test rows (${Math.round(share * 100)} %) ${shared === 1 ? "stands" : "stand"} in the training data too, the first in row ${first + 1}.`,
      detail:
        "Overfitting occurs when a network predicts the training set very well, but makes poor predictions on data it has never seen. " +
        "Rows that it was trained on make the test score too good. Take them out of one of the two files.",
      related: [
        { message: `The same example is row ${trainProfile.rowHashes.indexOf(testProfile.rowHashes[first] ?? NaN) + 1} here.`, at: train },
      ],
    });
  },
});
