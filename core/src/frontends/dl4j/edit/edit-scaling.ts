import type { NewValue } from "../../../model/value.js";
import { findTest } from "../data/find-test.js";
import { holderOf, isSameObject } from "../data/objects.js";
import type { Provenance } from "../data/provenance.js";
import type { Scalers, ScalerUse } from "../data/scalers.js";
import { findScalers } from "../data/scalers.js";
import type { MadeObject } from "../program/made-object.js";
import type { Declaration } from "../program/program.js";
import type { Recorder } from "../values/recorder.js";
import type { HostLanguage } from "./host-language.js";
import { endOfLine, removeStatement, startsLine } from "./layout.js";
import { dataUses, onlyFit } from "./only-fit.js";
import { endOfStatement, freeName, insertAfter, isNextLine, statementAt, statementOf } from "./statements.js";
import { writeDecimal } from "./write-value.js";
import type { Editing } from "./written-file.js";

const scalerClasses: Readonly<Record<string, string>> = {
  standardize: "NormalizerStandardize",
  minMax: "NormalizerMinMaxScaler",
  imageScale: "ImagePreProcessingScaler",
};

/** Another scaler in place of the present one, or the statements that scale after the iterators are made. */
export function setScaling(value: NewValue, editing: Editing): boolean {
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
  return addScaler(made, fit.data, findTest(fit.data, dataUses(editing), editing.isOnly, recorder), editing);
}

function useOn({ chain }: Provenance, { uses }: Scalers): ScalerUse | undefined {
  return uses.find(({ target }) => chain.some((one) => isSameObject(one, target)));
}

/** Data under a name of its own. */
interface NamedData {
  readonly variable: Declaration;
  readonly object: MadeObject;
}

/** The variable that data is in on its way: the data itself, else what it was taken from. A split's two parts have to be told apart. */
function variableOf({ chain }: Provenance, recorder: Recorder): NamedData | undefined {
  for (const object of chain) {
    if (object.taken?.by.name === "splitTestAndTrain") return undefined;
    const variable = holderOf(object, recorder);
    if (variable) return { variable, object };
  }
  return undefined;
}

interface MadeScaler {
  readonly className: string;
  readonly text: string;
  /** It is fitted: what it does to pixels needs no statistics. */
  readonly learns: boolean;
}

function scalerText(value: NewValue, language: HostLanguage): MadeScaler | undefined {
  if (typeof value !== "object" || !("name" in value)) return undefined;
  const className = Object.hasOwn(scalerClasses, value.name) ? scalerClasses[value.name] : undefined;
  if (className === undefined) return undefined;
  const { lo = 0, hi = 1 } = value.args;
  if (typeof lo !== "number" || typeof hi !== "number") return undefined;
  const bounds = value.name === "standardize" || (lo === 0 && hi === 1) ? "" : `${writeDecimal(lo)}, ${writeDecimal(hi)}`;
  return { className, text: language.construct(className, bounds), learns: value.name !== "imageScale" };
}

/** A scaler that is fitted on the training data and used for both. */
function addScaler(made: MadeScaler, train: Provenance, test: Provenance | undefined, editing: Editing): boolean {
  const name = freeName("normalizer", editing);
  const declaration = editing.language.declare("DataNormalization", name, made.text);
  return scaleBoth({ name, declaration: [declaration], learns: made.learns }, train, test, editing);
}

/** A scaler as it is put to work: what declares it, if that is missing, and whether it has to be fitted. */
interface Working {
  readonly name: string;
  readonly declaration: readonly string[];
  readonly learns: boolean;
}

/** Declares, fits and uses a scaler behind the training data; uses it for the test data there, or behind that. */
function scaleBoth(scaler: Working, train: Provenance, test: Provenance | undefined, editing: Editing): boolean {
  const { recorder } = editing;
  const data = variableOf(train, recorder);
  const after = data && statementOf(data.variable, editing);
  if (!data || !after) return false;
  const lines = [...scaler.declaration, ...fitText(data, scaler, editing), scaleText(data, scaler.name, editing)];
  const other = test && variableOf(test, recorder);
  const otherStatement = other && other.variable !== data.variable ? statementOf(other.variable, editing) : undefined;
  const forTest = other && otherStatement ? [scaleText(other, scaler.name, editing)] : [];
  if (!otherStatement || otherStatement.range.start < after.range.start) insertAfter(after, [...lines, ...forTest], editing);
  else if (isNextLine(after, otherStatement, editing)) insertAfter(otherStatement, [...lines, ...forTest], editing);
  else {
    insertAfter(after, lines, editing);
    insertAfter(otherStatement, forTest, editing);
  }
  return true;
}

