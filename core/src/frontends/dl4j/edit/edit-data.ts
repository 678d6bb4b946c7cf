import type { NewValue } from "../../../model/value.js";
import { findTest } from "../data/find-test.js";
import type { Provenance } from "../data/provenance.js";
import { provenanceOf } from "../data/provenance.js";
import { findScalers } from "../data/scalers.js";
import type { Fit } from "../data/training.js";
import { fitsOf } from "../data/training.js";
import type { Declaration, Statement } from "../program/program.js";
import type { HostLanguage } from "./host-language.js";
import { endOfLine, indentationAt, lineEnding, startsLine } from "./layout.js";
import { lastEntry } from "./set-setting.js";
import { writeDecimal, writeNumber } from "./write-value.js";
import type { Editing } from "./written-file.js";
import { isAtLeast, settingAt } from "./written-file.js";

/** Changes what stands around the network: scalers, epochs, minibatch size, the number of classes. */
export function setData(address: string, value: NewValue, editing: Editing): boolean {
  if (address === "data.normalize") return setScaling(value, editing);
  if (address === "data.testNormalize") return shareScaler(editing);
  if (address === "train.epochs") return setEpochs(value, editing);
  if (address === "data.labels") return setClasses(value, editing);
  return setNumber(address, value, editing);
}

/** A number that is written as an argument. */
function setNumber(address: string, value: NewValue, editing: Editing): boolean {
  const { network, text, edits } = editing;
  const setting = settingAt(network, address);
  const entry = lastEntry(address, editing);
  const place = setting?.definedAt?.editable === true ? setting.definedAt.range : (setting?.range ?? entry?.valueRange);
  if (!place || typeof value !== "number") return false;
  edits.replace(place, writeNumber(value, text.slice(place.start, place.end)));
  return true;
}

/** `oneHot(n)` where the iterator already names a number of classes. A regression iterator counts label columns: the two cannot be told apart by their text. */
function setClasses(value: NewValue, editing: Editing): boolean {
  if (typeof value !== "object" || !("name" in value) || value.name !== "oneHot") return false;
  const { classes } = value.args;
  return (
    classes !== undefined &&
    settingAt(editing.network, "data.labels.classes") !== undefined &&
    setNumber("data.labels.classes", classes, editing)
  );
}

/** `fit(iter)` → `fit(iter, 10)` from 1.0.0-beta, a loop around it before; a present number is replaced. */
function setEpochs(value: NewValue, editing: Editing): boolean {
  const { network, text, edits } = editing;
  const fit = onlyFit(editing);
  if (!fit || typeof value !== "number") return false;
  const present = settingAt(network, "train.epochs");
  if (present?.range && present.range.start !== fit.call.nameRange.start) return setNumber("train.epochs", value, editing);
  if (present === undefined || fit.statement.regions.length > 0 || fit.call.args.length !== 1) return false;
  if (isAtLeast(editing, "1.0.0-beta")) {
    edits.insert(fit.call.argsRange.end, `, ${value}`);
    return true;
  }
  return wrapInLoop(fit.statement, value, editing, text);
}

function wrapInLoop(statement: Statement, epochs: number, editing: Editing, text: string): boolean {
  const { edits, language } = editing;
  const { start } = statement.range;
  const end = endOfStatement(statement, editing);
  if (!startsLine(text, start) || end === undefined || statement.target !== null) return false;
  const eol = lineEnding(text);
  const indent = indentationAt(text, start);
  const step = indent.startsWith("\t") || indent === "" ? "\t" : indent.length % 4 === 0 ? "    " : "  ";
  edits.insert(start, `${language.repeat(epochs)}${eol}${indent}${step}`);
  edits.insert(end, `${eol}${indent}}`);
  return true;
}

function onlyFit(editing: Editing): Fit | undefined {
  const fits = fitsOf(editing.found, editing.isOnly, editing.recorder);
  return fits.length === 1 && fits[0]?.data ? fits[0] : undefined;
}

