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
  | "labelReader"
  | "source"
  | "epochs"
  | "batches"
  | "other";

/** A class of iterators. */
export interface IteratorClass {
  /** It scales by itself. */
  readonly scaled?: boolean;
  readonly sequence?: boolean;
  readonly image?: boolean;
  /** Over values that the program made itself. */
  readonly handMade?: boolean;
  /** The target is the input. */
  readonly reconstructs?: boolean;
  /** Examples of the whole training and test set, where the class fetches a known one. */
  readonly sizes?: readonly [train: number, test: number];
  /** The minibatch where no constructor's argument says it. */
  readonly usualBatch?: number;
  /** Constructors by what their arguments are. Several with the same length: the first whose arguments are of its kinds. */
  readonly constructors: readonly (readonly Role[])[];
}

const roles = (...forms: readonly string[]) => forms.map((form) => form.split(" ").filter(Boolean) as Role[]);

const fetched = (scaled: boolean, sizes?: readonly [number, number], image = true): IteratorClass => ({
  scaled,
  image,
  ...(sizes && { sizes }),
  constructors: roles("batch", "batch examples", "batch train other", "batch trainSet", "batch examples other", "batch other trainSet"),
});

/** Wraps another iterator or data set without changing its values. */
const wrapper: IteratorClass = {
  constructors: roles("source", "source other", "source other other", "source other other other", "source other other other other"),
};

const overDataSets: IteratorClass = { handMade: true, constructors: roles("source", "source batch", "source other other other") };

/** Iterators of `org.deeplearning4j.datasets` and `org.nd4j.linalg.dataset`, and what their constructors take. */
const iteratorClasses: Readonly<Record<string, IteratorClass>> = {
  MnistDataSetIterator: {
    ...fetched(true, [60_000, 10_000]),
    constructors: roles("batch train other", "batch examples", "batch examples other", "batch examples other train other other"),
  },
  RawMnistDataSetIterator: { ...fetched(false), constructors: roles("batch examples") },
  EmnistDataSetIterator: {
    scaled: true,
    image: true,
    constructors: roles("other batch train", "other batch train other", "other batch other train other other"),
  },
  IrisDataSetIterator: { sizes: [150, 150], usualBatch: 150, constructors: roles("", "batch examples") },
  CifarDataSetIterator: {
    ...fetched(true, [50_000, 10_000]),
    constructors: roles(
      "batch examples train",
      "batch examples",
      "batch examples other",
      "batch other",
      "batch examples other train",
      "batch examples other other train",
      "batch examples other other other other train",
      "batch examples other other other other train other other",
    ),
  },
  Cifar10DataSetIterator: {
    ...fetched(true, [50_000, 10_000]),
    constructors: roles("batch", "batch trainSet", "batch other trainSet", "batch other trainSet other other"),
  },
  LFWDataSetIterator: {
    ...fetched(true),
    constructors: roles(
      "batch",
      "other",
      "batch examples",
      "batch examples other",
      "batch other other",
      "batch examples other train other",
      "batch examples other other other train other other",
      "batch examples other other other other train other other",
    ),
  },
  TinyImageNetDataSetIterator: {
    ...fetched(false, [100_000, 10_000]),
    constructors: roles("batch", "batch trainSet", "batch other trainSet", "batch other trainSet other other"),
  },
  UciSequenceDataSetIterator: { sequence: true, sizes: [450, 150], constructors: roles("batch", "batch trainSet", "batch trainSet other") },
  CurvesDataSetIterator: fetched(true, undefined, false),
  RecordReaderDataSetIterator: {
    constructors: roles(
      "reader",
      "reader batch",
      "reader other",
      "reader label classes",
      "reader other batch",
      "reader batch label classes",
      "reader batch labelFrom labelTo regression",
      "reader batch label classes other",
      "reader other batch label classes",
      "reader other batch label classes regression",
      "reader other batch label classes other regression",
      "reader other batch labelFrom labelTo classes other regression",
    ),
  },
  SequenceRecordReaderDataSetIterator: {
    sequence: true,
    constructors: roles(
      "reader batch classes label",
      "reader labelReader batch classes",
      "reader batch classes label regression",
      "reader labelReader batch classes regression",
      "reader labelReader batch classes regression other",
    ),
  },
  RecordReaderMultiDataSetIterator: { constructors: roles("batch") },
  ListDataSetIterator: { ...overDataSets, usualBatch: 5, constructors: roles("source", "source batch") },
  ExistingDataSetIterator: { ...overDataSets, constructors: roles("source", "source other", "source other other other") },
  IteratorDataSetIterator: overDataSets,
  IteratorMultiDataSetIterator: overDataSets,
  INDArrayDataSetIterator: overDataSets,
  DoublesDataSetIterator: overDataSets,
  FloatsDataSetIterator: overDataSets,
  ViewIterator: overDataSets,
  KFoldIterator: { handMade: true, constructors: roles("source", "other source") },
  SamplingDataSetIterator: { handMade: true, constructors: roles("source batch examples", "source batch examples other") },
  MiniBatchFileDataSetIterator: { handMade: true, constructors: roles("source batch", "source batch other", "source batch other other") },
  SingletonDataSetIterator: { handMade: true, constructors: roles("source") },
  SingletonMultiDataSetIterator: { handMade: true, constructors: roles("source") },
  TestDataSetIterator: overDataSets,
  AsyncDataSetIterator: wrapper,
  AsyncMultiDataSetIterator: wrapper,
  AsyncShieldDataSetIterator: wrapper,
  MultiDataSetIteratorAdapter: wrapper,
  MultiDataSetWrapperIterator: wrapper,
  CachingDataSetIterator: wrapper,
  DataSetIteratorSplitter: wrapper,
  EarlyTerminationDataSetIterator: { constructors: roles("source batches") },
  EarlyTerminationMultiDataSetIterator: { constructors: roles("source batches") },
  ReconstructionDataSetIterator: { reconstructs: true, constructors: roles("source") },
  MultipleEpochsIterator: { constructors: roles("epochs source", "epochs source other", "source other", "source other other") },
};

export function iteratorClass(name: string): IteratorClass | undefined {
  return lookUp(iteratorClasses, name);
}

/** Calls on iterators and data sets that leave the features as they are. */
export const harmlessCalls: ReadonlySet<string> = new Set(
  (
    "next hasNext reset shuffle splitTestAndTrain getTrain getTest asList iterator sample batch numExamples totalExamples totalOutcomes inputColumns " +
    "getLabels setLabels setLabelNames getLabelNames setCollectMetaData loadFromMetaData getExampleMetaData getFeatures getFeatureMatrix getFeaturesMaskArray getLabelsMaskArray " +
    "resetSupported asyncSupported batchBy sortByLabel get size add addAll numInputs outcome toString setPreProcessor getPreProcessor preProcessor cursor copy " +
    "initialize close setListeners getLabel getLabelsArrays build classification regression maxNumBatches collectMetaData writableConverter " +
    "addReader addSequenceReader addInput addInputOneHot addOutput addOutputOneHot sequenceAlignmentMode timeSeriesRandomOffset getTrainIterator getTestIterator " +
    "testFold lastBatch isEmpty save saveTo load columns rows length shape size ordering getColumns getRow getInt getDouble"
  ).split(" "),
);
