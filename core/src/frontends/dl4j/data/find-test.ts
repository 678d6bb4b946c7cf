import type { Expression } from "../program/expression.js";
import { forEachPart } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { classOf } from "../values/objects.js";
import { iteratorClass } from "./iterator-classes.js";
import type { Provenance } from "./provenance.js";
import { provenanceOf } from "./provenance.js";

const evaluations = /^(evaluate|evaluateRegression|evaluateROC|evaluateROCMultiClass|doEvaluation)$/;
const calculators = /(DataSetLossCalculator|ClassificationScoreCalculator|RegressionScoreCalculator|DataSetLossCalculatorCG)$/;

/**
 * The data that the network is tested on: what is evaluated, else the one other iterator that is named or built as test data.
 * `undefined` when there is none, or more than one.
 */
export function findTest(train: Provenance, recorder: Recorder): Provenance | undefined {
  const evaluated = new Map<number, Provenance>();
  for (const statement of recorder.scope.program.statements) {
    forEachPart(statement.expression, (part) => {
      const data = evaluatedData(part);
      const from = data && provenanceOf(data, recorder);
      if (from?.source) evaluated.set(from.through[0]?.nameRange.start ?? from.source.range.start, from);
    });
  }
  const candidates = evaluated.size > 0 ? [...evaluated.values()] : named(train, recorder);
  const others = candidates.filter((one) => !isSame(one, train));
  if (others.length === 1) return others[0];
  return others.length === 0 && candidates.length === 1 ? candidates[0] : undefined;
}

function evaluatedData(part: Expression): Expression | undefined {
  if (part.kind === "invoke" && part.on && evaluations.test(part.name)) return part.args[0];
  return part.kind === "construct" && calculators.test(part.type) ? part.args[0] : undefined;
}

/** Variables that hold an iterator and say by name that it is for testing, and parts of a split. */
function named(train: Provenance, recorder: Recorder): Provenance[] {
  const found: Provenance[] = [];
  for (const declaration of recorder.scope.program.declarations) {
    if (!/test|valid/i.test(declaration.name) || declaration.kind === "parameter") continue;
    const from = provenanceOf({ kind: "name", name: declaration.name, range: declaration.nameRange }, recorder);
    const isIterator = from.source !== undefined && iteratorClass(classOf(from.source)) !== undefined;
    const isPart = from.calls.length === 0 || from.calls[0]?.name === "getTest";
    if (isIterator && isPart && !isSame(from, train)) found.push(from);
  }
  return found;
}

function isSame(a: Provenance, b: Provenance): boolean {
  return a.source?.range.start === b.source?.range.start && a.through[0] === b.through[0];
}