const scalerClasses: Readonly<Record<string, string>> = {
  standardize: "NormalizerStandardize",
  minMax: "NormalizerMinMaxScaler",
  imageScale: "ImagePreProcessingScaler",
};

/** Another scaler in place of the present one, or the statements that scale after the iterators are made. */
function setScaling(value: NewValue, editing: Editing): boolean {
  const made = scalerText(value, editing.language);
  const fit = onlyFit(editing);
  if (!made || !fit?.data || !editing.isOnly) return false;
  const { recorder, edits } = editing;
  const train = provenanceOf(fit.data, recorder);
  const scalers = findScalers(recorder);
  const present = scalers.uses.find(({ target }) => train.through.includes(target));
  edits.imports.add(made.className);
  if (present?.scaler.made) {
    const declaration = recorder.scope.program.declarations.find(
      (one) => one.initializer?.range.start === present.scaler.made?.range.start,
    );
    if (declaration && !["", "DataNormalization", made.className].includes(declaration.type)) return false;
    edits.replace(present.scaler.made.range, made.text);
    return true;
  }
  edits.imports.add("DataNormalization");
  return addScaler(made.text, train, findTest(train, recorder), editing);
}

function scalerText(value: NewValue, language: HostLanguage): { readonly className: string; readonly text: string } | undefined {
  if (typeof value !== "object" || !("name" in value)) return undefined;
  const className = Object.hasOwn(scalerClasses, value.name) ? scalerClasses[value.name] : undefined;
  if (className === undefined) return undefined;
  const { lo = 0, hi = 1 } = value.args;
  if (typeof lo !== "number" || typeof hi !== "number") return undefined;
  const bounds = value.name === "standardize" || (lo === 0 && hi === 1) ? "" : `${writeDecimal(lo)}, ${writeDecimal(hi)}`;
  return { className, text: language.construct(className, bounds) };
}

/** A scaler that is fitted on the training data and used for both. */
function addScaler(made: string, train: Provenance, test: Provenance | undefined, editing: Editing): boolean {
  const data = variableOf(train);
  const after = data && statementOf(data, editing);
  if (!data || !after) return false;
  const isIterator = (data.type || (data.initializer?.kind === "construct" ? data.initializer.type : "")).endsWith("Iterator");
  const isDataSet = train.calls.length > 0 && !train.calls.every((call) => call.name === "next" && isIterator);
  const name = freeName("normalizer", editing);
  const end = editing.language.statementEnd;
  const lines = [editing.language.declare("DataNormalization", name, made), `${name}.fit(${data.name})${end}`];
  if (!isDataSet) lines.push(`${data.name}.reset()${end}`);
  lines.push(scaleText(data, name, isDataSet, editing));
  const other = test && variableOf(test);
  const otherStatement = other && other !== data ? statementOf(other, editing) : undefined;
  const isTestAfter = otherStatement !== undefined && otherStatement.range.start > after.range.start;
  if (other && otherStatement && !isTestAfter) lines.push(scaleText(other, name, isDataSet, editing));
  insertAfter(after, lines, editing);
  if (other && otherStatement && isTestAfter) insertAfter(otherStatement, [scaleText(other, name, isDataSet, editing)], editing);
  return true;
}

function scaleText(data: Declaration, scaler: string, isDataSet: boolean, { language }: Editing): string {
  const call = isDataSet ? `${scaler}.transform(${data.name})` : `${data.name}.setPreProcessor(${scaler})`;
  return call + language.statementEnd;
}

/** The variable that the text names for data. */
function variableOf({ through }: Provenance): Declaration | undefined {
  return through.find(({ kind }) => kind !== "receiver");
}

