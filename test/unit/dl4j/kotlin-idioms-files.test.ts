// What stands around networks in Kotlin: several of them, other files, data and training.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inFile, inFunction, onlyNetwork, read } from "./kotlin-reading.js";
import { conf, dense, output, valueAt } from "./kotlin-idiom.js";

describe("several networks, other files", () => {
  test("each network of a file under its name", () => {
    const { networks } = read(
      inFile(`fun first() = NeuralNetConfiguration.Builder().list().layer(${dense}).build()
class A {
    val second = NeuralNetConfiguration.Builder().list().layer(${dense}).build()
    init { val third = NeuralNetConfiguration.Builder().apply { seed(1) }.list().apply { layer(${dense}) }.build() }
}`),
    );
    assert.deepEqual(
      networks.map((network) => [network.name, network.notation, network.layers.length]),
      [
        ["first", "kotlin", 1],
        ["second", "kotlin", 1],
        ["third", "kotlin", 1],
      ],
    );
  });

  test("a file that does not mention the library holds no network", () => {
    assert.deepEqual(read(conf("").replaceAll("deeplearning4j", "other")).networks, []);
  });
});

describe("data and training", () => {
  const around = (statements: string): string =>
    inFunction(`    val conf = NeuralNetConfiguration.Builder().list().layer(${dense}).layer(${output}).build()\n${statements}`);
  const reader = `CSVRecordReader(0, ',').apply { initialize(FileSplit(File("iris.csv"))) }`;

  test("an iterator, its reader and scaler in blocks, epochs by repeat", () => {
    const network = onlyNetwork(
      around(`    val train = RecordReaderDataSetIterator(${reader}, 32, 4, 3)
    val scaler = NormalizerStandardize().apply { fit(train) }
    train.preProcessor = scaler
    val net = MultiLayerNetwork(conf).apply { init() }
    repeat(20) { net.fit(train) }`),
    );
    const seen = ["data.train.path", "data.batchSize", "data.label", "data.labels.classes", "train.epochs"].map((one) =>
      valueAt(network, one),
    );
    assert.deepEqual(seen, ["iris.csv", 32, 4, 3, 20]);
    assert.equal(valueAt(network, "data.normalize.fittedOn"), "train");
  });

  for (const [loop, epochs] of [
    ["for (epoch in 0 until 5) net.fit(train)", 5],
    ["for (epoch in 1..5) { net.fit(train) }", 5],
    ["for (epoch in 0..<5) { net.fit(train) }", 5],
    ["(0 until 5).forEach { net.fit(train) }", 5],
    ["(1..5).forEach { epoch -> net.fit(train) }", 5],
    ["net.fit(train, 5)", 5],
    ["net.fit(train)", 1],
    ["for (epoch in 0 until args.size) net.fit(train)", null],
    ["while (net.score() > 0.1) net.fit(train)", null],
    ["for (epoch in 10 downTo 1) net.fit(train)", null],
  ] as const)
    test(loop, () => {
      const network = onlyNetwork(
        around(`    val train = MnistDataSetIterator(64, true, 123)\n    val net = MultiLayerNetwork(conf)\n    net.init()\n    ${loop}`),
      );
      assert.equal(valueAt(network, "train.epochs"), epochs);
    });

  test("a split by Kotlin's properties", () => {
    const network = onlyNetwork(
      around(`    val all = RecordReaderDataSetIterator(${reader}, 150, 4, 3).next()
    val split = all.splitTestAndTrain(0.75)
    val net = MultiLayerNetwork(conf)
    net.fit(split.train)`),
    );
    assert.equal(valueAt(network, "data.test.fraction"), 0.25);
  });
});
