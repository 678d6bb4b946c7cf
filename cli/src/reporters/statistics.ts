import pc from "picocolors";
import type { Severity } from "../../../core/src/model/index.js";
import type { CheckResult } from "./check-result.js";
import { summaryLine } from "./pretty.js";

const order: readonly Severity[] = ["error", "warning", "info", "hint"];

/** The report of `check --statistics`: how often each rule found something and how much of it has a fix, the most frequent first. */
export function statisticsReport(result: CheckResult): string {
  const rows = new Map<string, { rule: string; severity: Severity; count: number; fixable: number }>();
  for (const { rule, severity, fixes } of result.files.flatMap(({ findings }) => findings)) {
    const row = rows.get(`${rule} ${severity}`) ?? { rule, severity, count: 0, fixable: 0 };
    rows.set(`${rule} ${severity}`, { ...row, count: row.count + 1, fixable: row.fixable + (fixes.length > 0 ? 1 : 0) });
  }
  const sorted = [...rows.values()].sort(
    (a, b) => b.count - a.count || order.indexOf(a.severity) - order.indexOf(b.severity) || a.rule.localeCompare(b.rule),
  );
  if (sorted.length === 0) return summaryLine(result);
  const width = Math.max(...sorted.map(({ rule }) => rule.length));
  const lines = sorted.map(({ rule, severity, count, fixable }) =>
    `${String(count).padStart(6)}  ${severity.padEnd(8)} ${pc.bold(rule.padEnd(width))}  ${fixable === 0 ? "" : `${fixable} with a fix`}`.trimEnd(),
  );
  return `${lines.join("\n")}\n\n${summaryLine(result)}`;
}
