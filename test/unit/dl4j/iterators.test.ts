import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dataOf, inMain, network, reader } from "./surroundings.js";

/** What is read of an iterator that a network is trained on. */
const trainedOn = (iterator: string, before = reader) =>
  dataOf(inMain(before, `DataSetIterator train = ${iterator};`, network, "net.fit(train, 10);"));

const args = (data: Record<string, unknown>) => (data.train as { args: Record<string, unknown> }).args;
const oneHot = (classes: unknown) => ({ name: "oneHot", args: { classes } });
const real = { name: "real", args: {} };

describe("the arguments of an iterator are known by its class and their number", () => {
  /** Constructor, minibatch, label, labels. */
  const table: readonly (readonly [string, unknown, unknown, unknown])[] = [
    ["new RecordReaderDataSetIterator(reader, 32, 4, 3)", 32, 4, oneHot(3)],
    ["new RecordReaderDataSetIterator(reader, 32)", 32, undefined, undefined],
    ["new RecordReaderDataSetIterator(reader, 4, 3)", undefined, 4, oneHot(3)],
    ["new RecordReaderDataSetIterator(reader, 32, 4, 4, true)", 32, 4, real],
    ["new RecordReaderDataSetIterator(reader, 32, 4, 6, true)", 32, [4, 5, 6], real],
    ["new RecordReaderDataSetIterator(reader, 32, 4, 3, 100)", 32, 4, oneHot(3)],
    ["new RecordReaderDataSetIterator(reader, new SelfWritableConverter(), 32, 4, 3, false)", 32, 4, oneHot(3)],
    ["new RecordReaderDataSetIterator(reader, new SelfWritableConverter(), 32, 4, 3, 10, true)", 32, 4, real],
    ["new RecordReaderDataSetIterator.Builder(reader, 32).classification(4, 3).build()", 32, 4, oneHot(3)],
    ["new RecordReaderDataSetIterator.Builder(reader, 32).regression(4).build()", 32, 4, real],
    ["new RecordReaderDataSetIterator.Builder(reader, 32).regression(4, 5).maxNumBatches(9).build()", 32, [4, 5], real],
    ["new SequenceRecordReaderDataSetIterator(reader, 10, 3, 4)", 10, 4, oneHot(3)],
    ["new SequenceRecordReaderDataSetIterator(reader, 10, 3, 4, false)", 10, 4, oneHot(3)],
    ["new SequenceRecordReaderDataSetIterator(reader, 10, -1, 4, true)", 10, 4, real],
    ["new SequenceRecordReaderDataSetIterator(reader, reader, 10, 6)", 10, undefined, oneHot(6)],
    ["new SequenceRecordReaderDataSetIterator(reader, reader, 10, 6, false)", 10, undefined, oneHot(6)],
    [
      "new SequenceRecordReaderDataSetIterator(reader, reader, 10, 6, false, SequenceRecordReaderDataSetIterator.AlignmentMode.ALIGN_END)",
      10,
      undefined,
      oneHot(6),
    ],
    ["new MnistDataSetIterator(64, true, 123)", 64, undefined, undefined],
    ["new IrisDataSetIterator(16, 150)", 16, undefined, undefined],
    ["new IrisDataSetIterator()", 150, undefined, undefined],
    ["new EmnistDataSetIterator(EmnistDataSetIterator.Set.LETTERS, 64, true)", 64, undefined, undefined],
    ["new CifarDataSetIterator(96, 50000, true)", 96, undefined, undefined],
    ["new Cifar10DataSetIterator(96, new int[]{32, 32}, DataSetType.TRAIN, null, 1)", 96, undefined, undefined],
    ["new ListDataSetIterator<>(list, 20)", 20, undefined, undefined],
    ["new ListDataSetIterator<>(list)", 5, undefined, undefined],
    [
      'new RecordReaderMultiDataSetIterator.Builder(8).addReader("r", reader).addInput("r", 0, 3).addOutputOneHot("r", 4, 3).build()',
      8,
      4,
      oneHot(3),
    ],
    ['new RecordReaderMultiDataSetIterator.Builder(8).addReader("r", reader).addInput("r", 0, 3).addOutput("r", 4, 4).build()', 8, 4, real],
    [
      'new RecordReaderMultiDataSetIterator.Builder(8).addReader("r", reader).addOutput("r", 4, 4).addOutput("r", 5, 5).build()',
      8,
      undefined,
      undefined,
    ],
    ["new RecordReaderDataSetIterator(reader, size(), LABEL, n)", null, null, oneHot("unknown")],
  ];
  for (const [iterator, batchSize, label, labels] of table)
    test(iterator, () => {
      const data = trainedOn(iterator);
      assert.deepEqual([data.batchSize, data.label, data.labels], [batchSize, label, labels]);
    });

  /** Constructor, and what else it says. */
  const more: readonly (readonly [string, Record<string, unknown>])[] = [
    ["new MnistDataSetIterator(64, true, 123)", { examples: 60_000, scaled: true, image: true }],
    ["new MnistDataSetIterator(64, false, 123)", { examples: 10_000, scaled: true, image: true }],
    ["new MnistDataSetIterator(64, 1000)", { examples: 1000, scaled: true, image: true }],
    ["new MnistDataSetIterator(64, 1000, false, true, true, 1)", { examples: 1000, scaled: true, image: true }],
    ["new IrisDataSetIterator(16, 100)", { examples: 100 }],
    ["new CifarDataSetIterator(96, 5000)", { examples: 5000, scaled: true, image: true }],
    ["new UciSequenceDataSetIterator(10, DataSetType.TRAIN)", { examples: 450, sequence: true }],
    [
      "new EarlyTerminationDataSetIterator(new MnistDataSetIterator(64, true, 1), 10)",
      { class: "MnistDataSetIterator", examples: 640, scaled: true, image: true },
    ],
    [
      "new AsyncDataSetIterator(new MnistDataSetIterator(64, true, 1), 4)",
      { class: "MnistDataSetIterator", examples: 60_000, scaled: true, image: true },
    ],
    ["new ExistingDataSetIterator(sets)", { handMade: true }],
    ["new INDArrayDataSetIterator(pairs, 16)", { handMade: true }],
    [
      "new SequenceRecordReaderDataSetIterator(reader, 10, -1, 4, true)",
      { reader: "CSVRecordReader", path: "iris.txt", header: false, delimiter: ",", regression: true, sequence: true },
    ],
  ];
  for (const [iterator, expected] of more)
    test(`${iterator}: ${Object.keys(expected).join(", ")}`, () => {
      const said = args(trainedOn(iterator));
      assert.deepEqual(said, { class: said.class, ...expected });
    });
});