/** A fit goes through an iterator once: it has to begin anew then. */
function fitText({ variable, object }: NamedData, { name, learns }: Working, { language: { statementEnd } }: Editing): readonly string[] {
  if (!learns) return [];
  const fit = `${name}.fit(${variable.name})${statementEnd}`;
  return isOneDataSet(object) ? [fit] : [fit, `${variable.name}.reset()${statementEnd}`];
}

/** A scaler that was fitted on the test data, or on all data before the split, is fitted on the training data. */
export function fitOnTraining(editing: Editing): boolean {
  const fit = onlyFit(editing);
  if (!fit || !editing.isOnly) return false;
  const { recorder } = editing;
  const scalers = findScalers(recorder);
  const scaler = useOn(fit.data, scalers)?.scaler;
  const fitted = scalers.fits.filter((one) => scaler && one.scaler && isSameObject(one.scaler, scaler));
  const [only] = fitted;
  if (!scaler || !only || fitted.length > 1 || only.deed.call.kind !== "invoke") return false;
  const isOnAll = fit.data.chain.some((one) => isSameObject(one, only.target));
  return isOnAll ? fitBehindSplit(scaler, only.target, fit.data, editing) : fitOther(only, fit.data, editing);
}

/** `normalizer.fit(test)` → `normalizer.fit(train)`, where the training data is there already. */
function fitOther({ deed: { call } }: ScalerUse, train: Provenance, { recorder, edits }: Editing): boolean {
  const data = variableOf(train, recorder)?.variable;
  const argument = call.kind === "invoke" ? call.args[0] : undefined;
  if (!data || !argument || data.nameRange.start > call.range.start) return false;
  edits.replace(argument.range, data.name);
  return true;
}

/** What was fitted on and done to all data is done behind the split, to its two parts. */
function fitBehindSplit(scaler: MadeObject, all: MadeObject, train: Provenance, editing: Editing): boolean {
  const { recorder, text, edits } = editing;
  const name = holderOf(scaler, recorder);
  const { uses, fits } = findScalers(recorder);
  const done = [...uses, ...fits].filter((one) => one.scaler && isSameObject(one.scaler, scaler) && isSameObject(one.target, all));
  const statements = done.map(({ deed }) => statementAt(deed.call.range.start, editing));
  const data = variableOf(train, recorder);
  if (name?.kind !== "local" || !data || isSameObject(data.object, all) || !isOneDataSet(all)) return false;
  for (const statement of statements) {
    if (statement?.target !== null || statement.range.start > data.variable.nameRange.start) return false;
    removeStatement(statement.range, text, edits);
  }
  const test = findTest(train, dataUses(editing), editing.isOnly, recorder);
  return scaleBoth({ name: name.name, declaration: [], learns: true }, train, test, editing);
}

/** A `DataSet`, not an iterator over several. */
function isOneDataSet({ taken, type }: MadeObject): boolean {
  return taken !== undefined ? !/Iterator$/.test(taken.by.name) : /^(DataSet|MultiDataSet)$/.test(type);
}

function scaleText({ variable, object }: NamedData, scaler: string, { language }: Editing): string {
  const call = isOneDataSet(object) ? `${scaler}.transform(${variable.name})` : `${variable.name}.setPreProcessor(${scaler})`;
  return call + language.statementEnd;
}

/** The test data goes through the training data's scaler. */
export function shareScaler(editing: Editing): boolean {
  const fit = onlyFit(editing);
  if (!fit || !editing.isOnly) return false;
  const { recorder, edits } = editing;
  const test = findTest(fit.data, dataUses(editing), editing.isOnly, recorder);
  const scalers = findScalers(recorder);
  const use = useOn(fit.data, scalers);
  const shared = use?.scaler && holderOf(use.scaler, recorder);
  const data = test && variableOf(test, recorder);
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
  const made = statementOf(data.variable, editing);
  const { call } = use.deed;
  const applied = statementAt(call.range.start, editing);
  const after = made && applied && made.range.start > applied.range.start ? made : applied;
  if (!after || call.kind !== "invoke" || endOfStatement(after, editing) === undefined) return false;
  insertAfter(after, [scaleText(data, shared.name, editing)], editing);
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
