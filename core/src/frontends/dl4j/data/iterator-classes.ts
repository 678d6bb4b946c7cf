import { lookUp } from "../calls/meaning.js";

/** What an argument of an iterator's constructor is. */
export type Role =
  | "batch"
  | "examples"
  | "train"
  | "trainSet"
  | "label"
  | "classes"
  | "labelFrom"
  | "labelTo"
  | "regression"
  | "reader"
  | "source"
  | "epochs"
  | "other";

/** A class of iterators. */
export interface IteratorClass {
  /** It scales by itself. */
  readonly scaled?: boolean;
  readonly sequence?: boolean;
  readonly image?: boolean;
  /** Examples of the whole training and test set, where the class fetches a known one. */
  readonly sizes?: readonly [train: number, test: number];
  /** Constructors by what their arguments are. Several with the same length: the first whose truth values fit. */
  readonly constructors: readonly (readonly Role[])[];
}

const fetched = (scaled: boolean, sizes?: readonly [number, number], image = true): IteratorClass => ({
  scaled,
  image,
  ...(sizes && { sizes }),
  constructors: [["batch"], ["batch", "examples"], ["batch", "train", "other"], ["batch", "trainSet"], ["batch", "examples", "other"]],
});

/** Wraps another iterator or data set without changing its values. */
const wrapper: IteratorClass = { constructors: [["source"], ["source", "other"], ["source", "other", "other"]] };

const overDataSets: IteratorClass = { constructors: [["source"], ["source", "batch"]] };

/** Iterators of `org.deeplearning4j.datasets` and what their constructors take. */
const iteratorClasses: Readonly<Record<string, IteratorClass>> = {
  MnistDataSetIterator: {
    ...fetched(true, [60_000, 10_000]),
    constructors: [
      ["batch", "train", "other"],
      ["batch", "examples"],
      ["batch", "examples", "other"],
      ["batch", "examples", "other", "train", "other", "other"],
    ],
  },
  EmnistDataSetIterator: {
    scaled: true,
    image: true,
    constructors: [
      ["other", "batch", "train"],
      ["other", "batch", "train", "other"],
      ["other", "batch", "other", "train", "other", "other"],
    ],
  },
  IrisDataSetIterator: { sizes: [150, 150], constructors: [[], ["batch", "examples"]] },
  CifarDataSetIterator: {
    ...fetched(true),
    constructors: [
      ["batch", "examples"],
      ["batch", "examples", "train"],
      ["batch", "examples", "other"],
    ],
  },
  Cifar10DataSetIterator: fetched(true),
  LFWDataSetIterator: fetched(true),
  TinyImageNetDataSetIterator: fetched(false),
  UciSequenceDataSetIterator: { sequence: true, constructors: [["batch"], ["batch", "trainSet"], ["batch", "trainSet", "other"]] },
  CurvesDataSetIterator: fetched(true, undefined, false),
  RecordReaderDataSetIterator: {
    constructors: [
      ["reader"],
      ["reader", "batch"],
      ["reader", "label", "classes"],
      ["reader", "batch", "label", "classes"],
      ["reader", "batch", "labelFrom", "labelTo", "regression"],
      ["reader", "batch", "label", "classes", "other"],
      ["reader", "other", "batch", "label", "classes"],
      ["reader", "other", "batch", "label", "classes", "regression"],
    ],
  },
  SequenceRecordReaderDataSetIterator: {
    sequence: true,
    constructors: [
      ["reader", "reader", "batch", "classes"],
      ["reader", "reader", "batch", "classes", "regression"],
      ["reader", "reader", "batch", "classes", "regression", "other"],
      ["reader", "batch", "classes", "label"],
      ["reader", "batch", "classes", "label", "regression"],
    ],
  },
  ListDataSetIterator: overDataSets,
  ExistingDataSetIterator: overDataSets,
  IteratorDataSetIterator: overDataSets,
  INDArrayDataSetIterator: overDataSets,
  DoublesDataSetIterator: overDataSets,
  FloatsDataSetIterator: overDataSets,
  ViewIterator: overDataSets,
  SamplingDataSetIterator: { constructors: [["source", "batch", "examples"]] },
  SingletonDataSetIterator: overDataSets,
  TestDataSetIterator: overDataSets,
  AsyncDataSetIterator: wrapper,
  EarlyTerminationDataSetIterator: wrapper,
  MultipleEpochsIterator: {
    constructors: [
      ["epochs", "source"],
      ["epochs", "source", "other"],
    ],
  },
};

export function iteratorClass(name: string): IteratorClass | undefined {
  return lookUp(iteratorClasses, name);
}

/** Iterators over values that the program made itself. */
export const handMadeIterators: ReadonlySet<string> = new Set([
  "INDArrayDataSetIterator",
  "DoublesDataSetIterator",
  "FloatsDataSetIterator",
  "ListDataSetIterator",
  "ExistingDataSetIterator",
  "IteratorDataSetIterator",
  "ViewIterator",
  "SingletonDataSetIterator",
]);

/** Calls on iterators and data sets that leave the features as they are. */
export const harmlessCalls: ReadonlySet<string> = new Set(
  (
    "next hasNext reset shuffle splitTestAndTrain getTrain getTest asList iterator sample batch numExamples totalExamples totalOutcomes inputColumns " +
    "getLabels setLabels setLabelNames getLabelNames setCollectMetaData loadFromMetaData getExampleMetaData getFeatures getFeatureMatrix getFeaturesMaskArray getLabelsMaskArray " +
    "resetSupported asyncSupported batchBy sortByLabel get size add addAll numInputs outcome toString setPreProcessor getPreProcessor cursor copy " +
    "initialize close setListeners getLabel"
  ).split(" "),
);
