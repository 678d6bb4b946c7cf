import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Expression } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import type { Sequence } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import type { IteratorClass, Role } from "./iterator-classes.js";
import { iteratorClass } from "./iterator-classes.js";
import { argumentsByRole } from "./argument-roles.js";
import type { ReadLabels } from "./labels.js";
import { readLabels } from "./labels.js";
import { readMultiReader } from "./multi-reader.js";
import { classNameOf, objectOf, wholeOf } from "./objects.js";
import { readRecordReader } from "./record-reader.js";

type Settings = Record<string, Setting<Value>>;
type Given = ReadonlyMap<Role, Expression>;

/** An iterator as its constructor says it. */
export interface ReadIterator extends ReadLabels {
  /** The call `iterator`. */
  readonly iterator: Setting<Value>;
  readonly batchSize: Setting<Value> | undefined;
  /** Classes of its record readers; empty where there is none, or it is not made in this file. */
  readonly readers: readonly string[];
}

/**
 * Reads an iterator's constructor.
 * @param section `data.train` or `data.test`
 */
export function readIterator(object: MadeObject, section: "data.train" | "data.test", recorder: Recorder): ReadIterator | undefined {
  const name = classNameOf(object);
  const known = iteratorClass(name);
  if (!known) return undefined;
  const sequence = wholeOf(object);
  const given = argumentsOf(sequence, known, recorder);
  const { typeRange } = sequence;
  recorder.argument(section, typeRange, typeRange);
  const isTraining = trainingSet(given, recorder);
  const readers = readersOf(sequence, given, recorder);
  const [reader] = readers.map(wholeOf);
  const said = (value: Value, key: string): Settings => ({ [key]: settingOf({ value }, typeRange, section) });
  const examples = number(given.get("examples"), `${section}.examples`, sequence, recorder) ?? sizeOf(known, isTraining);
  const regression = given.get("regression");
  const args: Settings = {
    ...said(name, "class"),
    ...(reader && readers.length === 1 && { reader: settingOf({ value: reader.type }, reader.typeRange, `${section}.reader`) }),
    ...(reader && readers.length === 1 && readRecordReader(reader, section, recorder)),
    ...(examples !== undefined && (typeof examples === "number" ? said(examples, "examples") : { examples })),
    ...(known.scaled === true && said(true, "scaled")),
    ...(known.sequence === true && said(true, "sequence")),
    ...((reader?.type === "ImageRecordReader" || known.image === true) && said(true, "image")),
    ...(regression && { regression: settingOf(recorder.plain(regression), regression.range, `${section}.regression`) }),
    ...(known.handMade === true && said(true, "handMade")),
  };
  return {
    iterator: settingOf({ value: { name: "iterator", args } }, typeRange, section),
    batchSize: batchOf(given, known, section, sequence, recorder),
    ...labelsOf(given, section, sequence, recorder),
    readers: readers.map(({ type }) => type),
  };
}

/** The arguments by role, from a constructor or `new RecordReaderDataSetIterator.Builder(reader, batch).classification(4, 3)`. */
function argumentsOf(sequence: Sequence, known: IteratorClass, recorder: Recorder): Given {
  const given = new Map(argumentsByRole(known, sequence.made?.args ?? [], recorder));
  const note = (role: Role, argument: Expression | undefined): void => {
    if (argument) given.set(role, argument);
  };
  for (const { name, args } of sequence.links) {
    const [first, second] = args;
    if (name === "classification") {
      note("label", first);
      note("classes", second);
    } else if (name === "regression") {
      note("labelFrom", first);
      note("labelTo", second ?? first);
    }
  }
  return given;
}

function number(
  argument: Expression | undefined,
  address: string,
  { typeRange }: Sequence,
  recorder: Recorder,
): Setting<Value> | undefined {
  if (!argument) return undefined;
  recorder.argument(address, argument.range, typeRange);
  const read = recorder.plain(argument);
  return settingOf(typeof read.value === "number" ? read : { ...read, value: undefined }, argument.range, address);
}

function batchOf(
  given: Given,
  { usualBatch }: IteratorClass,
  section: string,
  sequence: Sequence,
  recorder: Recorder,
): Setting<Value> | undefined {
  const address = section === "data.train" ? "data.batchSize" : "data.test.batchSize";
  const written = number(given.get("batch"), address, sequence, recorder);
  if (written || usualBatch === undefined) return written;
  return { value: usualBatch, origin: "default", range: null, path: address, address };
}

function trainingSet(given: Given, recorder: Recorder): boolean | undefined {
  const train = given.get("train");
  const value = train && recorder.plain(train).value;
  if (train) return typeof value === "boolean" ? value : undefined;
  const set = given.get("trainSet");
  const constant = set?.kind === "select" || set?.kind === "name" ? set.name : undefined;
  return constant === "TRAIN" ? true : constant === "TEST" ? false : undefined;
}

function sizeOf({ sizes }: IteratorClass, isTraining: boolean | undefined): number | undefined {
  if (!sizes || (isTraining === undefined && sizes[0] !== sizes[1])) return undefined;
  return isTraining === false ? sizes[1] : sizes[0];
}

function readersOf(sequence: Sequence, given: Given, recorder: Recorder): MadeObject[] {
  const added = sequence.links.filter(({ name }) => name === "addReader" || name === "addSequenceReader").map(({ args }) => args[1]);
  return [given.get("reader"), ...added].flatMap((argument) => objectOf(argument, recorder) ?? []);
}

function labelsOf(given: Given, section: string, sequence: Sequence, recorder: Recorder): ReadLabels {
  if (section !== "data.train") return { label: undefined, labels: undefined };
  return sequence.type.startsWith("RecordReaderMultiDataSetIterator")
    ? readMultiReader(sequence, recorder)
    : readLabels(given, sequence.typeRange, recorder);
}
