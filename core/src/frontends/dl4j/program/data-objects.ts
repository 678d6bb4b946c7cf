import type { Invoke } from "./expression.js";
import type { MadeObject } from "./made-object.js";
import { simpleType, type Declaration } from "./program.js";
import type { Run } from "./run.js";

/** Types that hold data, read it, scale it, or are trained with it. */
const ofData =
  /^(\w*(DataSetIterator|DataSet|MultiDataSetIterator|RecordReader)|SplitTestAndTrain|DataNormalization|Normalizer\w+|MultiNormalizer\w+|ImagePreProcessingScaler|MultiLayerNetwork|ComputationGraph)$/;

/** Calls that give a part of the data, or the data in another form. */
const givesData =
  /^(next|splitTestAndTrain|getTrain|getTest|getFeatures|getFeatureMatrix|getLabels|sample|batchBy|asList|iterator|getTrainIterator|getTestIterator|testFold|getRange)$/;

/** `iterator.next()`, `allData.splitTestAndTrain(0.8).getTrain()`: data that comes from other data. */
export function takenBy(call: Invoke, object: MadeObject, run: Run): MadeObject | undefined {
  if (!givesData.test(call.name) || !(ofData.test(object.type) || object.taken)) return undefined;
  const { nameRange, range } = call;
  return {
    type: "DataSet",
    typeRange: nameRange,
    made: null,
    range,
    born: run.path,
    happenings: [],
    from: null,
    taken: { from: object, by: call },
  };
}

/** What a variable holds of which only the type is known: what is done with it can still be followed. */
export function fromElsewhere({ type, nameRange }: Declaration, run: Run): MadeObject | undefined {
  const simple = simpleType(type);
  if (!ofData.test(simple)) return undefined;
  return {
    type: simple,
    typeRange: nameRange,
    made: null,
    range: nameRange,
    born: run.path,
    happenings: [],
    from: null,
    isFromElsewhere: true,
  };
}
