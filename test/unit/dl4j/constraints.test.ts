import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isSetting } from "../../../core/src/model/setting.js";
import { inMethod, onlyNetwork } from "./reading.js";

/** Values without where they stand; `null` for what is not known. */
function plain(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plain);
  if (typeof part !== "object" || part === null) return part;
  if (isSetting(part)) return part.origin === "unknown" ? null : plain(part.value);
  return Object.fromEntries(Object.entries(part).map(([key, value]: [string, unknown]) => [key, plain(value)]));
}

const networkOf = (train: string, layer = "", loss = "LossFunctions.LossFunction.MCXENT") =>
  onlyNetwork(
    inMethod(`double most = 2.0;
MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()${train}.list()
    .layer(new LSTM.Builder().nIn(4).nOut(3)${layer}.build())
    .layer(new RnnOutputLayer.Builder(${loss}).nIn(3).nOut(4).build()).build();`),
  );
const inTraining = (train: string) => networkOf(train).train;

describe("constraints are read", () => {
  const table: readonly (readonly [call: string, expected: unknown])[] = [
    ["new MaxNormConstraint(most, 1)", [{ name: "MaxNormConstraint", args: { maxNorm: 2, dimensions: [1] } }]],
    ["new MaxNormConstraint(0.5, 1, 2, 3)", [{ name: "MaxNormConstraint", args: { maxNorm: 0.5, dimensions: [1, 2, 3] } }]],
    ["new MinMaxNormConstraint(0.1, 1.0, 1)", [{ name: "MinMaxNormConstraint", args: { min: 0.1, max: 1, dimensions: [1] } }]],
    [
      "new MinMaxNormConstraint(0.1, 1, 0.5, 1)",
      [{ name: "MinMaxNormConstraint", args: { min: 0.1, max: 1, rate: 0.5, dimensions: [1] } }],
    ],
    [
      "new UnitNormConstraint(1), new NonNegativeConstraint()",
      [
        { name: "UnitNormConstraint", args: { dimensions: [1] } },
        { name: "NonNegativeConstraint", args: {} },
      ],
    ],
    ["new OwnConstraint(1)", null],
    ["new NonNegativeConstraint(), new OwnConstraint(1)", null],
    ["new MaxNormConstraint(0.5)", null],
  ];
  for (const [call, expected] of table)
    test(call, () => assert.deepEqual(plain(inTraining(`.constrainWeights(${call})`).constrainWeights), expected));

  test("of a layer", () => {
    const [layer] = networkOf("", ".constrainRecurrent(new NonNegativeConstraint())").layers;
    assert.deepEqual(plain(layer?.settings.constrainRecurrent), [{ name: "NonNegativeConstraint", args: {} }]);
  });
});

describe("noise on weights is read", () => {
  const normal = { name: "NormalDistribution", args: { mean: 0, std: 0.1 } };
  const noise = (applyToBias: boolean, additive: boolean) => ({
    name: "WeightNoise",
    args: { distribution: normal, applyToBias, additive },
  });
  const table: readonly (readonly [made: string, expected: unknown])[] = [
    ["new DropConnect(0.5)", 0.5],
    ["new DropConnect(0.5, true)", 0.5],
    ["new WeightNoise(new NormalDistribution(0, 0.1))", noise(false, true)],
    ["new WeightNoise(new NormalDistribution(0, 0.1), false)", noise(false, false)],
    ["new WeightNoise(new NormalDistribution(0, 0.1), true, false)", noise(true, false)],
    ["new WeightNoise(new NormalDistribution(0, 0.1), onBiases())", null],
    ["new OwnNoise(0.1)", null],
  ];
  for (const [made, expected] of table)
    test(made, () => assert.deepEqual(plain(inTraining(`.weightNoise(${made})`).dropConnect), expected));
});

test("a mixture density is read from its builder", () => {
  const loss = "LossMixtureDensity.builder().gaussians(2).labelWidth(1).build()";
  assert.deepEqual(plain(networkOf("", "", loss).layers[1]?.settings.loss), {
    name: "LossMixtureDensity",
    args: { gaussians: 2, labelWidth: 1 },
  });
});
