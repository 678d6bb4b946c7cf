import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import { callOfSetter } from "../calls/setters.js";
import type { ValueClass } from "../calls/value-classes.js";
import { parametersOf, scheduleClasses, updaterBuilderCalls, updaterClasses, updaterConstants } from "../calls/value-classes.js";
import type { Expression } from "../program/expression.js";
import type { Sequence } from "../program/sequence.js";
import { readConstant } from "./constants.js";
import type { ReadValue, Recorder } from "./recorder.js";
import { settingOf, trimmed } from "./recorder.js";

type Arguments = Record<string, Setting<Value>>;

/** A class name without its builder. */
export function classOf(sequence: Sequence): string {
  return sequence.type.replace(/\.Builder$/, "");
}

/** Reads `new X(a, b)` for a class of the table; `undefined` when it is not one, or no such constructor exists. */
export function readObject(
  table: Readonly<Record<string, ValueClass>>,
  expression: Expression,
  address: string,
  recorder: Recorder,
): Call | undefined {
  const sequence = recorder.sequences.of(expression);
  if (!sequence?.made) return undefined;
  const name = classOf(sequence);
  const given = sequence.made.args;
  if (lookUp(table, name) === undefined) return undefined;
  recorder.construction(name, given.length, sequence.typeRange, address);
  const parameters = parametersOf(table, name, given.length);
  if (!parameters) return undefined;
  return { name, args: readArguments(parameters, given, address, sequence.typeRange, recorder) };
}

function readArguments(
  parameters: readonly string[],
  given: readonly Expression[],
  address: string,
  nameRange: Range,
  recorder: Recorder,
): Arguments {
  const args: Arguments = {};
  parameters.forEach((parameter, index) => {
    const argument = given[index];
    if (!argument) return;
    const at = `${address}.${parameter}`;
    recorder.argument(at, argument.range, nameRange);
    args[parameter] = settingOf(readRate(argument, at, recorder), argument.range, at);
  });
  return args;
}

/** A number, or a schedule in its place. */
export function readRate(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const plain = recorder.plain(expression);
  if (plain.value !== undefined) return plain;
  const { expression: meant, definedAt } = recorder.meant(expression);
  return { value: readSchedule(meant, address, recorder), ...(definedAt && { definedAt }) };
}

function readSchedule(expression: Expression, address: string, recorder: Recorder): Call | undefined {
  const sequence = recorder.sequences.of(expression);
  if (!sequence?.made) return undefined;
  const name = classOf(sequence);
  const [first, ...others] = sequence.made.args;
  if (name === "MapSchedule") return readMapSchedule(sequence, address, recorder);
  if (lookUp(scheduleClasses, name) === undefined) return undefined;
  recorder.construction(name, sequence.made.args.length, sequence.typeRange, address);
  const isTimed = name !== "FixedSchedule" && name !== "RampSchedule";
  const given = isTimed ? others : sequence.made.args;
  const parameters = parametersOf(scheduleClasses, name, given.length);
  if (!parameters) return undefined;
  const args = readArguments(parameters, given, address, sequence.typeRange, recorder);
  return { name, args: isTimed && first ? { ...args, per: perOf(first, `${address}.per`, recorder) } : args };
}

function perOf(expression: Expression, address: string, recorder: Recorder): Setting<Value> {
  const { value } = readConstant(expression, "ScheduleType", address, recorder);
  recorder.argument(address, expression.range, expression.range);
  return settingOf({ value: typeof value === "string" ? value.toLowerCase() : undefined }, expression.range, address);
}

/** `new MapSchedule(type, map)` with the map's `put` calls, or `new MapSchedule.Builder(type).add(0, 0.1)…build()`. */
function readMapSchedule(sequence: Sequence, address: string, recorder: Recorder): Call | undefined {
  const [type, map] = sequence.made?.args ?? [];
  recorder.construction(sequence.type, sequence.made?.args.length ?? 0, sequence.typeRange, address);
  const entries = map ? mapEntries(map, address, recorder) : pairs(sequence, "add", address, recorder);
  if (!entries || !type) return undefined;
  return { name: "MapSchedule", args: { ...entries, per: perOf(type, `${address}.per`, recorder) } };
}

/** The entries of a map that is filled by `put`; `undefined` when they cannot all be known. */
export function mapEntries(expression: Expression, address: string, recorder: Recorder): Arguments | undefined {
  const sequence = recorder.sequences.of(expression);
  if (!sequence || !/Map$/.test(sequence.type)) return undefined;
  return pairs(sequence, "put", address, recorder);
}