describe("the file of a record reader is known", () => {
  const table: readonly (readonly [string, Record<string, unknown>])[] = [
    ['RecordReader reader = new CSVRecordReader();\nreader.initialize(new FileSplit(new File("a.csv")));', { path: "a.csv" }],
    [
      'int skip = 1;\nCSVRecordReader reader = new CSVRecordReader(skip, ";");\nFile file = new File("a.csv");\nreader.initialize(new FileSplit(file));',
      { path: "a.csv", header: true, delimiter: ";" },
    ],
    [
      'RecordReader reader = new CSVRecordReader(1);\nInputSplit split = new FileSplit(new File(DIR + "a.csv"));\nreader.initialize(split);',
      { header: true },
    ],
    [
      'RecordReader reader = new CSVRecordReader();\nreader.initialize(new FileSplit(new ClassPathResource("/data/iris.txt").getFile()));',
      { path: "data/iris.txt" },
    ],
    [
      'RecordReader reader = new CSVRecordReader();\nFile folder = new ClassPathResource("data").getFile();\nreader.initialize(new FileSplit(new File(folder, "iris.txt")));',
      { path: "data/iris.txt" },
    ],
    [
      'RecordReader reader = new CSVRecordReader();\nString name = new ClassPathResource("iris.txt").getFile().getPath();\nreader.initialize(new FileSplit(new File(name)));',
      { path: "iris.txt" },
    ],
    [
      'RecordReader reader = new CSVRecordReader();\nreader.initialize(new FileSplit(new File("data/", "iris.txt")));',
      { path: "data/iris.txt" },
    ],
    [
      'RecordReader reader = new CSVRecordReader();\nreader.initialize(new FileSplit(Paths.get("data", "iris.txt").toFile()));',
      { path: "data/iris.txt" },
    ],
    [
      'RecordReader reader = new CSVRecordReader();\nreader.initialize(new FileSplit(new File(Example.class.getResource("/iris.txt").getFile())));',
      { path: "iris.txt" },
    ],
    ['RecordReader reader = new CSVRecordReader();\nreader.initialize(new FileSplit(new File(Downloads.fetch(), "iris.txt")));', {}],
  ];
  for (const [text, expected] of table)
    test(text.replaceAll("\n", " "), () => {
      assert.deepEqual(args(trainedOn("new RecordReaderDataSetIterator(reader, 8, 4, 3)", text)), {
        class: "RecordReaderDataSetIterator",
        reader: "CSVRecordReader",
        ...expected,
      });
    });
});

describe("it is not said what cannot be known", () => {
  test("an iterator of the user's own", () => {
    assert.deepEqual(trainedOn("new CharacterIterator(text, 32)"), {});
  });

  test("one that wraps an iterator of the user's own", () => {
    assert.deepEqual(trainedOn("new AsyncDataSetIterator(new CharacterIterator(text, 32))"), {});
  });

  test("one that comes from another file", () => {
    assert.deepEqual(trainedOn("Loader.load()"), {});
  });

  test("one of two, by a condition", () => {
    assert.deepEqual(trainedOn("args.length > 0 ? new MnistDataSetIterator(64, true, 1) : new IrisDataSetIterator(8, 150)"), {});
  });
});

describe("data that the program fills itself is a full batch", () => {
  const handMade = { name: "iterator", args: { class: "DataSet", handMade: true } };
  test("a DataSet", () => {
    assert.deepEqual(dataOf(inMain("DataSet data = new DataSet(in, out);", network, "net.fit(data);")), { train: handMade });
  });

  test("features and labels", () => {
    const arrays = "INDArray in = Nd4j.zeros(4, 2);\nINDArray out = Nd4j.zeros(4, 2);";
    assert.deepEqual(dataOf(inMain(arrays, network, "net.fit(in, out);")), { train: handMade });
  });

  test("but not what is filled anew in every round", () => {
    assert.deepEqual(dataOf(inMain(network, "for (int i = 0; i < 10; i++) net.fit(new DataSet(in(i), out(i)));")), {});
    assert.deepEqual(dataOf(inMain(network, "while (it.hasNext()) { DataSet d = it.next(); net.fit(d); }")), {});
  });

  test("and so is the one minibatch of an iterator that holds all", () => {
    const text = inMain(
      reader,
      "DataSet all = new RecordReaderDataSetIterator(reader, 150, 4, 3).next();",
      network,
      "for (int i = 0; i < 100; i++) net.fit(all);",
    );
    assert.deepEqual(args(dataOf(text)).examples, 150);
  });
});