/** The test data goes through the training data's scaler. */
function shareScaler(editing: Editing): boolean {
  const fit = onlyFit(editing);
  if (!fit?.data || !editing.isOnly) return false;
  const { recorder, edits } = editing;
  const train = provenanceOf(fit.data, recorder);
  const test = findTest(train, recorder);
  const scalers = findScalers(recorder);
  const use = scalers.uses.find(({ target }) => train.through.includes(target));
  const data = test && variableOf(test);
  const shared = recorder.scope.program.declarations.find(
    (one) => one.kind !== "receiver" && one.initializer?.range.start === use?.scaler.made?.range.start,
  );
  if (!use || !data || !shared) return false;
  const own = scalers.uses.find(({ target }) => test.through.includes(target));
  if (own) {
    const argument = own.call.name === "setPreProcessor" ? own.call.args[0] : own.call.on;
    if (!argument || own.call.range.start < shared.nameRange.start) return false;
    edits.replace(argument.range, shared.name);
    return removeFit(
      own.object,
      scalers.fits.filter(({ object }) => object === own.object).map(({ call }) => call.range.start),
      editing,
    );
  }
  const made = statementOf(data, editing);
  const applied = recorder.scope.program.statements.find((one) => one.range.start === use.call.range.start);
  const after = made && applied && made.range.start > applied.range.start ? made : applied;
  if (!after || endOfStatement(after, editing) === undefined) return false;
  insertAfter(after, [scaleText(data, shared.name, use.call.name !== "setPreProcessor", editing)], editing);
  return true;
}

/** A scaler that is no longer used need not be fitted; its own declaration stays when it is used otherwise. */
function removeFit(object: number, fits: readonly number[], { recorder, edits, text }: Editing): boolean {
  for (const statement of recorder.scope.program.statements) {
    const isFit = fits.includes(statement.range.start);
    const isMaking = statement.expression.kind === "construct" && statement.expression.typeRange.start === object;
    if (!isFit && !isMaking) continue;
    // a block of Kotlin is called on it: more would have to go than its making
    if (isMaking && statement.target !== null && recorder.scope.declarationOf(statement.target, 0)?.kind === "receiver") return false;
    const start = isMaking ? text.lastIndexOf("\n", statement.range.start) + 1 : statement.range.start;
    const from = start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0);
    const lineStart = startsLine(text, from) ? text.lastIndexOf("\n", from) : from;
    edits.remove({ start: lineStart, end: endOfLine(text, statement.range.end) });
  }
  return true;
}

/** The statement that gives a variable its value, when it ends its line. */
function statementOf(declaration: Declaration, editing: Editing): Statement | undefined {
  const { recorder } = editing;
  const statement = recorder.scope.program.statements.find(
    (one) => one.target === declaration.name && one.range.start >= declaration.nameRange.start && one.method === declaration.method,
  );
  return statement && declaration.kind === "local" && endOfStatement(statement, editing) !== undefined ? statement : undefined;
}

/** The end of a statement that others can stand behind, its semicolon included. */
function endOfStatement({ range }: Statement, { text, language }: Editing): number | undefined {
  const semicolon = /^\s*;/.exec(text.slice(range.end))?.[0].length;
  if (semicolon !== undefined) return range.end + semicolon;
  const isEndOfLine = /^[ \t]*(\/\/.*)?$/.test(text.slice(range.end, endOfLine(text, range.end)));
  return language.statementEnd === "" && isEndOfLine ? range.end : undefined;
}

/** Statements on lines of their own below another one. */
function insertAfter(statement: Statement, lines: readonly string[], editing: Editing): void {
  const { text, edits } = editing;
  const end = endOfStatement(statement, editing) ?? statement.range.end;
  const rest = text.slice(end, endOfLine(text, end));
  const lineStart = text.lastIndexOf("\n", statement.range.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const at = /^\s*(\/\/.*)?$/.test(rest) ? end + rest.length : end;
  edits.insert(at, lines.map((line) => `${lineEnding(text)}${indent}${line}`).join(""));
}

function freeName(wanted: string, { recorder }: Editing): string {
  const taken = new Set(recorder.scope.program.declarations.map((one) => one.name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  return name;
}
