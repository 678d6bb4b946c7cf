import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { Arguments, Value } from "../../../core/src/model/value.js";
import { isCall } from "../../../core/src/model/value.js";
import type { Setting } from "../../../core/src/model/setting.js";
import type { WrittenLayer, WrittenNetwork } from "../../../core/src/model/written.js";
import { bareProject } from "./project.js";

/** Calls as `{ name: { argument: value } }`, so that tables stay readable. */
type Plain = number | string | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

function plain(value: Value | null): Plain {
  if (value === null || typeof value !== "object") return value;
  if (!isCall(value)) return value.map(plain);
  return { [value.name]: plainArguments(value.args) };
}

function plainArguments(args: Arguments): Readonly<Record<string, Plain>> {
  return Object.fromEntries(Object.entries(args).map(([name, { value }]) => [name, plain(value)]));
}

/** Every setting of a network, with those within calls. */
function allSettings(network: WrittenNetwork): readonly Setting<Value>[] {
  const inputs = network.inputs.flatMap(({ type }): Setting<Value>[] => (type === null ? [] : [type]));
  const records = [network.data, network.train, network.defaults, ...network.layers.flatMap(layerSettings)];
  return [...inputs, ...records.flatMap((record) => Object.values(record))].flatMap(withArguments);
}

function layerSettings(layer: WrittenLayer): readonly Arguments[] {
  return [layer.settings, ...(layer.inner === undefined ? [] : layerSettings(layer.inner))];
}

function withArguments(setting: Setting<Value>): readonly Setting<Value>[] {
  return [setting, ...(isCall(setting.value) ? Object.values(setting.value.args).flatMap(withArguments) : [])];
}

/** The text between « and », and the text without these marks. */
function unmark(marked: string): { readonly text: string; readonly value: string; readonly start: number } {
  const start = marked.indexOf("«");
  const value = marked.slice(start + 1, marked.indexOf("»"));
  return { text: marked.replace(/[«»]/gu, ""), value, start };
}