function pairs(sequence: Sequence, method: string, address: string, recorder: Recorder): Arguments | undefined {
  const entries: Arguments = {};
  for (const link of sequence.links) {
    const [position, value] = link.args;
    if (/^(clear|remove|putAll|replace|merge|compute)/.test(link.name)) return undefined;
    if (link.name !== method || !position || !value) continue;
    const key = recorder.plain(position).value;
    if (!link.isCertain || typeof key !== "number") return undefined;
    const at = `${address}.${String(key)}`;
    recorder.argument(at, value.range, link.nameRange);
    entries[key] = settingOf(recorder.plain(value), value.range, at);
  }
  return Object.keys(entries).length > 0 ? entries : undefined;
}

/** `Updater.ADAM`, `new Adam(1e-3)`, `Adam.builder().learningRate(1e-3).build()`, `new Adam.Builder()…`. */
export function readUpdater(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const { expression: meant, definedAt } = recorder.meant(expression);
  const place = definedAt && { definedAt };
  const constant = readConstant(meant, "Updater", address, recorder).value;
  if (typeof constant === "string") {
    const name = lookUp(updaterConstants, constant);
    return { value: name === undefined ? undefined : { name, args: {} }, ...place };
  }
  const sequence = recorder.sequences.of(expression);
  const name = sequence && classOf(sequence);
  if (!sequence || name === undefined || lookUp(updaterClasses, name) === undefined) return { value: undefined, ...place };
  recorder.builders.set(address, sequence);
  const built = sequence.type.endsWith(".Builder")
    ? readUpdaterBuilder(name, sequence, address, recorder)
    : readUpdaterObject(name, sequence, address, recorder);
  return { value: built, ...place };
}

function readUpdaterObject(name: string, sequence: Sequence, address: string, recorder: Recorder): Call | undefined {
  const given = sequence.made?.args ?? [];
  recorder.construction(name, given.length, sequence.typeRange, address);
  const parameters = parametersOf(updaterClasses, name, given.length);
  if (!parameters) return undefined;
  const args = readArguments(parameters, given, address, sequence.typeRange, recorder);
  const alone = args.momentum;
  // a schedule alone is Nesterovs' learning rate
  if (name === "Nesterovs" && given.length === 1 && given[0] && typeof alone?.value !== "number" && alone?.value != null) {
    const at = `${address}.learningRate`;
    return setLater(
      { name, args: { learningRate: settingOf(readRate(given[0], at, recorder), given[0].range, at) } },
      sequence,
      address,
      recorder,
    );
  }
  return setLater({ name, args }, sequence, address, recorder);
}

/** What setters say after the constructor; `undefined` where something else was called. */
function setLater({ name, args: before }: Call, { links }: Sequence, address: string, recorder: Recorder): Call | undefined {
  const args: Arguments = { ...before };
  for (const link of links) {
    const [parameter, [argument]] = [callOfSetter(link.name), link.args];
    if (/^(get|clone$|applySchedules$|equals$|hashCode$|toString$)/.test(link.name)) continue;
    if (!argument || parameter === link.name || !parameterNames.has(parameter)) return undefined;
    const at = `${address}.${parameter}`;
    recorder.argument(at, argument.range, link.nameRange);
    args[parameter] = settingOf(link.isCertain ? readRate(argument, at, recorder) : { value: undefined }, argument.range, at);
  }
  return { name, args };
}

function readUpdaterBuilder(name: string, sequence: Sequence, address: string, recorder: Recorder): Call {
  if (sequence.made) recorder.construction(`${name}.Builder`, sequence.made.args.length, sequence.typeRange, address);
  const args: Arguments = {};
  for (const link of sequence.links) {
    const [argument] = link.args;
    const parameter = lookUp(updaterBuilderCalls, link.name) ?? link.name;
    if (!argument || !parameterNames.has(parameter)) continue;
    const at = `${address}.${parameter}`;
    recorder.entries.push({ address: at, range: link.range, nameRange: link.nameRange, valueRange: trimmed(link) });
    const read = link.isCertain ? readRate(argument, at, recorder) : { value: undefined };
    args[parameter] = settingOf(read, argument.range, at);
  }
  return { name, args };
}

const parameterNames = new Set(["learningRate", "momentum", "beta1", "beta2", "epsilon", "rho", "rmsDecay"]);
