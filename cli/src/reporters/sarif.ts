import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, PhysicalLocation, Region, ReportingDescriptor, Result, ToolComponent } from "sarif";
import packageJson from "../../../package.json" with { type: "json" };
import { rulePage, ruleSummary } from "../../../core/src/analysis/workspace.js";
import { LineIndex, type Finding, type FindingFix, type Severity } from "../../../core/src/model/index.js";
import type { CheckedFile, CheckResult } from "./check-result.js";

const levels = { error: "error", warning: "warning", info: "note", hint: "note" } as const satisfies Record<Severity, Result.level>;

/**
 * The report of `check --format sarif`: SARIF 2.1.0 with each rule's page, each finding's fixes, and files that could not be read.
 * Lines and columns count from 1, columns in UTF-16 units.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport({ files, errors }: CheckResult): string {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: driver(ids) },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: errors.length === 0,
            toolExecutionNotifications: errors.map((error) => ({
              level: "error" as const,
              message: { text: error.message },
              locations: [{ physicalLocation: { artifactLocation: artifact(error.path) } }],
            })),
          },
        ],
        results: files.flatMap((file) => resultsOf(file, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function driver(ids: readonly string[]): ToolComponent {
  const { name, version } = packageJson;
  return { name, semanticVersion: version, rules: ids.map(descriptor) };
}

function descriptor(id: string): ReportingDescriptor {
  const page = rulePage(id);
  const summary = ruleSummary(id);
  return {
    id,
    ...(summary !== "" && { shortDescription: { text: summary } }),
    ...(page !== undefined && { help: { text: page, markdown: page } }),
  };
}

function resultsOf(file: CheckedFile, ids: readonly string[]): Result[] {
  const lines = new LineIndex(file.text);
  return file.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: [finding.message, finding.detail].filter((part) => part !== "").join(" ") },
    locations: [{ physicalLocation: placeIn(file, lines, finding.range), ...logicalPlace(finding) }],
    relatedLocations: finding.related.map(({ message, range }, id) => ({
      id,
      message: { text: message },
      physicalLocation: placeIn(file, lines, range),
    })),
    partialFingerprints: { "nnlint/v1": fingerprint(file, finding) },
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => sarifFix(file.path, lines, fix)) }),
  }));
}

function logicalPlace({ network, layer }: Finding) {
  const name = [network, layer].filter((part) => part !== null).join("/");
  return name === "" ? {} : { logicalLocations: [{ fullyQualifiedName: name }] };
}

function sarifFix(file: string, lines: LineIndex, { title, edits }: FindingFix) {
  const replacements = edits.map(({ range, newText }) => ({ deletedRegion: region(lines, range), insertedContent: { text: newText } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(file), replacements }] };
}

function placeIn({ path: file }: CheckedFile, lines: LineIndex, range: Finding["range"]): PhysicalLocation {
  return { artifactLocation: artifact(file), region: region(lines, range) };
}

function region(lines: LineIndex, range: Finding["range"]): Region {
  const { start, end } = lines.lineRange(range);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function artifact(file: string) {
  if (path.isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

/** The same while the line's text and what is found stay the same, wherever the line moves to. */
function fingerprint({ path: file, text }: CheckedFile, { rule, network, setting, range }: Finding): string {
  const start = text.lastIndexOf("\n", range.start - 1) + 1;
  const end = text.indexOf("\n", range.start);
  const line = text.slice(start, end < 0 ? undefined : end).trim();
  return createHash("sha256")
    .update(JSON.stringify([file, rule, network, setting, line]))
    .digest("hex")
    .slice(0, 32);
}
