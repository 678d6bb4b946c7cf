/** Classes of the data sets that Deeplearning4j's own iterators fetch. */
export const iteratorClasses: Readonly<Record<string, number>> = {
  MnistDataSetIterator: 10,
  IrisDataSetIterator: 3,
  CifarDataSetIterator: 10,
  Cifar10DataSetIterator: 10,
  TinyImageNetDataSetIterator: 200,
  UciSequenceDataSetIterator: 6,
};
