import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dataOf, inClass, inMain, network } from "./surroundings.js";

const readerOf = (name: string) => `RecordReader ${name}Reader = new CSVRecordReader();
    ${name}Reader.initialize(new FileSplit(new File("${name}.csv")));
    DataSetIterator ${name} = new RecordReaderDataSetIterator(${name}Reader, 32, 4, 3);`;
const [train, held] = [readerOf("train"), readerOf("held")];

const none = { name: "none", args: {} };
const standardize = (fittedOn?: string) => ({ name: "standardize", args: fittedOn === undefined ? {} : { fittedOn } });

/** How the data of a `main` is scaled: training, test, labels. */
function scalingOf(text: string) {
  const { normalize, testNormalize, normalizeLabels } = dataOf(text);
  return { normalize, ...(testNormalize !== undefined && { testNormalize }), ...(normalizeLabels !== undefined && { normalizeLabels }) };
}
const inTraining = (...statements: string[]) =>
  scalingOf(inMain(train, held, ...statements, network, "net.fit(train, 50);", "net.evaluate(held);"));

describe("scaling is known", () => {
  const scaler = "DataNormalization scaler = new NormalizerStandardize();";
  const table: readonly (readonly [what: string, statements: readonly string[], expected: object])[] = [
    ["nothing scales", [], { normalize: none }],
    [
      "one scaler, fitted on the training data, for both",
      [scaler, "scaler.fit(train); train.reset();", "train.setPreProcessor(scaler); held.setPreProcessor(scaler);"],
      { normalize: standardize("train") },
    ],
    [
      "only the training data",
      [scaler, "scaler.fit(train); train.setPreProcessor(scaler);"],
      { normalize: standardize("train"), testNormalize: none },
    ],
    ["only the test data", [scaler, "scaler.fit(held); held.setPreProcessor(scaler);"], { normalize: none, testNormalize: standardize() }],
    [
      "two scalers",
      [
        scaler,
        "NormalizerMinMaxScaler own = new NormalizerMinMaxScaler(-1, 1);",
        "scaler.fit(train); own.fit(held);",
        "train.setPreProcessor(scaler); held.setPreProcessor(own);",
      ],
      { normalize: standardize("train"), testNormalize: { name: "minMax", args: { lo: -1, hi: 1 } } },
    ],
    [
      "fitted on the test data",
      [scaler, "scaler.fit(held); train.setPreProcessor(scaler); held.setPreProcessor(scaler);"],
      { normalize: standardize("test") },
    ],
    [
      "pixels",
      ["train.setPreProcessor(new ImagePreProcessingScaler(0, 1)); held.setPreProcessor(new ImagePreProcessingScaler(0, 1));"],
      { normalize: { name: "imageScale", args: { lo: 0, hi: 1 } }, testNormalize: { name: "imageScale", args: { lo: 0, hi: 1 } } },
    ],
    [
      "VGG's own",
      ["DataSetPreProcessor vgg = new VGG16ImagePreProcessor(); train.setPreProcessor(vgg); held.setPreProcessor(vgg);"],
      { normalize: { name: "custom", args: {} } },
    ],
    ["what changes the shape only", ["train.setPreProcessor(new LabelLastTimeStepPreProcessor());"], { normalize: none }],
    ["a pre-processor that is taken off", ["train.setPreProcessor(null);"], { normalize: none }],
    [
      "the targets too",
      [
        "NormalizerMinMaxScaler scaler = new NormalizerMinMaxScaler();",
        "scaler.fitLabel(true); scaler.fit(train); train.setPreProcessor(scaler); held.setPreProcessor(scaler);",
      ],
      { normalize: { name: "minMax", args: { fittedOn: "train" } }, normalizeLabels: { name: "minMax", args: {} } },
    ],
  ];
  for (const [what, statements, expected] of table)
    test(what, () => {
      assert.deepEqual(inTraining(...statements), expected);
    });

  test("in the builder of the iterator", () => {
    const built = `RecordReader reader = new CSVRecordReader();
    ImagePreProcessingScaler scaler = new ImagePreProcessingScaler();
    DataSetIterator train = new RecordReaderDataSetIterator.Builder(reader, 32).classification(4, 3).preProcessor(scaler).build();`;
    assert.deepEqual(scalingOf(inMain(built, network, "net.fit(train, 10);")), { normalize: { name: "imageScale", args: {} } });
  });

  test("around an iterator that wraps it", () => {
    const wrapped =
      "DataSetIterator fast = new AsyncDataSetIterator(train); NormalizerStandardize scaler = new NormalizerStandardize(); scaler.fit(train); train.setPreProcessor(scaler);";
    assert.deepEqual(scalingOf(inMain(train, wrapped, network, "net.fit(fast, 10);")), { normalize: standardize("train") });
  });

  test("in a method that gets data and scaler", () => {
    const text = inClass(`  public static void main(String[] args) throws Exception {
    ${train}
    ${held}
    NormalizerStandardize scaler = new NormalizerStandardize();
    prepare(scaler, train, held);
    ${network}
    net.fit(train, 50);
    net.evaluate(held);
  }
  static void prepare(DataNormalization normalizer, DataSetIterator first, DataSetIterator second) {
    normalizer.fit(first);
    for (DataSetIterator each : new DataSetIterator[] { first, second }) each.setPreProcessor(normalizer);
  }`);
    assert.deepEqual(scalingOf(text), { normalize: standardize("train") });
  });

  test("in fields that other methods fill", () => {
    const text = inClass(`  private DataSetIterator train;
  private NormalizerStandardize scaler = new NormalizerStandardize();
  void load() throws Exception {
    RecordReader reader = new CSVRecordReader();
    train = new RecordReaderDataSetIterator(reader, 32, 4, 3);
    scaler.fit(train);
    train.setPreProcessor(scaler);
  }
  void run() {
    ${network}
    net.fit(train, 10);
  }`);
    assert.deepEqual(scalingOf(text), { normalize: standardize("train") });
  });
});

