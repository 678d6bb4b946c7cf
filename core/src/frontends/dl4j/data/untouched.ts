import type { Construct, Invoke } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import type { Recorder } from "../values/recorder.js";
import { harmlessCalls, iteratorClass } from "./iterator-classes.js";
import { deedsOn, objectOf, originOf } from "./objects.js";
import type { Provenance } from "./provenance.js";

/** Calls that take data without changing it. */
const takers =
  /^(fit|evaluate\w*|doEvaluation|score\w*|output\w*|feedForward\w*|pretrain\w*|println|print|printf|info|debug|warn|format|eval|of|asList|requireNonNull|shuffle|add|put|valueOf|save|write|equals|transform|preProcess|scoreCalculator|setListeners|addListeners|rnnTimeStep|activate\w*|predict|f1Score|revertFeatures|revertLabels|getLabelNames|initialize|setPreProcessor)$/;
const takingTypes =
  /(DataSetLossCalculator|ScoreCalculator|LossCalculator|Trainer|EvaluativeListener|DataSetLossCalculatorCG|File|FileSplit|ArrayList|LinkedList|MultiLayerNetwork|ComputationGraph)(\.Builder)?$/;

/** Calls on arrays that change them in place. */
const inPlace = /^(\w*i|\w*i(Row|Column)Vector|assign|assignIf|putScalar|put|putRow|putColumn|putSlice|replaceWhere|normalize\w*)$/;
const notInPlace = /^(ni|argmaxi|i|toArray\w*)$/;

/** True when all that happens to the data between its source and the training is known to leave its values alone. */
export function isUntouched(data: Provenance, recorder: Recorder): boolean {
  const readers = data.chain.flatMap((object) => [
    ...(object.made?.args ?? []),
    ...deedsOn(object, recorder).flatMap(({ call, isHandedOver }) =>
      !isHandedOver && /^add(Sequence)?Reader$/.test(nameOf(call)) ? call.args : [],
    ),
  ]);
  const made = readers.flatMap((argument) => objectOf(argument, recorder) ?? []);
  const watched = [...data.chain, ...made.filter(({ type }) => !iteratorClass(type))];
  const parts = recorder.sequences.objects.filter((object) => isPartOf(object, data.chain, recorder));
  return (
    watched.every((object) =>
      deedsOn(object, recorder).every(({ call, isHandedOver }) => (isHandedOver ? onlyTakes(call) : isHarmless(call))),
    ) && parts.every(({ happenings }) => happenings.every(({ call, isHandedOver }) => isHandedOver || !changes(call)))
  );
}

function isPartOf(object: MadeObject, chain: readonly MadeObject[], recorder: Recorder): boolean {
  for (let at = object.taken?.from; at; at = at.taken?.from) if (chain.includes(originOf(at, recorder))) return true;
  return false;
}

const nameOf = (call: Construct | Invoke) => (call.kind === "invoke" ? call.name : call.type);

function isHarmless(call: Construct | Invoke): boolean {
  // a transformation of images or records
  if (call.kind === "invoke" && call.name === "initialize" && call.args.length > 1) return false;
  return call.kind === "invoke" && harmlessCalls.has(call.name);
}

function onlyTakes(call: Construct | Invoke): boolean {
  if (call.kind === "invoke") return takers.test(call.name) || harmlessCalls.has(call.name);
  const type = call.type.replace(/<[^]*$/, "");
  return takingTypes.test(type) || iteratorClass(type.replace(/\.Builder$/, "")) !== undefined || /^MultiNormalizer|^Normalizer/.test(type);
}

function changes(call: Construct | Invoke): boolean {
  return call.kind === "invoke" && inPlace.test(call.name) && !notInPlace.test(call.name);
}
