import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import type { Meaning, ValueType } from "../calls/meaning.js";
import { lookUp } from "../calls/meaning.js";
import { activationClasses, activations, lossClasses, weightInitClasses } from "../calls/enumerations.js";
import { distributionClasses, dropoutClasses, lossObjectClasses } from "../calls/value-classes.js";
import type { Expression } from "../program/expression.js";
import { evaluate } from "../program/evaluate.js";
import type { Sequence } from "../program/sequence.js";
import { readConstant } from "./constants.js";
import { classOf, mapEntries, readObject, readRate, readUpdater } from "./objects.js";
import type { ReadValue, Recorder } from "./recorder.js";
import { settingOf, trimmed } from "./recorder.js";
import { readConstraints } from "./read-constraints.js";
import { readWeightNoise } from "./read-weight-noise.js";
import type { Range } from "../../../model/range.js";

/** A call's arguments with the text between its parentheses. */
export interface Given {
  readonly args: readonly Expression[];
  readonly argsRange: Range;
}

/** The setting that a call with this meaning writes; `undefined` when it has no argument to read. */
export function readSetting(meaning: Meaning, given: Given, address: string, recorder: Recorder): Setting<Value> | undefined {
  const [first] = given.args;
  if (!first) return undefined;
  const range = manyArguments.has(meaning.type) ? trimmed(given) : first.range;
  return settingOf(readValue(meaning.type, given.args, first, address, recorder), range, address);
}

/** Types whose value is all arguments. */
const manyArguments: ReadonlySet<ValueType> = new Set(["numbers", "weightDecay", "constraints"]);

/** Reads arguments as a value of the type. */
export function readValue(type: ValueType, args: readonly Expression[], first: Expression, address: string, recorder: Recorder): ReadValue {
  if (typeof type === "object") return readConstant(first, type.constantsOf, address, recorder);
  switch (type) {
    case "number":
      return ofType("number", recorder.plain(first));
    case "boolean":
      return ofType("boolean", recorder.plain(first));
    case "text":
      return ofType("string", recorder.plain(first));
    case "numbers":
      return readNumbers(args, recorder);
    case "rate":
      return readRate(first, address, recorder);
    case "map":
      return readMap(first, address, recorder);
    case "updater":
      return readUpdater(first, address, recorder);
    case "distribution":
      return readDistribution(first, address, recorder);
    case "activation":
      return readActivation(first, address, recorder);
    case "weightInit":
      return readWeightInit(first, address, recorder);
    case "loss":
      return readLoss(first, address, recorder);
    case "dropOut":
      return readDropOut(first, address, recorder);
    case "weightNoise":
      return readWeightNoise(first, address, recorder);
    case "constraints":
      return readConstraints(args, address, recorder);
    case "weightDecay":
      return readWeightDecay(args, first, address, recorder);
    case "reconstruction":
      return readReconstruction(first, address, recorder);
    case "preprocessor":
      return { value: classNameOf(first, recorder) };
  }
}

function ofType(type: "number" | "boolean" | "string", read: ReadValue): ReadValue {
  return typeof read.value === type ? read : { ...read, value: undefined };
}

/** `(5, 5)`, `(new int[]{5, 5})`, `(5)`; also a two-dimensional list. */
function readNumbers(args: readonly Expression[], recorder: Recorder): ReadValue {
  const [first] = args;
  if (args.length !== 1 || !first) return { value: numbersOf(args, recorder) };
  const { expression, definedAt } = recorder.meant(first);
  if (expression.kind === "list") return { value: numbersOf(expression.items, recorder), ...(definedAt && { definedAt }) };
  const single = recorder.plain(first);
  return typeof single.value === "number" ? { ...single, value: [single.value] } : { ...single, value: undefined };
}

function numbersOf(items: readonly Expression[], recorder: Recorder): readonly Value[] | undefined {
  const numbers: Value[] = [];
  for (const item of items) {
    const value = item.kind === "list" ? numbersOf(item.items, recorder) : evaluate(item, recorder.scope)?.value;
    if (value === undefined || typeof value === "string" || typeof value === "boolean") return undefined;
    numbers.push(value);
  }
  return numbers;
}

