import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { configuration, dataOf, eachDataOf, eachTrainOf, inClass, inMain, network, reader, trainOf } from "./surroundings.js";

const train = "DataSetIterator train = new MnistDataSetIterator(64, true, 1);";
const epochsOf = (...statements: string[]) => trainOf(inMain(train, network, ...statements)).epochs;

describe("epochs are known", () => {
  const table: readonly (readonly [string, unknown])[] = [
    ["net.fit(train);", 1],
    ["net.fit(train, 10);", 10],
    ["IntStream.range(0, 10).forEach(i -> net.fit(train));", 10],
    ["int epochs = 10; net.fit(train, epochs);", 10],
    ["for (int i = 0; i < 10; i++) net.fit(train);", 10],
    ["for (int i = 1; i <= 10; i++) { net.fit(train); }", 10],
    ["for (int i = 0; i < 10; i++) { train.reset(); while (train.hasNext()) { net.fit(train.next()); } }", 10],
    ["for (int i = 0; i < 10; i++) { while (train.hasNext()) { DataSet d = train.next(); net.fit(d); } train.reset(); }", 10],
    ["for (int i = 0; i < 10; i++) { while (train.hasNext()) { DataSet d = train.next(); net.fit(d.getFeatures(), d.getLabels()); } }", 10],
    ["while (train.hasNext()) net.fit(train.next());", 1],
    ["for (int i = 0; i < 5; i++) net.fit(train, 2);", 10],
    ["net.fit(new MultipleEpochsIterator(10, train));", 10],
    ["for (int i = 0; i < 2; i++) net.fit(new MultipleEpochsIterator(5, train, 4));", 10],
    ["net.fit(new AsyncDataSetIterator(train), 10);", 10],
    ["if (args.length > 1) return; net.fit(train, 10);", 10],
    ["try { net.fit(train, 10); } catch (Exception e) { e.printStackTrace(); }", 10],
    ["List<DataSet> list = load(); for (int i = 0; i < 10; i++) { for (DataSet d : list) net.fit(d); }", 10],
    ["net.setListeners(new ScoreIterationListener(10)); net.pretrain(train); net.fit(train, 10);", 10],
  ];
  for (const [text, epochs] of table)
    test(text, () => {
      assert.equal(epochsOf(text), epochs);
    });

  test("through a method that is called with the network, the data and the number", () => {
    const text = inClass(`  public static void main(String[] args) throws Exception {
    ${train}
    ${network}
    run(net, train, 10);
  }
  static void run(MultiLayerNetwork model, DataSetIterator data, int epochs) {
    for (int i = 0; i < epochs; i++) once(model, data);
  }
  static void once(MultiLayerNetwork model, DataSetIterator data) {
    model.fit(data);
  }`);
    assert.equal(trainOf(text).epochs, 10);
    assert.equal(dataOf(text).batchSize, 64);
  });

  test("for a network that each round of an outer loop makes anew", () => {
    const text = inMain(train, `for (int seed = 0; seed < 5; seed++) {\n${network}\nnet.fit(train, 10);\n}`);
    assert.equal(trainOf(text).epochs, 10);
  });
});

describe("epochs are not known", () => {
  const table: readonly string[] = [
    "net.fit(train, epochs());",
    "for (int i = 0; i < args.length; i++) net.fit(train);",
    "while (net.score() > 0.1) net.fit(train);",
    "net.fit(train, 3); net.fit(train, 5);",
    "for (int i = 0; i < 100; i++) if (i % 2 == 0) net.fit(train);",
    "for (int i = 0; i < 100; i++) { if (net.score() < 0.1) break; net.fit(train); }",
    "for (int i = 0; i < 100; i++) net.fit(train.next());",
    "for (int i = 0; i < 100; i++) net.fit(new DataSet(in(i), out(i)));",
    "int n = 0; while (train.hasNext() && n++ < 100) net.fit(train.next());",
    "IntStream.range(0, 10).filter(i -> i > 2).forEach(i -> net.fit(train));",
    "net.fit(new MultipleEpochsIterator(train, 4, 1000L));",
  ];
  for (const text of table)
    test(text, () => {
      assert.equal(epochsOf(text), null);
    });

  test("where others may call the method again", () => {
    const fields = `  private MultiLayerNetwork net;
  Example() {
    ${configuration}
    net = new MultiLayerNetwork(conf);
  }`;
    assert.equal(trainOf(inClass(`${fields}\n  void once(DataSetIterator data) { net.fit(data); }`)).epochs, null);
    assert.equal(
      trainOf(inClass(`${fields}\n  void all(DataSetIterator data) { for (int i = 0; i < 10; i++) net.fit(data); }`)).epochs,
      10,
    );
  });
});

