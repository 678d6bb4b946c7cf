import { LineIndex, type Finding } from "../../../core/src/model/index.js";
import { pageLocation } from "../page-location.js";
import { countBySeverity, type CheckedFile, type CheckResult } from "./check-result.js";

/** The report of `check --format json`: lines and characters from 0, in UTF-16 units. */
export function jsonReport({ files, errors, milliseconds }: CheckResult): string {
  const summary = {
    files: files.length,
    networks: files.reduce((sum, { networks }) => sum + networks, 0),
    ...countBySeverity(files),
    milliseconds,
  };
  return `${JSON.stringify({ version: 1, files: files.map(jsonFile), errors, summary }, null, 2)}\n`;
}

function jsonFile({ path, text, networks, findings }: CheckedFile) {
  const lines = new LineIndex(text);
  return { path, networks, findings: findings.map((finding) => jsonFinding(finding, lines)) };
}

/** One finding as the interface has it. */
export function jsonFinding(finding: Finding, lines: LineIndex) {
  const { rule, severity, message, detail, range, network, layer, setting, related, fixes } = finding;
  return {
    rule,
    severity,
    message,
    detail,
    docs: pageLocation(rule),
    range: lines.lineRange(range),
    network,
    layer,
    setting,
    related: related.map((place) => ({ message: place.message, range: lines.lineRange(place.range) })),
    fixes: fixes.map(({ title, safety, preferred, edits }) => ({
      title,
      safety,
      preferred,
      edits: edits.map((edit) => ({ range: lines.lineRange(edit.range), newText: edit.newText })),
    })),
  };
}