function readMap(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const entries = mapEntries(expression, address, recorder);
  if (!entries) return { value: undefined };
  const per: Setting<Value> = { value: "iteration", origin: "explicit", range: null, path: `${address}.per`, address: `${address}.per` };
  return { value: { name: "MapSchedule", args: { ...entries, per } } };
}

function readDistribution(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const made = readObject(distributionClasses, expression, address, recorder);
  return { value: made?.name === "GaussianDistribution" ? { ...made, name: "NormalDistribution" } : made };
}

/** A constant, an old string name, `Activation.X.getActivationFunction()`, `Activation.fromString("x")`, `new ActivationX()`. */
function readActivation(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const text = recorder.plain(expression);
  if (typeof text.value === "string") {
    recorder.lastReleases.push("0.9.1"); // activation(String) was removed in 1.0.0-alpha
    return { ...text, value: named(text.value) };
  }
  const { expression: meant, definedAt } = recorder.meant(expression);
  return { value: activationOf(meant, address, recorder), ...(definedAt && { definedAt }) };
}

function activationOf(expression: Expression, address: string, recorder: Recorder): Value | undefined {
  if (expression.kind === "invoke" && expression.on) {
    if (expression.name === "getActivationFunction") return activationOf(expression.on, address, recorder);
    const [name] = expression.args;
    const text = name && recorder.plain(name).value;
    const isLookUp = expression.name === "fromString" || expression.name === "valueOf";
    return isLookUp && typeof text === "string" ? named(text) : undefined;
  }
  if (expression.kind === "construct") return activationObject(expression, address, recorder);
  return readConstant(expression, "Activation", address, recorder).value;
}

function activationObject(expression: Expression & { kind: "construct" }, address: string, recorder: Recorder): Value | undefined {
  const type = recorder.scope.qualified(expression.type);
  const [constant, parameter] = lookUp(activationClasses, type) ?? [];
  if (constant === undefined) return undefined;
  recorder.construction(type, expression.args.length, expression.typeRange, address);
  const [argument] = expression.args;
  if (!argument) return constant;
  if (parameter === undefined || expression.args.length > 1) return undefined;
  const at = `${address}.${parameter}`;
  recorder.argument(at, argument.range, expression.typeRange);
  return { name: constant, args: { [parameter]: settingOf(recorder.plain(argument), argument.range, at) } };
}

/** The constant of an old string name; a name of no known activation is a class of the user's own. */
function named(text: string): string | undefined {
  const constant = text.toUpperCase();
  return activations.has(constant) ? constant : undefined;
}

/** A constant, a distribution, or one of the `WeightInit…` classes. */
function readWeightInit(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const constant = readConstant(expression, "WeightInit", address, recorder);
  if (constant.value !== undefined) return constant;
  const distribution = readDistribution(expression, address, recorder);
  if (distribution.value !== undefined) return distribution;
  const sequence = recorder.sequences.of(expression);
  if (!sequence?.made) return constant;
  const [argument] = sequence.made.args;
  recorder.construction(sequence.type, sequence.made.args.length, sequence.typeRange, address);
  if (sequence.type === "WeightInitDistribution" && argument) return readDistribution(argument, address, recorder);
  if (sequence.type === "WeightInitConstant" && argument) {
    const at = `${address}.value`;
    return { value: { name: "ConstantDistribution", args: { value: settingOf(recorder.plain(argument), argument.range, at) } } };
  }
  return { value: sequence.made.args.length === 0 ? lookUp(weightInitClasses, sequence.type) : undefined };
}

/** A constant, or an object of a loss class without parameters; weights are read by {@link lossWeightsOf}. */
function readLoss(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const constant = readConstant(expression, "LossFunction", address, recorder);
  if (constant.value !== undefined) return constant;
  const sequence = recorder.sequences.of(expression);
  const object = readObject(lossObjectClasses, expression, address, recorder);
  if (object) return { value: object };
  if (sequence && classOf(sequence) === "LossMixtureDensity") return { value: mixtureOf(sequence, address, recorder) };
  const known = sequence && lookUp(lossClasses, sequence.type);
  if (!sequence?.made || known === undefined) return constant;
  recorder.construction(sequence.type, sequence.made.args.length, sequence.typeRange, address);
  return { value: known, ...(constant.definedAt && { definedAt: constant.definedAt }) };
}