const idioms: Readonly<Record<string, readonly (readonly [string, string, Plain])[]>> = {
  "data { @ }": [
    ['train: «csv("a.csv")»', "data.train", { csv: { path: "a.csv" } }],
    ['train: csv("a.csv", header: «true», delimiter: ";")', "data.train.header", true],
    ['train: «csvSequence("a/*.csv", header: false)»', "data.train", { csvSequence: { path: "a/*.csv", header: false } }],
    ['train: «text("a.txt", length: 50)»', "data.train", { text: { path: "a.txt", length: 50 } }],
    ['train: «idx(images: "i.gz", labels: "l.gz")»', "data.train", { idx: { images: "i.gz", labels: "l.gz" } }],
    [
      'train: «images("f", height: 28, width: 28, channels: 1)»',
      "data.train",
      { images: { path: "f", height: 28, width: 28, channels: 1 } },
    ],
    ["train: «builtin(Moons, examples: 10, noise: 0.1)»", "data.train", { builtin: { name: "moons", examples: 10, noise: 0.1 } }],
    ['train: «builtin("moons")»', "data.train", { builtin: { name: "moons" } }],
    ['train: builtin(«"glyphs"», examples: 10)', "data.train.name", "glyphs"],
    ["test: «split(0.2)»", "data.test", { split: { fraction: 0.2 } }],
    ['features: «["a", 2]»', "data.features", ["a", 2]],
    ["features: «all»", "data.features", "all"],
    ["«features» { a: [1, 2]  b: [3] }", "data.features", { byName: { a: [1, 2], b: [3] } }],
    ["features { a: «[1, 2]»  b: [3] }", "data.features.a", [1, 2]],
    ['label: «"x"»', "data.label", "x"],
    ["label: «3»", "data.label", 3],
    ["label: «[3, 4]»", "data.label", [3, 4]],
    ["label: «features»", "data.label", "features"],
    ['label { out: «"x"» }', "data.label.out", "x"],
    ["labels: «oneHot(10)»", "data.labels", { oneHot: { classes: 10 } }],
    ["labels: «binary»", "data.labels", { binary: {} }],
    ["labels: «index(3)»", "data.labels", { index: { classes: 3 } }],
    ["labelAt: «last»", "data.labelAt", "last"],
    ['categorical: «["colour", 4]»', "data.categorical", ["colour", 4]],
    ["normalize: «minMax(0, 1)»", "data.normalize", { minMax: { lo: 0, hi: 1 } }],
    ["normalize: minMax(lo: 0, hi: «2»)", "data.normalize.hi", 2],
    ["normalizeLabels: «standardize»", "data.normalizeLabels", { standardize: {} }],
    ["testNormalize: «imageScale(0, 1)»", "data.testNormalize", { imageScale: { lo: 0, hi: 1 } }],
    ["shuffle: «false»", "data.shuffle", false],
  ],
  "train { @ }": [
    ["seed: «-12», epochs: 3", "train.seed", -12],
    ["optimizationAlgo: «LINE_GRADIENT_DESCENT»", "train.optimizationAlgo", "LINE_GRADIENT_DESCENT"],
    ["updater: «nesterovs(learningRate: 0.1, momentum: 0.9)»", "train.updater", { Nesterovs: { learningRate: 0.1, momentum: 0.9 } }],
    ["updater: nesterovs(learningRate: «0.1», momentum: 0.9)", "train.updater.learningRate", 0.1],
    ["updater: nesterovs(«0.1», momentum: 0.9)", "train.updater.learningRate", 0.1],
    ["updater: «adaDelta»", "train.updater", { AdaDelta: {} }],
    ["updater: «none»", "train.updater", { NoOp: {} }],
    ["updater: «ADA_MAX(1e-3)»", "train.updater", { AdaMax: { learningRate: 0.001 } }],
    ["updater: adaDelta(rho: 0.9, learningRate: «1.0»)", "train.updater.learningRate", 1],
    [
      "updater: sgd(learningRate: «step(initialValue: 0.1, decayRate: 0.5, step: 10, per: epoch)»)",
      "train.updater.learningRate",
      { StepSchedule: { initialValue: 0.1, decayRate: 0.5, step: 10, per: "epoch" } },
    ],
    ["updater: sgd(learningRate: step(initialValue: «0.1», decayRate: 0.5, step: 10))", "train.updater.learningRate.initialValue", 0.1],
    ["updater: nesterovs(momentum: «map(0: 0.5, 1000: 0.9)»)", "train.updater.momentum", { MapSchedule: { 0: 0.5, 1000: 0.9 } }],
    [
      "updater: sgd(learningRate: «ramp(0.1, numIter: 100)»)",
      "train.updater.learningRate",
      { RampSchedule: { baseSchedule: 0.1, numIter: 100 } },
    ],
    ["biasUpdater: «sgd(0.5)»", "train.biasUpdater", { Sgd: { learningRate: 0.5 } }],
    ["l2: «1e-4»", "train.l2", 0.0001],
    ["weightDecay: «decay(0.02, applyLR: false)»", "train.weightDecay", { WeightDecay: { coefficient: 0.02, applyLR: false } }],
    ["weightDecayBias: «0.1»", "train.weightDecayBias", 0.1],
    ["dropConnect: «drop(0.1)»", "train.dropConnect", 0.9],
    ["gradientNormalization: «clipL2PerLayer(1.5)»", "train.gradientNormalization", "ClipL2PerLayer"],
    ["gradientNormalization: clipL2PerLayer(«1.5»)", "train.gradientNormalizationThreshold", 1.5],
    ["gradientNormalization: «RenormalizeL2PerParamType»", "train.gradientNormalization", "RenormalizeL2PerParamType"],
    ["backprop: «truncated(forward: 5, backward: 3)»", "train.backpropType", "TruncatedBPTT"],
    ["backprop: truncated(forward: 5, backward: «3»)", "train.tbpttBackward", 3],
    ["backprop: truncated(«5»)", "train.tbpttBackward", 5],
    ["pretrain: «passes(3)»", "train.pretrain", 3],
    ["pretrain: «true»", "train.pretrain", true],
    ["«earlyStopping» { patience: 3, score: accuracy }", "train.earlyStopping", { earlyStopping: { patience: 3, score: "accuracy" } }],
    ["earlyStopping { patience: «3» }", "train.earlyStopping.patience", 3],
    ["«distributed» { workers: 4 }", "train.distributed", { distributed: { workers: 4 } }],
  ],
  "defaults { @ }": [
    ["activation: «leakyrelu»", "defaults.activation", "LEAKYRELU"],
    ["activation: «Leaky_ReLU(0.2)»", "defaults.activation", { LEAKYRELU: { alpha: 0.2 } }],
    ["weightInit: «varScalingUniformFanAvg»", "defaults.weightInit", "VAR_SCALING_UNIFORM_FAN_AVG"],
    ["weightInit: «normal»", "defaults.weightInit", "NORMAL"],
    ["weightInit: «normal(0, 0.01)»", "defaults.weightInit", { NormalDistribution: { mean: 0, std: 0.01 } }],
    ["weightInit: «uniform(lo: -1, hi: 1)»", "defaults.weightInit", { UniformDistribution: { lower: -1, upper: 1 } }],
    ["weightInit: «ZERO»", "defaults.weightInit", "ZERO"],
    ["dropOut: «keep(0.8)»", "defaults.dropOut", 0.8],
    ["dropOut: «drop(0.2)»", "defaults.dropOut", 0.8],
    ["convolutionMode: «same»", "defaults.convolutionMode", "Same"],
  ],
  "@": [
    ["input: «vector(4)»", "inputs.0.type", { feedForward: { size: 4 } }],
    ["input: «sequence(features: 3, length: 5)»", "inputs.0.type", { recurrent: { size: 3, steps: 5 } }],
    ["input { a: vector(1)  b: «imageFlat(2, 3, 1)» }", "inputs.1.type", { convolutionalFlat: { height: 2, width: 3, channels: 1 } }],
    ["input: image(height: 2, width: «3», channels: 1)", "inputs.0.type.width", 3],
    ["layer convolution { kernel: «5», stride: [2, 1] }", "layers.0.kernel", [5, 5]],
    ["layer convolution { padding: «[1, 2, 3, 4]» }", "layers.0.padding", [1, 2, 3, 4]],
    ["layer convolution1D { kernel: «5» }", "layers.0.kernel", [5]],
    ["layer convolution { mode: «same» }", "layers.0.mode", "Same"],
    ["layer bidirectional(lstm) { mode: «add», nOut: 3 }", "layers.0.mode", "ADD"],
    ["layer bidirectional(lstm) { mode: add, nOut: «3» }", "layers.0.inner.nOut", 3],
    ["layer frozen(lastTimeStep(lstm)) { nOut: «3» }", "layers.0.inner.inner.nOut", 3],
    ["layer subsampling { pooling: «pnorm(3)» }", "layers.0.pooling", "PNORM"],
    ["layer subsampling { pooling: pnorm(«3») }", "layers.0.pnorm", 3],
    ["layer subsampling { pooling: pnorm, pnorm: «3» }", "layers.0.pnorm", 3],
    ["layer output { loss: «mae», lossWeights: [1, 2] }", "layers.0.loss", "MEAN_ABSOLUTE_ERROR"],
    ["layer output { loss: «fMeasure» }", "layers.0.loss", { LossFMeasure: {} }],
    ["layer rbm { visibleUnit: «gaussian», k: 2 }", "layers.0.visibleUnit", "GAUSSIAN"],
    ["layer variationalAutoencoder { encoder: «[256, 128]» }", "layers.0.encoder", [256, 128]],
    ["layer dense a vertex subset(1, «4») s from a", "layers.1.last", 4],
    ["layer dense a vertex reshape(«7, 7, 8») s from a", "layers.1.shape", [7, 7, 8]],
    ["layer dense a vertex elementWise(«add») s from a", "layers.1.op", "Add"],
    ["input { x: vector(1) } vertex lastTimeStep(«x») s from x", "layers.0.input", "x"],
    ["layer dense a vertex preprocess(«cnnToFeedForward») s from a", "layers.1.preprocessor", "CnnToFeedForwardPreProcessor"],
  ],
};

