import type { Change } from "../../../model/change.js";
import type { TextEdit } from "../../../model/range.js";
import type { ParsedFile } from "../../../model/written.js";
import { readNetwork } from "../networks/read-network.js";
import type { Program } from "../program/program.js";
import { understand } from "../understand.js";
import { Recorder } from "../values/recorder.js";
import { addImports } from "./add-imports.js";
import { respell } from "./respell.js";
import { setData } from "./edit-data.js";
import { changeKind, wrapLayer } from "./change-kind.js";
import { insertLayer, removeLayer, replaceLayer } from "./edit-layers.js";
import { mergeCalls } from "./merge-calls.js";
import type { HostLanguage } from "./host-language.js";
import { removeSetting } from "./remove-setting.js";
import { setInputType } from "./set-input-type.js";
import { setSetting } from "./set-setting.js";
import { changesOthers } from "./shared-text.js";
import { TextEdits } from "./text-edits.js";
import type { Editing } from "./written-file.js";

/**
 * The text edits that make the changes to a network; `null` when one of them cannot be said.
 * @param language that the file is written in
 */
export function editProgram(
  program: Program,
  file: ParsedFile,
  index: number,
  changes: readonly Change[],
  language: HostLanguage,
): readonly TextEdit[] | null {
  const network = file.networks[index];
  const { scope, sequences, found: all } = understand(program);
  const found = all[index];
  if (!network || !found) return null;
  const recorder = new Recorder(scope, sequences);
  readNetwork(found, recorder);
  const editing: Editing = {
    text: program.text,
    language,
    network,
    found,
    isOnly: all.length === 1,
    recorder,
    edits: new TextEdits(),
    changes,
  };
  if (!changes.every((change) => apply(change, editing))) return null;
  addImports(program, language.statementEnd, editing.edits);
  const edits = editing.edits.finish();
  return edits && !changesOthers(edits, file, index) ? edits : null;
}

function apply(change: Change, editing: Editing): boolean {
  switch (change.kind) {
    case "set":
      if (/^inputs\.\d+\.type$/.test(change.address)) return setInputType(change.address, change.value, editing);
      if (change.address.startsWith("data.") || change.address === "train.epochs") return setData(change.address, change.value, editing);
      return setSetting(change.address, change.value, editing);
    case "remove":
      return /^(data\.|train\.(epochs|earlyStopping))/.test(change.address) ? false : removeSetting(change.address, editing);
    case "merge":
      return mergeCalls(change.remove, change.address, change.value, editing);
    case "insertLayer":
      return insertLayer(change.before, change.layer, editing);
    case "replaceLayer":
      return replaceLayer(change.index, change.layer, editing);
    case "removeLayer":
      return removeLayer(change.index, editing);
    case "changeKind":
      return changeKind(change.index, change.layer, editing);
    case "wrapLayer":
      return wrapLayer(change.index, change.wrapper, editing);
    case "respell":
      return respell(change.at, change.as, editing);
  }
}
