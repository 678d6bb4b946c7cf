import type { Entry } from "../../../model/written.js";
import { removeLink, removeStatement } from "./layout.js";
import { isShared } from "./set-setting.js";
import type { Editing } from "./written-file.js";

/** Takes all entries of an address out. False when one of them cannot be taken out. */
export function removeSetting(address: string, editing: Editing): boolean {
  const entries = editing.network.entries.filter((entry) => entry.address === address);
  return entries.length > 0 && entries.every((entry) => removeEntry(entry, editing));
}

export function removeEntry(entry: Entry, editing: Editing): boolean {
  const { text, edits, recorder } = editing;
  if (isShared(entry, editing)) return false;
  const statement = recorder.scope.program.statements.find(({ expression, target, isReturn }) => {
    if (expression.kind !== "invoke" || expression.on?.kind !== "name" || isReturn || target !== null) return false;
    return expression.linkRange.start === entry.range.start;
  });
  if (!statement && !isLink(entry, text)) return removeOnlyArgument(entry, editing);
  if (statement) removeStatement(statement.range, text, edits);
  else removeLink(entry.range, entry.nameRange.start, text, edits);
  return true;
}

function isLink(entry: Entry, text: string): boolean {
  return text[entry.range.start] === ".";
}

/** `new OutputLayer.Builder(LossFunction.MSE)`: an only argument goes, one of several cannot. */
function removeOnlyArgument(entry: Entry, { text, edits }: Editing): boolean {
  const before = text.slice(0, entry.range.start).trimEnd();
  const after = text.slice(entry.range.end).trimStart();
  if (!before.endsWith("(") || !after.startsWith(")")) return false;
  edits.remove(entry.range);
  return true;
}
