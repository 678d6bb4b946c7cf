import type { NewValue } from "../../../model/value.js";
import { findTest } from "../data/find-test.js";
import { holderOf, isSameObject } from "../data/objects.js";
import type { Provenance } from "../data/provenance.js";
import type { Scalers, ScalerUse } from "../data/scalers.js";
import { findScalers } from "../data/scalers.js";
import type { Fit, Uses } from "../data/training.js";
import { usesOf } from "../data/training.js";
import { declarationFor } from "../program/evaluate.js";
import type { Path } from "../program/path.js";
import type { MadeObject } from "../program/made-object.js";
import type { Declaration, Statement } from "../program/program.js";
import type { HostLanguage } from "./host-language.js";
import type { Recorder } from "../values/recorder.js";
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

/** `fit(iter)` → `fit(iter, 10)` from 1.0.0-beta, a loop around it before and around `fit(dataSet)`; a present number is replaced. */
function setEpochs(value: NewValue, editing: Editing): boolean {
  const { network, text, edits } = editing;
  const fit = onlyFit(editing);
  if (!fit || typeof value !== "number") return false;
  const present = settingAt(network, "train.epochs");
  if (present?.range && present.range.start !== fit.call.nameRange.start) return setNumber("train.epochs", value, editing);
  const given = givenTo(fit, editing);
  if (present?.value !== 1 || fit.call.args.length !== 1 || given === "other") return false;
  if (given === "iterator" && isAtLeast(editing, "1.0.0-beta")) {
    edits.insert(fit.call.argsRange.end, `, ${value}`);
    return true;
  }
  const statement = statementAt(fit.call.range.start, editing);
  return statement !== undefined && wrapInLoop(statement, value, editing, text);
}

/** What `fit` is given: an iterator, a data set that is there as a whole, or something else, such as the next minibatch. */
function givenTo({ call, data }: Fit, { recorder }: Editing): "iterator" | "whole" | "other" {
  const [argument] = call.args;
  const [object] = data.chain;
  const type = object?.type ?? (argument && declarationFor(argument, recorder.scope)?.type) ?? "";
  // of a name that is declared elsewhere, an iterator is what is nearly always meant
  if (type.endsWith("Iterator") || (type === "" && argument?.kind === "name")) return "iterator";
  return /^(Multi)?DataSet$/.test(type) && object !== undefined && !isInLoop(object.born) ? "whole" : "other";
}

function isInLoop(path: Path | null): boolean {
  for (let at = path; at; at = at.parent) if (at.kind === "loop") return true;
  return false;
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
  const { fits } = dataUses(editing);
  return fits.length === 1 && fits[0]?.trainer === undefined ? fits[0] : undefined;
}

function dataUses({ found, isOnly, recorder }: Editing): Uses {
  return usesOf(found, isOnly, recorder);
}

/** The statement that begins at a place. */
function statementAt(start: number, { recorder }: Editing): Statement | undefined {
  return recorder.scope.program.statements.find(({ range }) => range.start === start);
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
  if (!made || !fit || !editing.isOnly) return false;
  const { recorder, edits } = editing;
  const present = useOn(fit.data, findScalers(recorder))?.scaler;
  edits.imports.add(made.className);
  if (present?.made) {
    const { range } = present.made;
    const declaration = recorder.scope.program.declarations.find((one) => one.initializer?.range.start === range.start);
    if (declaration && !["", "DataNormalization", made.className].includes(declaration.type)) return false;
    edits.replace(range, made.text);
    return true;
  }
  edits.imports.add("DataNormalization");
  return addScaler(made.text, fit.data, findTest(fit.data, dataUses(editing), editing.isOnly, recorder), editing);
}

function useOn({ chain }: Provenance, { uses }: Scalers): ScalerUse | undefined {
  return uses.find(({ target }) => chain.some((one) => isSameObject(one, target)));
}

/** The variable that data is in on its way: the data itself, else what it was taken from. */
function variableOf(
  { chain }: Provenance,
  recorder: Recorder,
): { readonly variable: Declaration; readonly object: MadeObject } | undefined {
  for (const object of chain) {
    const variable = holderOf(object, recorder);
    if (variable) return { variable, object };
  }
  return undefined;
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
  const data = variableOf(train, editing.recorder);
  const after = data && statementOf(data.variable, editing);
  if (!data || !after) return false;
  const { variable } = data;
  const isDataSet = isOneDataSet(data.object);
  const name = freeName("normalizer", editing);
  const end = editing.language.statementEnd;
  const lines = [editing.language.declare("DataNormalization", name, made), `${name}.fit(${variable.name})${end}`];
  if (!isDataSet) lines.push(`${variable.name}.reset()${end}`);
  lines.push(scaleText(variable, name, isDataSet, editing));
  const other = test && variableOf(test, editing.recorder)?.variable;
  const otherStatement = other && other !== variable ? statementOf(other, editing) : undefined;
  const isTestAfter = otherStatement !== undefined && otherStatement.range.start > after.range.start;
  if (other && otherStatement && !isTestAfter) lines.push(scaleText(other, name, isDataSet, editing));
  insertAfter(after, lines, editing);
  if (other && otherStatement && isTestAfter) insertAfter(otherStatement, [scaleText(other, name, isDataSet, editing)], editing);
  return true;
}

/** A `DataSet`, not an iterator over several. */
function isOneDataSet({ taken, type }: MadeObject): boolean {
  return taken !== undefined ? !/Iterator$/.test(taken.by.name) : /^(DataSet|MultiDataSet)$/.test(type);
}

function scaleText(data: Declaration, scaler: string, isDataSet: boolean, { language }: Editing): string {
  const call = isDataSet ? `${scaler}.transform(${data.name})` : `${data.name}.setPreProcessor(${scaler})`;
  return call + language.statementEnd;
}

/** The test data goes through the training data's scaler. */
function shareScaler(editing: Editing): boolean {
  const fit = onlyFit(editing);
  if (!fit || !editing.isOnly) return false;
  const { recorder, edits } = editing;
  const test = findTest(fit.data, dataUses(editing), editing.isOnly, recorder);
  const scalers = findScalers(recorder);
  const use = useOn(fit.data, scalers);
  const shared = use?.scaler && holderOf(use.scaler, recorder);
  const data = test && variableOf(test, recorder)?.variable;
  if (!use || !data || !shared) return false;
  const own = useOn(test, scalers);
  if (own) {
    const { call } = own.deed;
    const argument = call.kind !== "invoke" ? undefined : isSetter(call.name) ? call.args[0] : call.on;
    if (!argument || !own.scaler || call.range.start < shared.nameRange.start) return false;
    edits.replace(argument.range, shared.name);
    const fits = scalers.fits.filter(({ scaler }) => scaler === own.scaler).map(({ deed }) => deed.call.range.start);
    return removeFit(own.scaler.typeRange.start, fits, editing);
  }
  const made = statementOf(data, editing);
  const { call } = use.deed;
  const applied = statementAt(call.range.start, editing);
  const after = made && applied && made.range.start > applied.range.start ? made : applied;
  if (!after || call.kind !== "invoke" || endOfStatement(after, editing) === undefined) return false;
  insertAfter(after, [scaleText(data, shared.name, !isSetter(call.name), editing)], editing);
  return true;
}

function isSetter(name: string): boolean {
  return name === "setPreProcessor" || name === "preProcessor";
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
