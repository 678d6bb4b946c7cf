import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { calibrationFiles, findingsOf, networksOf } from "../../calibration/train.js";

/** By finding: the network that shows it soonest, and the setting that the finding stands on. The others: `npm run calibrate`. */
const shown: Readonly<Record<string, readonly [network: string, setting: RegExp]>> = {
  "not-a-number": ["saturn_at_1000", /^train\.updater\.learningRate$/],
  diverging: ["wine_one_layer", /^train\.updater\.learningRate$/],
  "initial-loss": ["wine_unscaled", /^data\.normalize$/],
  "loss-flat": ["wine_slow", /^train\.updater\.learningRate$/],
  "update-ratio": ["breast_cancer_slow", /^train\.updater\.learningRate$/],
  "vanishing-gradient": ["wine_eight_sigmoids", /^layers\.0\.activation$/],
  "exploding-gradient": ["moons_wide_weights", /^train\.gradientNormalization$/],
  "dead-units": ["blobs_biased", /^layers\.0\.activation$/],
  "saturated-units": ["breast_cancer_unscaled", /^layers\.0\.activation$/],
  overfitting: ["waves_as_rows", /^train\.epochs$/],
  "still-improving": ["wine_short", /^train\.epochs$/],
  oscillating: ["xor_pairs", /^train\.updater\.learningRate$/],
  "chance-level": ["wine_at_half", /^train\.updater\.learningRate$/],
  "input-ignored": ["wine_from_zero", /^layers\.0\.weightInit$/],
  "cannot-overfit-batch": ["wine_from_zero", /^layers\.0\.weightInit$/],
};

describe("a run shows what is wrong, on the setting that explains it", () => {
  test("every finding has a network that shows it", () => {
    assert.deepEqual([...Object.keys(shown), "healthy"].sort(), [...calibrationFiles()].sort());
  });

  for (const [finding, [network, setting]] of Object.entries(shown))
    test(finding, async () => {
      const found = await findingsOf({ file: finding, network }, { seed: 1 });
      const symptom = found.find(({ rule }) => rule === `run/${finding}`);
      assert.ok(symptom, `found are ${found.map(({ rule }) => rule).join(", ")}`);
      assert.match("anchor" in symptom.at ? (symptom.at.path ?? "") : symptom.at.path, setting);
      assert.ok(Object.keys(symptom.evidence).length > 0);
      assert.match(symptom.message, /\d/u, "the message has a number");
    });
});

describe("a run of a network that trains well shows nothing", () => {
  const quick = new Set(["blobs_sgd", "line", "wine_dropout", "breast_cancer_one_unit"]);
  for (const healthy of networksOf("healthy").filter(({ network }) => quick.has(network)))
    for (const limits of [{}, { steps: 30 }, { steps: 100 }])
      test(`${healthy.network}, ${JSON.stringify(limits)}`, async () => {
        const found = await findingsOf(healthy, { seed: 1, ...limits });
        assert.deepEqual(
          found.filter(({ severity }) => severity !== "info").map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      });
});