describe("what trains a network is known by the network that it is given", () => {
  const two = `${configuration}
    MultiLayerConfiguration other = new NeuralNetConfiguration.Builder().list().layer(new OutputLayer.Builder().nOut(2).build()).build();
    MultiLayerNetwork first = new MultiLayerNetwork(conf);
    MultiLayerNetwork second = new MultiLayerNetwork(other);`;
  const iris = "DataSetIterator iris = new IrisDataSetIterator(8, 150);";

  test("two networks, each with its data and epochs", () => {
    const text = inMain(train, iris, two, "first.fit(train, 5);", "second.fit(iris, 7);");
    assert.deepEqual(
      eachTrainOf(text).map(({ epochs }) => epochs),
      [5, 7],
    );
    assert.deepEqual(
      eachDataOf(text).map(({ batchSize }) => batchSize),
      [64, 8],
    );
  });

  test("two networks, one of which is not trained", () => {
    assert.deepEqual(
      eachTrainOf(inMain(train, two, "second.fit(train, 5);")).map(({ trained }) => trained ?? false),
      [false, true],
    );
  });

  test("a network in a field that another method fills", () => {
    const text = inClass(`  private MultiLayerNetwork first, second;
  private DataSetIterator train;
  void build() {
    ${configuration}
    first = new MultiLayerNetwork(conf);
    second = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list().layer(new OutputLayer.Builder().nOut(2).build()).build());
  }
  void load() throws Exception { train = new MnistDataSetIterator(32, true, 1); }
  void train() { for (int i = 0; i < 10; i++) first.fit(train); }`);
    assert.deepEqual(
      eachTrainOf(text).map(({ trained, epochs }) => [trained, epochs]),
      [
        [true, 10],
        [undefined, undefined],
      ],
    );
    assert.equal(eachDataOf(text)[0]?.batchSize, 32);
  });

  test("a graph, a network made by a method, one made from the configuration that a method returns", () => {
    const graph = `ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
      .addLayer("out", new OutputLayer.Builder().nIn(4).nOut(3).build(), "in").setOutputs("out").build();
    ComputationGraph net = new ComputationGraph(conf);
    net.init();`;
    assert.equal(trainOf(inMain(train, graph, "net.fit(train, 3);")).epochs, 3);
    const byMethod = inClass(`  public static void main(String[] args) throws Exception {
    ${train}
    MultiLayerNetwork net = model();
    net.fit(train, 3);
  }
  static MultiLayerNetwork model() { return new MultiLayerNetwork(conf()); }
  static MultiLayerConfiguration conf() { ${configuration} return conf; }`);
    assert.equal(trainOf(byMethod).epochs, 3);
  });
});

