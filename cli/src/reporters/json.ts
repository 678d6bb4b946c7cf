import { LineIndex, type Finding } from "../../../core/src/model/index.js";
import { pageLocation } from "../page-location.js";
import { countBySeverity, type CheckedFile, type CheckResult } from "./check-result.js";

/** The report of `check --format json`: lines and characters from 0, in UTF-16 units. */
export function jsonReport(result: CheckResult): string {
  const { files, errors } = result;
  return `${JSON.stringify({ version: 1, files: files.map(jsonFile), errors, summary: jsonSummary(result) }, null, 2)}\n`;
}

/** What it came to. */
export function jsonSummary({ files, milliseconds }: CheckResult) {
  const networks = files.reduce((sum, file) => sum + file.networks, 0);
  return { files: files.length, networks, ...countBySeverity(files), milliseconds };
}

/** A file with its findings. */
export function jsonFile({ path, text, networks, findings }: CheckedFile) {
  const lines = new LineIndex(text);
  return { path, networks, findings: findings.map((finding) => jsonFinding(finding, lines)) };
}

/** One finding as the interface has it. */
function jsonFinding(finding: Finding, lines: LineIndex) {
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
