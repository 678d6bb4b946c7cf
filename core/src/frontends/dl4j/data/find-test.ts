import type { Expression } from "../program/expression.js";
import type { Recorder } from "../values/recorder.js";
import { iteratorClass } from "./iterator-classes.js";
import { classNameOf, deedsOn, holderOf } from "./objects.js";
import type { Provenance } from "./provenance.js";
import { isSameData, provenanceOf, provenanceOfObject } from "./provenance.js";
import type { Uses } from "./training.js";

const evaluations = /^(evaluate\w*|doEvaluation|calculateScore)$/;
const evaluators =
  /^(DataSetLossCalculator(CG)?|(Classification|Regression|ROC|Autoencoder|VAEReconError|VAEReconProb)ScoreCalculator|EvaluativeListener)$/;

/** The data that a network is tested on, and when. */
export interface TestData extends Provenance {
  /** In the order of what happens; `undefined` where it is only known by name. */
  readonly order: number | undefined;
}

/**
 * The data that a network is tested on: what is evaluated, else the one other iterator that is named or built as test data.
 * `undefined` when there is none, or more than one.
 */
export function findTest(train: Provenance, { networks }: Uses, isOnly: boolean, recorder: Recorder): TestData | undefined {
  const evaluated = evaluatedBy(networks, recorder);
  const anywhere = isOnly ? evaluatedAnywhere(recorder) : [];
  const lists = [evaluated, anywhere].map(distinct).filter((list) => list.length > 0);
  if (lists.length === 0 && isOnly) lists.push(named(train, recorder));
  for (const list of lists) {
    const others = list.filter((one) => !isSameData(one, train));
    if (others.length > 0) return others.length === 1 ? others[0] : undefined;
  }
  const [same] = lists;
  return same?.length === 1 ? same[0] : undefined;
}

function dataIn(expression: Expression | undefined, order: number | undefined, recorder: Recorder): TestData[] {
  const data = provenanceOf(expression, recorder);
  return data.source ? [{ ...data, order }] : [];
}

/** `net.evaluate(iter)`. */
function evaluatedBy(networks: Uses["networks"], recorder: Recorder): TestData[] {
  return networks.flatMap((network) =>
    deedsOn(network, recorder).flatMap(({ call, isHandedOver, order }) =>
      !isHandedOver && call.kind === "invoke" && evaluations.test(call.name) ? dataIn(call.args[0], order, recorder) : [],
    ),
  );
}

/** Score calculators and listeners, and evaluations of what only one network can have computed: `eval.eval(labels, net.output(features))`. */
function evaluatedAnywhere(recorder: Recorder): TestData[] {
  return recorder.sequences.objects.flatMap((object) => {
    if (evaluators.test(classNameOf(object))) return (object.made?.args ?? []).flatMap((argument) => dataIn(argument, undefined, recorder));
    if (!/^(Evaluation|RegressionEvaluation|ROC\w*)$/.test(object.type)) return [];
    return object.happenings.flatMap(({ call, isHandedOver, order }) =>
      !isHandedOver && call.kind === "invoke" && /^eval(TimeSeries)?$/.test(call.name) ? dataIn(call.args[0], order, recorder) : [],
    );
  });
}

/** What is evaluated by parts (`test.next().getLabels()`) is the same data. */
function distinct(found: readonly TestData[]): TestData[] {
  const known: TestData[] = [];
  for (const one of found) if (!known.some((other) => isSameData(whole(one), whole(other)))) known.push(whole(one));
  return known;
}

/** Without the calls that go through it batch by batch. */
function whole(data: TestData): TestData {
  const isStep = (name: string) => /^(next|getFeatures|getFeatureMatrix|getLabels|iterator)$/.test(name);
  const steps = data.calls.findIndex(({ name }) => !isStep(name));
  const count = steps < 0 ? data.calls.length : steps;
  const isFixed = data.calls.some(({ name }) => name === "splitTestAndTrain" || name === "getTest");
  return isFixed || count === 0 ? data : { ...data, calls: data.calls.slice(count) };
}

/** Variables that hold an iterator and say by name that it is for testing, and parts of a split. */
function named(train: Provenance, recorder: Recorder): TestData[] {
  const found: TestData[] = [];
  for (const object of recorder.sequences.objects) {
    const isIterator = iteratorClass(classNameOf(object)) !== undefined;
    const isPart = object.taken?.by.name === "getTest";
    if (!isIterator && !isPart) continue;
    const data = { ...provenanceOfObject(object, recorder), order: undefined };
    const isNamed = isPart || /test|valid/i.test(holderOf(object, recorder)?.name ?? "");
    if (isNamed && data.source && !isSameData(data, train) && !found.some((other) => isSameData(other, data))) found.push(data);
  }
  return found;
}