for (const [frame, rows] of Object.entries(idioms)) {
  describe(`what stands in ${frame}`, () => {
    for (const [marked, address, expected] of rows) {
      test(marked, () => {
        const { text, value, start } = unmark(`network a { ${frame.replace("@", () => marked)} }`);
        const { networks, problems } = nnet.read(text, bareProject);
        assert.deepEqual(problems, []);
        const [network] = networks;
        assert.ok(network);
        const setting = allSettings(network).find((one) => one.address === address);
        assert.ok(setting, `${address} is read`);
        assert.deepEqual(plain(setting.value), expected);
        assert.deepEqual(setting.range, { start, end: start + value.length });
        assert.equal(setting.path, address);
      });
    }
  });
}

describe("a network", () => {
  const text = `// one
network a { train { seed: 1 } input { x: vector(1) } layer dense "d" }
/* two */ network b { layer dense hidden { nOut: 3 } layer lstm from hidden }`.replace(' "d"', "");
  const file = nnet.read(text, bareProject);
  const [a, b] = file.networks;
  const textAt = (range: { start: number; end: number } | null | undefined): string | undefined =>
    range ? text.slice(range.start, range.end) : undefined;

  test("has its name, its text and the words where findings stand", () => {
    assert.deepEqual(file.problems, []);
    assert.deepEqual([a?.name, b?.name], ["a", "b"]);
    assert.equal(textAt(b?.range), "network b { layer dense hidden { nOut: 3 } layer lstm from hidden }");
    assert.deepEqual(
      [textAt(a?.anchors.network), textAt(a?.anchors.train), textAt(a?.anchors.defaults), a?.anchors.data],
      ["a", "train", "a", null],
    );
    assert.deepEqual(a?.framework, { name: "dl4j", version: "1.0.0-M2.1", versionFrom: "default" });
  });

  test("is a graph when layers name what feeds them, or inputs have names", () => {
    assert.deepEqual([a?.kind, b?.kind], ["graph", "graph"]);
    assert.equal(nnet.read("network c { layer dense x }", bareProject).networks[0]?.kind, "layers");
  });

  test("has layers with their kind, name and source", () => {
    const [hidden, lstm] = b?.layers ?? [];
    assert.deepEqual([hidden?.kind, hidden?.name, textAt(hidden?.kindRange)], ["DenseLayer", "hidden", "dense"]);
    assert.deepEqual([lstm?.kind, lstm?.name, lstm?.from.map(({ name }) => name)], ["LSTM", null, ["hidden"]]);
  });

  test("is as Deeplearning4j 1.0.0-M2.1, whatever the project is built with", () => {
    const project = { ...bareProject, version: { value: "0.9.1", from: "build file" as const } };
    const network = nnet.read(text, project).networks[0];
    assert.deepEqual(network?.framework, { name: "dl4j", version: "1.0.0-M2.1", versionFrom: "default" });
  });

  test("keeps comments for suppressions", () => {
    assert.deepEqual(
      file.comments.map(({ text: comment, range }) => [comment, textAt(range)]),
      [
        ["one", "// one"],
        ["two", "/* two */"],
      ],
    );
    assert.deepEqual(nnet.read("// nnlint-disable-line x -- y\r\n", bareProject).comments, [
      { range: { start: 0, end: 29 }, text: "nnlint-disable-line x -- y" },
    ]);
  });

  test("has an entry for every property and argument", () => {
    const source = "network a { train { updater: sgd(learningRate: 0.1), l2: 1 } }";
    const entries = nnet
      .read(source, bareProject)
      .networks[0]?.entries.map((entry) => [
        entry.address,
        ...[entry.range, entry.nameRange, entry.valueRange].map((range) => range && source.slice(range.start, range.end)),
      ]);
    assert.deepEqual(entries, [
      ["train.updater", "updater: sgd(learningRate: 0.1)", "updater", "sgd(learningRate: 0.1)"],
      ["train.updater.learningRate", "learningRate: 0.1", "learningRate", "0.1"],
      ["train.l2", "l2: 1", "l2", "1"],
    ]);
  });
});
