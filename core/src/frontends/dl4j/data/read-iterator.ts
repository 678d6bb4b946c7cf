import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Expression } from "../program/expression.js";
import type { Sequence } from "../program/sequence.js";
import { forEachPart } from "../program/sequence.js";
import { classOf } from "../values/objects.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import type { Role } from "./iterator-classes.js";
import { handMadeIterators, iteratorClass } from "./iterator-classes.js";
import { rolesOf } from "./provenance.js";

type Settings = Record<string, Setting<Value>>;

/** An iterator as its constructor says it. */
export interface ReadIterator {
  /** The call `iterator`. */
  readonly iterator: Setting<Value>;
  readonly batchSize: Setting<Value> | undefined;
  readonly label: Setting<Value> | undefined;
  readonly labels: Setting<Value> | undefined;
  /** `false` for the test set of a known data set, `true` for its training set. */
  readonly isTraining: boolean | undefined;
  /** A record reader that is not made in this file, or none at all. */
  readonly readerClass: string | undefined;
}

/**
 * Reads an iterator's constructor.
 * @param section `data.train` or `data.test`
 */
export function readIterator(sequence: Sequence, section: "data.train" | "data.test", recorder: Recorder): ReadIterator | undefined {
  const name = classOf(sequence);
  const known = iteratorClass(name);
  if (!known) return undefined;
  const given = argumentsOf(sequence, name, recorder);
  recorder.argument(section, sequence.typeRange, sequence.typeRange);
  const number = (expression: Expression | undefined, address: string): Setting<Value> | undefined => {
    if (!expression) return undefined;
    recorder.argument(address, expression.range, sequence.typeRange);
    const read = recorder.plain(expression);
    return settingOf(typeof read.value === "number" ? read : { ...read, value: undefined }, expression.range, address);
  };
  const said = (value: Value): Setting<Value> => settingOf({ value }, sequence.typeRange, section);
  const reader = given.get("reader")?.[0];
  const made = reader && recorder.sequences.of(reader);
  const readerClass = made && classOf(made);
  const isTraining = trainingSet(given, recorder);
  const regression = given.get("regression")?.[0];
  const isImage = readerClass === "ImageRecordReader" || (known.image ?? false);
  const examples = number(given.get("examples")?.[0], `${section}.examples`) ?? sizeOf(known.sizes, isTraining, said);
  const args: Settings = {
    class: said(name),
    ...(readerClass !== undefined && {
      reader: settingOf({ value: readerClass }, made?.typeRange ?? sequence.typeRange, `${section}.reader`),
    }),
    ...(made && fileOf(made, section, recorder)),
    ...(examples && { examples }),
    ...(known.scaled === true && { scaled: said(true) }),
    ...(known.sequence === true && { sequence: said(true) }),
    ...(isImage && { image: said(true) }),
    ...(regression && { regression: settingOf(recorder.plain(regression), regression.range, `${section}.regression`) }),
    ...(handMadeIterators.has(name) && { handMade: said(true) }),
  };
  return {
    iterator: settingOf({ value: { name: "iterator", args } }, sequence.typeRange, section),
    batchSize: number(given.get("batch")?.[0], section === "data.train" ? "data.batchSize" : "data.test.batchSize"),
    ...labelsOf(given, sequence.typeRange, section, recorder),
    isTraining,
    readerClass,
  };
}

/** The arguments by role, from a constructor or `new RecordReaderDataSetIterator.Builder(reader, batch).classification(4, 3)`. */
function argumentsOf(sequence: Sequence, name: string, recorder: Recorder): Map<Role, Expression[]> {
  const found = new Map<Role, Expression[]>();
  const note = (role: Role, expression: Expression | undefined): void => {
    if (expression) found.set(role, [...(found.get(role) ?? []), expression]);
  };
  const given = sequence.made?.args ?? [];
  const fits = (roles: readonly Role[]): boolean => roles.every((role, index) => isLike(role, given[index], recorder));
  const roles = rolesOf(name, given.length, fits) ?? rolesOf(name, given.length, () => true);
  roles?.forEach((role, index) => {
    note(role, given[index]);
  });
  for (const link of sequence.links) {
    const [first, second] = link.args;
    if (link.name === "classification") {
      note("label", first);
      note("classes", second);
    } else if (link.name === "regression") {
      note("labelFrom", first);
      note("labelTo", second ?? first);
    }
  }
  return found;
}

function isLike(role: Role, argument: Expression | undefined, recorder: Recorder): boolean {
  const value = argument && recorder.plain(argument).value;
  if (value === undefined) return true;
  if (role === "train" || role === "regression") return typeof value === "boolean";
  return role === "other" || typeof value === "number";
}

