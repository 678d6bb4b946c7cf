/** Classes of the data sets that Deeplearning4j's own iterators fetch. */
export const iteratorClasses: Readonly<Record<string, number>> = {
  MnistDataSetIterator: 10,
  IrisDataSetIterator: 3,
  CifarDataSetIterator: 10,
  Cifar10DataSetIterator: 10,
  TinyImageNetDataSetIterator: 200,
  UciSequenceDataSetIterator: 6,
};

/** What their examples hold, where no argument changes it: images in rows, else values (at each step of a series). */
export const iteratorInputs: Readonly<Record<string, readonly [height: number, width: number, channels: number] | number>> = {
  MnistDataSetIterator: [28, 28, 1],
  EmnistDataSetIterator: [28, 28, 1],
  IrisDataSetIterator: 4,
  UciSequenceDataSetIterator: 1,
};
