import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import type { Expression } from "../program/expression.js";
import { meantBy } from "../program/expression.js";
import { classOf } from "./objects.js";
import type { ReadValue, Recorder } from "./recorder.js";
import { settingOf } from "./recorder.js";

type Arguments = Record<string, Setting<Value>>;

/** `org.deeplearning4j.nn.conf.constraint`: the numbers that stand before the dimensions; without any it takes no dimensions either. */
const constraintClasses: Readonly<Record<string, readonly string[] | null>> = {
  MaxNormConstraint: ["maxNorm"],
  MinMaxNormConstraint: ["min", "max"],
  UnitNormConstraint: [],
  NonNegativeConstraint: null,
};

/** `constrainWeights(new MaxNormConstraint(2.0, 1), …)`: a list of constraints, unknown where one of them is. */
export function readConstraints(args: readonly Expression[], address: string, recorder: Recorder): ReadValue {
  const constraints = args.map((argument, index) => readConstraint(argument, `${address}.${index}`, recorder));
  return { value: constraints.every((one) => one !== undefined) ? constraints : undefined };
}

function readConstraint(expression: Expression, address: string, recorder: Recorder): Call | undefined {
  const sequence = recorder.sequences.of(expression);
  const name = sequence && classOf(sequence);
  const parameters = name === undefined ? undefined : lookUp(constraintClasses, name);
  if (!sequence?.made || name === undefined || parameters === undefined) return undefined;
  const given = sequence.made.args;
  recorder.construction(name, given.length, sequence.typeRange, address);
  if (parameters === null) return given.length === 0 ? { name, args: {} } : undefined;
  return withDimensions(name, parameters, given, address, recorder);
}

/** A third number of `MinMaxNormConstraint` that is no whole one is the rate. */
function withDimensions(
  name: string,
  parameters: readonly string[],
  given: readonly Expression[],
  address: string,
  recorder: Recorder,
): Call | undefined {
  const third = given[2];
  const hasRate = name === "MinMaxNormConstraint" && third !== undefined && !isWhole(third, recorder);
  const names = hasRate ? [...parameters, "rate"] : parameters;
  const args: Arguments = {};
  for (const [index, key] of names.entries()) {
    const argument = given[index];
    if (!argument) return undefined;
    args[key] = settingOf(recorder.plain(argument), argument.range, `${address}.${key}`);
  }
  const dimensions = given.slice(names.length).map((argument) => recorder.plain(argument).value);
  if (dimensions.length === 0 || !dimensions.every((one) => typeof one === "number")) return undefined;
  const range = { start: given[names.length]?.range.start ?? 0, end: given.at(-1)?.range.end ?? 0 };
  return { name, args: { ...args, dimensions: settingOf({ value: dimensions }, range, `${address}.dimensions`) } };
}

function isWhole(expression: Expression, recorder: Recorder): boolean {
  const meant = meantBy(recorder.sequences.resultOf(expression));
  return meant.kind === "literal" && meant.integer;
}
