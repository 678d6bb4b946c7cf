import type { NewValue } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import { inputTypes } from "../networks/read-input-type.js";
import { insertCalls } from "./insert-calls.js";
import type { Editing } from "./written-file.js";
import { isAtLeast, settingAt } from "./written-file.js";

/** Writes `InputType.convolutional(28, 28, 1)` over the present type, or adds `setInputType` (0.6.0) before `build()`. */
export function setInputType(address: string, value: NewValue, editing: Editing): boolean {
  const { text, edits, network, found } = editing;
  const written = inputTypeText(value);
  if (written === null) return false;
  edits.imports.add("InputType");
  const present = settingAt(network, address);
  if (present?.range) {
    if (!text.slice(present.range.start, present.range.end).includes("InputType")) return false;
    edits.replace(present.range, written);
    return true;
  }
  if (!isAtLeast(editing, "0.6.0")) return false;
  const next = found.sequence.links.findLast((link) => link.name === "build");
  if (!next || (found.kind === "graph" && network.inputs.length !== 1)) return false;
  insertCalls(next, found.sequence.links, [`${found.kind === "graph" ? "setInputTypes" : "setInputType"}(${written})`], editing);
  return true;
}

function inputTypeText(value: NewValue): string | null {
  if (typeof value !== "object" || !("name" in value)) return null;
  const parameters = lookUp(inputTypes, value.name);
  const given = parameters?.map((parameter) => value.args[parameter]).filter((argument) => argument !== undefined);
  if (!given || given.length === 0 || !given.every((argument) => typeof argument === "number")) return null;
  return `InputType.${value.name}(${given.join(", ")})`;
}