function trainingSet(given: Map<Role, Expression[]>, recorder: Recorder): boolean | undefined {
  const [train] = given.get("train") ?? [];
  if (train) {
    const { value } = recorder.plain(train);
    return typeof value === "boolean" ? value : undefined;
  }
  const [set] = given.get("trainSet") ?? [];
  const constant = set?.kind === "select" || set?.kind === "name" ? set.name : undefined;
  return constant === "TRAIN" ? true : constant === "TEST" ? false : undefined;
}

function sizeOf(
  sizes: readonly [number, number] | undefined,
  isTraining: boolean | undefined,
  said: (value: Value) => Setting<Value>,
): Setting<Value> | undefined {
  if (!sizes || (isTraining === undefined && sizes[0] !== sizes[1])) return undefined;
  return said(isTraining === false ? sizes[1] : sizes[0]);
}

function labelsOf(
  given: Map<Role, Expression[]>,
  range: Range,
  section: string,
  recorder: Recorder,
): { label: Setting<Value> | undefined; labels: Setting<Value> | undefined } {
  const none = { label: undefined, labels: undefined };
  if (section !== "data.train") return none;
  const [classes] = given.get("classes") ?? [];
  const [at, to] = [(given.get("label") ?? given.get("labelFrom"))?.[0], given.get("labelTo")?.[0]];
  const [regression] = given.get("regression") ?? [];
  const label = at && labelColumns(at, to, recorder);
  const isRegression = regression ? recorder.plain(regression).value : given.has("labelFrom");
  if (isRegression === undefined) return { label, labels: settingOf({ value: undefined }, regression?.range ?? range, "data.labels") };
  if (isRegression === true)
    return { label, labels: settingOf({ value: { name: "real", args: {} } }, regression?.range ?? range, "data.labels") };
  if (!classes) return { ...none, label };
  recorder.argument("data.labels", classes.range, range);
  recorder.argument("data.labels.classes", classes.range, range);
  const count = settingOf(recorder.plain(classes), classes.range, "data.labels.classes");
  return { label, labels: settingOf({ value: { name: "oneHot", args: { classes: count } } }, classes.range, "data.labels") };
}

function labelColumns(from: Expression, to: Expression | undefined, recorder: Recorder): Setting<Value> {
  recorder.argument("data.label", from.range, from.range);
  const read = recorder.plain(from);
  const last = to ? recorder.plain(to).value : read.value;
  if (typeof read.value !== "number" || typeof last !== "number") return settingOf({ value: undefined }, from.range, "data.label");
  const first = read.value;
  if (last <= first) return settingOf(read, from.range, "data.label");
  const columns = Array.from({ length: Math.min(last - first + 1, 10_000) }, (_, index) => first + index);
  return settingOf({ value: columns }, from.range, "data.label");
}

/** The file that a record reader is given: `reader.initialize(new FileSplit(new File("data.csv")))`; header lines and delimiter. */
function fileOf(reader: Sequence, section: string, recorder: Recorder): Settings {
  const settings: Settings = {};
  for (const link of reader.links) {
    if (link.name !== "initialize" || !link.isCertain) continue;
    for (const argument of link.args) {
      const path = pathIn(argument, recorder);
      if (path) settings.path = settingOf({ value: path.value }, path.range, `${section}.path`);
    }
  }
  if (!reader.type.startsWith("CSV")) return settings;
  for (const argument of reader.made?.args ?? []) {
    const { value } = recorder.plain(argument);
    if (typeof value === "number" && value >= 0 && value <= 1)
      settings.header = settingOf({ value: value === 1 }, argument.range, `${section}.header`);
    if (typeof value === "string") settings.delimiter = settingOf({ value }, argument.range, `${section}.delimiter`);
  }
  return settings;
}

/** The constant path of the only `new File("…")` in a split. */
function pathIn(split: Expression, recorder: Recorder): { readonly value: string; readonly range: Range } | undefined {
  const files: { value: string; range: Range }[] = [];
  const others: string[] = [];
  const look = (expression: Expression): void => {
    forEachPart(recorder.meant(expression).expression, (part) => {
      const meant = recorder.meant(part).expression;
      if (meant.kind !== "construct") return;
      if (!/^(File|FileSplit|NumberedFileInputSplit)$/.test(meant.type)) others.push(meant.type);
      const [first] = meant.args;
      const value = first && recorder.plain(first).value;
      if (meant.type === "File" && meant.args.length === 1 && first && typeof value === "string") files.push({ value, range: first.range });
    });
  };
  look(split);
  const [only] = files;
  return others.length === 0 && files.length === 1 ? only : undefined;
}
