import { declarationFor } from "../program/evaluate.js";
import type { Declaration } from "../program/program.js";
import { forEachPart } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { harmlessCalls, iteratorClass } from "./iterator-classes.js";
import type { Provenance } from "./provenance.js";

/** Calls that take data without changing it. */
const takers =
  /^(fit|evaluate|evaluateRegression|evaluateROC|evaluateROCMultiClass|doEvaluation|score|output|feedForward|pretrain|println|print|info|debug|eval|of|requireNonNull)$/;
const takingTypes =
  /(DataSetLossCalculator|ScoreCalculator|LossCalculator|Trainer|EvaluativeListener|DataSetLossCalculatorCG|File|FileSplit)$/;

/** True when all that happens to the data between its source and the training is known to leave its values alone. */
export function isUntouched(data: Provenance, recorder: Recorder): boolean {
  if (data.calls.some((call) => !harmlessCalls.has(call.name))) return false;
  const readers = data.source?.made?.args.map((argument) => declarationFor(argument, recorder.scope)) ?? [];
  const watched = new Set<Declaration>(data.through);
  for (const reader of readers)
    if (reader && recorder.sequences.of({ kind: "name", name: reader.name, range: reader.nameRange })) watched.add(reader);
  let untouched = true;
  for (const statement of recorder.scope.program.statements) {
    forEachPart(statement.expression, (part) => {
      if (part.kind === "invoke" && part.on) {
        const on = declarationFor(part.on, recorder.scope);
        if (on && watched.has(on) && !harmlessCalls.has(part.name)) untouched = false;
      }
      if (part.kind !== "invoke" && part.kind !== "construct") return;
      if (!part.args.some((argument) => isWatched(argument, watched, recorder))) return;
      if (part.kind === "construct" && !takesOnly(part.type)) untouched = false;
      if (part.kind === "invoke" && !takers.test(part.name)) untouched = false;
    });
  }
  return untouched;
}

function isWatched(argument: Parameters<typeof declarationFor>[0], watched: ReadonlySet<Declaration>, recorder: Recorder): boolean {
  const declaration = declarationFor(argument, recorder.scope);
  return declaration !== undefined && watched.has(declaration);
}

function takesOnly(type: string): boolean {
  return takingTypes.test(type) || iteratorClass(type) !== undefined || iteratorClass(type.replace(/\.Builder$/, "")) !== undefined;
}
