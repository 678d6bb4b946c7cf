import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import { settingFacts } from "../../../core/src/facts/settings.js";
import type { Layer, Setting } from "../../../core/src/model/index.js";
import { resolve } from "../../../core/src/resolve/resolve.js";

const guidelines = new Set(readdirSync(new URL("../../../core/src/guidelines/", import.meta.url)).map((name) => name.replace(".md", "")));

const text = `network all {
  data {
    train: csv("a.csv") test: split(0.2) features: all label: "y" labels: oneHot(3) labelAt: each categorical: ["c"]
    normalize: standardize normalizeLabels: standardize testNormalize: none batchSize: 8 shuffle: true
  }
  train {
    seed: 1 epochs: 2 iterations: 1 optimizationAlgo: lbfgs updater: nesterovs(learningRate: 0.1, momentum: 0.9) biasUpdater: sgd(learningRate: 0.1)
    l1: 0 l2: 0 l1Bias: 0 l2Bias: 0 weightDecay: 0 weightDecayBias: 0 miniBatch: true dropConnect: keep(0.5)
    gradientNormalization: clipL2PerLayer(1) backprop: truncated(10) pretrain: true
    earlyStopping { patience: 3 maxEpochs: 9 maxMinutes: 5 minImprovement: 0.1 score: testLoss } distributed { workers: 2 averagingFrequency: 5 }
  }
  input: image(height: 9, width: 9, channels: 1)
  layer convolution { nOut: 3, kernel: 3, dilation: 1 }
  layer localResponseNormalization {}
  layer subsampling { pooling: pnorm(2) }
  layer batchNormalization {}
  layer upsampling2D {}
  layer cropping {}
  layer rbm { nOut: 4 }
  layer autoEncoder { nOut: 4 }
  layer variationalAutoencoder { nOut: 4, reconstruction: bernoulli(sigmoid) }
  layer lastTimeStep(bidirectional(lstm)) { nOut: 4 }
  layer centerLossOutput { nOut: 3, lossWeights: [1, 1, 2] }
}`;

const [written] = nnet.read(text, { version: null, configuration: { preset: "recommended", rules: {} } }).networks;
assert.ok(written);
const network = resolve(written);

/** Settings of a part of the network with the class of the layer they stand in. */
function settingsIn(part: object, kind?: string): readonly (readonly [Setting<unknown>, string | undefined])[] {
  return Object.values(part).flatMap((value: unknown) =>
    typeof value === "object" && value !== null && "origin" in value ? [[value as Setting<unknown>, kind] as const] : [],
  );
}

function settingsOfLayer(layer: Layer): readonly (readonly [Setting<unknown>, string | undefined])[] {
  const { more, inner, kind } = layer;
  return [...settingsIn(layer, kind), ...settingsIn(more, kind), ...(inner ? settingsOfLayer(inner) : [])];
}

const all = [
  ...settingsIn(network.train),
  ...settingsIn(network.data),
  ...settingsIn(network.train.updater.value ?? {}),
  ...settingsIn(network.train.earlyStopping?.value?.args ?? {}),
  ...settingsIn(network.train.distributed?.value?.args ?? {}),
  ...network.layers.flatMap(settingsOfLayer),
];

describe("every setting has a text", () => {
  const paths = new Map(
    all.map(([{ path }, kind]) => [`${path.replace(/\d+/g, "n")}${kind === undefined ? "" : ` of ${kind}`}`, [path, kind] as const]),
  );
  for (const [name, [path, kind]] of paths) {
    test(name, () => {
      const facts = settingFacts(path, kind);
      assert.ok(facts, "it has");
      assert.ok(guidelines.has(facts.section), `there is a guideline page on ${facts.section}`);
      assert.match(facts.meaning, /^[A-Z].*\.$/s);
      assert.match(facts.title, /^[A-Z]/);
    });
  }
});

describe("the same word in different places", () => {
  test("train in data is the training data", () => assert.equal(settingFacts("data.train")?.title, "Training data"));
  test("a batch size stands in data, and means the run's", () => {
    assert.equal(settingFacts("data.batchSize"), settingFacts("train.batchSize"));
  });
  test("a mode joins directions, or decides about borders", () => {
    assert.equal(settingFacts("layers.0.mode", "Bidirectional")?.title, "How directions join");
    assert.equal(settingFacts("layers.0.mode", "ConvolutionLayer")?.title, "Convolution mode");
  });
  test("k counts Gibbs steps, or offsets a normalization", () => {
    assert.equal(settingFacts("layers.0.k", "RBM")?.title, "Gibbs steps");
    assert.equal(settingFacts("layers.0.k", "LocalResponseNormalization")?.title, "Offset");
  });
  test("a wrapped layer's settings are a layer's", () => {
    assert.equal(settingFacts("layers.0.inner.updater.learningRate", "LSTM")?.title, "Learning rate");
  });
  test("what is no setting has no text", () => {
    assert.equal(settingFacts("layers.0.frobnicate"), undefined);
    assert.equal(settingFacts("nonsense"), undefined);
    assert.equal(settingFacts("layers.0.toString"), undefined);
  });
});