describe("data that is split", () => {
  const all = `RecordReader reader = new CSVRecordReader();
    DataSetIterator iterator = new RecordReaderDataSetIterator(reader, 150, 4, 3);
    DataSet all = iterator.next();
    all.shuffle();`;
  const split = "SplitTestAndTrain parts = all.splitTestAndTrain(0.65); DataSet train = parts.getTrain(); DataSet test = parts.getTest();";
  const scaler = "DataNormalization scaler = new NormalizerStandardize();";
  const run = [
    network,
    "for (int i = 0; i < 100; i++) net.fit(train);",
    "Evaluation eval = new Evaluation(3);",
    "eval.eval(test.getLabels(), net.output(test.getFeatures()));",
  ];

  test("has a test part, and a scaler for both", () => {
    const data = dataOf(inMain(all, split, scaler, "scaler.fit(train); scaler.transform(train); scaler.transform(test);", ...run));
    assert.deepEqual(
      [data.test, data.normalize, data.testNormalize],
      [{ name: "split", args: { fraction: 0.35 } }, standardize("train"), undefined],
    );
  });

  test("may be scaled before it is split", () => {
    const data = dataOf(inMain(all, scaler, "scaler.fit(all); scaler.transform(all);", split, ...run));
    assert.deepEqual([data.normalize, data.testNormalize], [standardize("all"), undefined]);
  });

  test("may be scaled in one part only", () => {
    const data = dataOf(inMain(all, split, scaler, "scaler.fit(train); scaler.transform(train);", ...run));
    assert.deepEqual([data.normalize, data.testNormalize], [standardize("train"), none]);
  });
});

