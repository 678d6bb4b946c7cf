import type { NewValue } from "../../../model/value.js";
import type { Fit } from "../data/training.js";
import { declarationFor } from "../program/evaluate.js";
import type { Path } from "../program/path.js";
import type { Statement } from "../program/program.js";
import { fitOnTraining, setScaling, shareScaler } from "./edit-scaling.js";
import { indentationAt, lineEnding, startsLine } from "./layout.js";
import { onlyFit } from "./only-fit.js";
import { lastEntry } from "./set-setting.js";
import { endOfStatement, statementAt } from "./statements.js";
import { writeNumber } from "./write-value.js";
import type { Editing } from "./written-file.js";
import { isAtLeast, settingAt } from "./written-file.js";

/** Changes what stands around the network: scalers, epochs, minibatch size, the number of classes. */
export function setData(address: string, value: NewValue, editing: Editing): boolean {
  if (address === "data.normalize") return setScaling(value, editing);
  if (address === "data.testNormalize") return shareScaler(editing);
  if (address === "data.normalize.fittedOn") return value === "train" && fitOnTraining(editing);
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
