import { codeFrameColumns } from "@babel/code-frame";
import pc from "picocolors";
import { lintedEndingsInWords } from "../../../core/src/analysis/workspace.js";
import { LineIndex, type Finding, type Severity } from "../../../core/src/model/index.js";
import { countBySeverity, type CheckedFile, type CheckResult } from "./check-result.js";

const colors: Readonly<Record<Severity, (text: string) => string>> = { error: pc.red, warning: pc.yellow, info: pc.cyan, hint: pc.gray };

/** The report for people: each finding with its code, why, and what repairs it; a summary at the end. */
export function prettyReport(result: CheckResult): string {
  const files = result.files.filter(({ findings }) => findings.length > 0).map(prettyFile);
  return [...files, summaryLine(result)].join("\n");
}

function prettyFile({ path, text, findings }: CheckedFile): string {
  const lines = new LineIndex(text);
  return findings.map((finding) => prettyFinding(path, text, lines, finding)).join("\n");
}

/** A finding with its code frame, why, and what repairs it. */
export function prettyFinding(path: string, text: string, lines: LineIndex, finding: Finding): string {
  const { start, end } = lines.lineRange(finding.range);
  const where = pc.bold(`${path}:${start.line + 1}:${start.character + 1}`);
  const head = `${where} ${colors[finding.severity](finding.severity)} ${finding.message} ${pc.dim(finding.rule)}`;
  const frame = codeFrameColumns(
    text,
    { start: { line: start.line + 1, column: start.character + 1 }, end: { line: end.line + 1, column: end.character + 1 } },
    { linesAbove: 1, linesBelow: 1, highlightCode: false },
  );
  const fixes = finding.fixes.map(({ title, safety }) => `  ${pc.green("fix")} ${title}${safety === "safe" ? pc.dim(" (safe)") : ""}`);
  return `${[head, frame, ...(finding.detail === "" ? [] : [`  ${finding.detail}`]), ...fixes].join("\n")}\n`;
}

/** What it came to, in a line. */
export function summaryLine(result: CheckResult): string {
  return `${summary(result)}\n`;
}

function summary({ files, milliseconds }: CheckResult): string {
  if (files.length === 0) return `No files to lint were found: nnlint reads ${lintedEndingsInWords} files.`;
  const counts = countBySeverity(files);
  const networks = files.reduce((sum, file) => sum + file.networks, 0);
  const read = `${plural(networks, "network")} in ${plural(files.length, "file")}, ${milliseconds} ms`;
  const found = (["error", "warning", "info", "hint"] as const).flatMap((severity) =>
    counts[severity] > 0 ? [colors[severity](plural(counts[severity], severity))] : [],
  );
  return found.length === 0 ? `${pc.green("Nothing found")} (${read}).` : `${found.join(", ")} (${read}).`;
}

function plural(count: number, word: string): string {
  return `${count} ${count === 1 || word === "info" ? word : `${word}s`}`;
}