describe("it is not known whether anything scales", () => {
  const table: readonly (readonly [what: string, statements: readonly string[]])[] = [
    ["a method of another class", ["Scaling.apply(train);"]],
    ["arithmetic in place", ["DataSet first = train.next(); first.getFeatures().divi(255);"]],
    ["other features", ["DataSet first = train.next(); first.setFeatures(first.getFeatures().div(255));"]],
    ["a transformation of the records", ["TransformProcess tp = new TransformProcess.Builder(schema).build();"]],
    [
      "a scaler in a branch",
      [
        "NormalizerStandardize scaler = new NormalizerStandardize(); scaler.fit(train); if (args.length > 0) train.setPreProcessor(scaler);",
      ],
    ],
    [
      "one of two scalers",
      [
        "if (args.length > 0) train.setPreProcessor(new NormalizerStandardize()); else train.setPreProcessor(new NormalizerMinMaxScaler());",
      ],
    ],
  ];
  for (const [what, statements] of table)
    test(what, () => {
      assert.equal(inTraining(...statements).normalize, null);
    });

  test("a reader of the user's own, images that are transformed", () => {
    const images = `ImageRecordReader reader = new ImageRecordReader(28, 28, 1, labels);
    reader.initialize(split, transform);
    DataSetIterator train = new RecordReaderDataSetIterator(reader, 32, 1, 10);`;
    assert.equal(scalingOf(inMain(images, network, "net.fit(train, 10);")).normalize, null);
  });

  test("a parameter that may be the data", () => {
    const text = inClass(`  public static void main(String[] args) throws Exception {
    ${train}
    Helper.prepare();
    ${network}
    net.fit(train, 50);
  }
  static void prepare(DataSetIterator data, DataNormalization scaler) { data.setPreProcessor(scaler); }`);
    assert.equal(scalingOf(text).normalize, null);
  });

  test("a scaler of the user's own counts as one, written as a lambda too", () => {
    assert.deepEqual(inTraining("train.setPreProcessor(d -> scale(d)); held.setPreProcessor(d -> scale(d));").normalize, {
      name: "custom",
      args: {},
    });
    assert.deepEqual(inTraining("train.setPreProcessor(new MyScaler()); held.setPreProcessor(new MyScaler());").normalize, {
      name: "custom",
      args: {},
    });
  });

  test("a scaler that was saved", () => {
    const restored =
      "NormalizerStandardize scaler = NormalizerSerializer.getDefault().restore(file); train.setPreProcessor(scaler); held.setPreProcessor(scaler);";
    assert.deepEqual(inTraining(restored), { normalize: standardize() });
  });
});

describe("the test data is what is evaluated", () => {
  const name = (text: string) => (dataOf(text).test as { args: { path?: unknown } } | undefined)?.args.path;
  const table: readonly (readonly [string, string])[] = [
    ["evaluate", "net.evaluate(held);"],
    ["doEvaluation", "net.doEvaluation(held, new Evaluation());"],
    ["part by part", "while (held.hasNext()) { DataSet d = held.next(); eval.eval(d.getLabels(), net.output(d.getFeatures())); }"],
    ["a listener", "net.setListeners(new ScoreIterationListener(1), new EvaluativeListener(held, 1, InvocationType.EPOCH_END));"],
  ];
  for (const [what, statement] of table)
    test(what, () => {
      assert.equal(
        name(inMain(train, held, network, "Evaluation eval = new Evaluation(3);", "net.fit(train, 50);", statement)),
        "held.csv",
      );
    });

  test("else what is named so", () => {
    assert.equal(name(inMain(train, readerOf("test"), network, "net.fit(train, 50);")), "test.csv");
  });

  test("unknown where there are two", () => {
    assert.equal(
      dataOf(inMain(train, held, readerOf("other"), network, "net.fit(train, 50); net.evaluate(held); net.evaluate(other);")).test,
      undefined,
    );
  });

  test("the training data where nothing else is evaluated", () => {
    assert.equal(name(inMain(train, network, "net.fit(train, 50); net.evaluate(train);")), "train.csv");
  });
});
