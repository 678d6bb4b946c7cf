import { placeOf } from "../../../core/src/analysis/place.js";
import type { Fix } from "../../../core/src/model/change.js";
import { LineIndex } from "../../../core/src/model/lines.js";
import type { FindingEvent } from "../protocol/events.js";
import type { Symptom } from "../symptoms/symptom.js";
import type { ChosenNetwork } from "./choose-network.js";

/** Places symptoms in the trained text, with their fixes as text edits; fixes that the notation cannot express are left out. */
export function findingEvents(symptoms: readonly Symptom[], chosen: ChosenNetwork): FindingEvent[] {
  const { network, file } = chosen;
  const lines = new LineIndex(file.text);
  return symptoms.map(({ rule, severity, message, detail, evidence, layer, at, fixes }) => {
    const { range, setting } = placeOf(network, at);
    return {
      event: "finding",
      v: 1,
      rule,
      severity,
      network: network.name,
      layer,
      setting,
      range: lines.lineRange(range),
      message,
      detail,
      evidence,
      fixes: fixes.flatMap((fix) => fixEvent(fix, chosen, lines)),
    };
  });
}

function fixEvent(
  { title, safety, preferred, changes }: Fix,
  { frontEnd, file, index }: ChosenNetwork,
  lines: LineIndex,
): FindingEvent["fixes"] {
  const edits = frontEnd.edit(file, index, changes);
  if (!edits) return [];
  return [{ title, safety, preferred, edits: edits.map(({ range, newText }) => ({ range: lines.lineRange(range), newText })) }];
}