describe("early stopping is read", () => {
  const stopping = (
    calculator: string,
    conditions = "new MaxEpochsTerminationCondition(50), new ScoreImprovementEpochTerminationCondition(5, 1e-3)",
  ) => `
    EarlyStoppingConfiguration<MultiLayerNetwork> es = new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
      .epochTerminationConditions(${conditions})
      .iterationTerminationConditions(new MaxTimeIterationTerminationCondition(2, TimeUnit.HOURS))
      .scoreCalculator(${calculator}).evaluateEveryNEpochs(1).modelSaver(saver).build();`;
  const test2 = "DataSetIterator test = new MnistDataSetIterator(64, false, 1);";

  test("limits, and that it watches the test data", () => {
    const text = inMain(
      train,
      test2,
      configuration,
      stopping("new DataSetLossCalculator(test, true)"),
      "new EarlyStoppingTrainer(es, conf, train).fit();",
    );
    const { epochs, earlyStopping, trained } = trainOf(text);
    assert.deepEqual([trained, epochs], [true, null]);
    assert.deepEqual(earlyStopping, {
      name: "earlyStopping",
      args: { conditions: true, maxEpochs: 50, patience: 5, minImprovement: 1e-3, maxMinutes: 120, score: "testLoss" },
    });
    assert.equal(dataOf(text).batchSize, 64);
    assert.equal((dataOf(text).test as { args: { examples: number } }).args.examples, 10_000);
  });

  test("that it watches the training data, also through parameters", () => {
    const text = inMain(
      train,
      configuration,
      stopping("new DataSetLossCalculator(train, true)"),
      "new EarlyStoppingTrainer(es, conf, train).fit();",
    );
    assert.equal((trainOf(text).earlyStopping as { args: { score: string } }).args.score, "trainLoss");
    const method = inClass(`  void run(DataSetIterator data) {
    ${configuration}
    ${stopping("new DataSetLossCalculator(data, true)")}
    new EarlyStoppingTrainer(es, conf, data).fit();
  }`);
    assert.equal((trainOf(method).earlyStopping as { args: { score: string } }).args.score, "trainLoss");
  });

  test("but not what a calculator of the user's own watches", () => {
    const text = inMain(train, configuration, stopping("new MyCalculator(train)"), "new EarlyStoppingTrainer(es, conf, train).fit();");
    assert.equal((trainOf(text).earlyStopping as { args: { score: string } }).args.score, "unknown");
  });
});

describe("training on several workers is read", () => {
  test("a parallel wrapper", () => {
    const wrapper =
      "ParallelWrapper wrapper = new ParallelWrapper.Builder(net).prefetchBuffer(24).workers(4).averagingFrequency(3).build();";
    const text = inMain(train, network, wrapper, "for (int i = 0; i < 5; i++) wrapper.fit(train);");
    assert.deepEqual(trainOf(text).distributed, { name: "distributed", args: { workers: 4, averagingFrequency: 3 } });
    assert.equal(dataOf(text).batchSize, 64);
  });

  test("Spark with parameter averaging says the minibatch of a worker", () => {
    const master = `TrainingMaster master = new ParameterAveragingTrainingMaster.Builder(8, 32).averagingFrequency(5).workerPrefetchNumBatches(2).batchSizePerWorker(16).build();
    SparkDl4jMultiLayer spark = new SparkDl4jMultiLayer(sc, conf, master);`;
    const text = inMain(configuration, master, "for (int i = 0; i < 5; i++) spark.fit(rdd);");
    assert.deepEqual(trainOf(text).distributed, { name: "distributed", args: { workers: 8, averagingFrequency: 5 } });
    assert.deepEqual(dataOf(text), { batchSize: 16 });
  });

  test("Spark with shared gradients", () => {
    const master = `TrainingMaster master = new SharedTrainingMaster.Builder(voidConfiguration, 32).batchSizePerWorker(16).workersPerNode(2).build();
    SparkComputationGraph spark = new SparkComputationGraph(sc, net, master);`;
    const text = inMain(network, master, "spark.fit(rdd);");
    assert.deepEqual(trainOf(text).distributed, { name: "distributed", args: {} });
  });
});

test("what is trained on is read where a reader, an iterator and a loop stand in methods of their own", () => {
  const text = inClass(`  private static final int BATCH = 32;
  public static void main(String[] args) throws Exception {
    DataSetIterator train = iterator("train.csv");
    DataSetIterator test = iterator("test.csv");
    ${network}
    net.fit(train, 10);
    System.out.println(net.evaluate(test).stats());
  }
  static DataSetIterator iterator(String file) throws Exception {
    ${reader.replace('"iris.txt"', "file")}
    return new RecordReaderDataSetIterator(reader, BATCH, 4, 3);
  }`);
  const { train: trained, test: tested, batchSize } = dataOf(text) as Record<string, { args: Record<string, unknown> }>;
  assert.equal(batchSize, 32);
  assert.deepEqual([trained?.args.path, tested?.args.path], ["train.csv", "test.csv"]);
});