/** `LossMixtureDensity.builder().gaussians(2).labelWidth(1).build()`. */
function mixtureOf(sequence: Sequence, address: string, recorder: Recorder): Call {
  const args: Record<string, Setting<Value>> = {};
  for (const { name, args: given, nameRange, isCertain } of sequence.links) {
    const [argument] = given;
    if (!argument || (name !== "gaussians" && name !== "labelWidth")) continue;
    const at = `${address}.${name}`;
    recorder.argument(at, argument.range, nameRange);
    args[name] = settingOf(isCertain ? ofType("number", recorder.plain(argument)) : { value: undefined }, argument.range, at);
  }
  return { name: "LossMixtureDensity", args };
}

/** The weights per output of `new LossMCXENT(Nd4j.create(new double[]{1, 2}))`; `undefined` when there are none. */
export function lossWeightsOf(expression: Expression, address: string, recorder: Recorder): Setting<Value> | undefined {
  const sequence = recorder.sequences.of(expression);
  const argument = sequence?.made?.args.at(-1);
  if (!sequence || !argument || lookUp(lossClasses, sequence.type) === undefined) return undefined;
  if (typeof recorder.plain(argument).value === "number") return undefined;
  const meant = recorder.meant(argument).expression;
  const created = meant.kind === "invoke" && meant.name === "create" ? meant.args : undefined;
  const read = created ? readNumbers(created, recorder) : { value: undefined };
  return settingOf(read, argument.range, address);
}

/** A probability of keeping, `new Dropout(p)`, or another kind of dropout. */
function readDropOut(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const plain = recorder.plain(expression);
  if (typeof plain.value === "number") return plain;
  const { expression: meant, definedAt } = recorder.meant(expression);
  const place = definedAt && { definedAt };
  if (meant.kind === "construct" && recorder.scope.qualified(meant.type) === "Dropout") {
    const [keep] = meant.args;
    recorder.construction("Dropout", meant.args.length, meant.typeRange, address);
    return keep && meant.args.length === 1 ? { ...ofType("number", recorder.plain(keep)), ...place } : { value: undefined };
  }
  return { value: readObject(dropoutClasses, meant, address, recorder), ...place };
}

/** `weightDecay(0.01)`, `weightDecay(0.01, true)`. */
function readWeightDecay(args: readonly Expression[], first: Expression, address: string, recorder: Recorder): ReadValue {
  const coefficient = ofType("number", recorder.plain(first));
  const applyLR = args[1];
  if (!applyLR) return coefficient;
  const argument = (name: string, read: ReadValue, range: Range): Setting<Value> => {
    const at = `${address}.${name}`;
    recorder.argument(at, range, range);
    return settingOf(read, range, at);
  };
  const call: Call = {
    name: "WeightDecay",
    args: {
      coefficient: argument("coefficient", coefficient, first.range),
      applyLR: argument("applyLR", recorder.plain(applyLR), applyLR.range),
    },
  };
  return { value: call };
}

/** `new GaussianReconstructionDistribution(Activation.TANH)`: the class, with its activation. */
function readReconstruction(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const sequence = recorder.sequences.of(expression);
  if (!sequence?.made) return { value: undefined };
  recorder.construction(sequence.type, sequence.made.args.length, sequence.typeRange, address);
  const [activation] = sequence.made.args;
  const name = classOf(sequence);
  if (!activation) return { value: { name, args: {} } };
  const at = `${address}.activation`;
  return { value: { name, args: { activation: settingOf(readActivation(activation, at, recorder), activation.range, at) } } };
}

function classNameOf(expression: Expression, recorder: Recorder): string | undefined {
  const sequence = recorder.sequences.of(expression);
  return sequence && classOf(sequence);
}
