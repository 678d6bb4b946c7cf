import { closest, distance } from "fastest-levenshtein";
import type { Comment } from "../model/written.js";
import type { Finding } from "../model/finding.js";
import { LineIndex } from "../model/lines.js";
import type { Range } from "../model/range.js";

/** One rule name of one suppressing comment; `rule` null silences every rule. */
interface Suppression {
  readonly rule: string | null;
  /** The rule's name in the comment, or the whole comment. */
  readonly range: Range;
  readonly comment: Range;
  /** How many rules the comment names. */
  readonly names: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

const directive = /^nnlint-(disable-next-line|disable-line|disable|enable)(?![\w-])\s*(.*)$/s;

/**
 * Silences what `// nnlint-disable…` comments name, and reports those that silence nothing (`nnlint/unused-suppression`)
 * or name no rule (`nnlint/unknown-rule`). Everything from ` -- ` on is the writer's reason.
 */
export function applySuppressions(
  text: string,
  comments: readonly Comment[],
  findings: readonly Finding[],
  knownRules: ReadonlySet<string>,
): Finding[] {
  const lines = new LineIndex(text);
  const suppressions = readSuppressions(text, comments, lines);
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Suppression>();
  const shown = findings.filter((finding) => {
    const line = lines.positionAt(finding.range.start).line;
    const by = suppressions.filter(
      ({ rule, firstLine, lastLine }) => (rule === null || rule === finding.rule) && firstLine <= line && line <= lastLine,
    );
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  const about = suppressions.flatMap((suppression) => {
    if (suppression.rule !== null && !knownRules.has(suppression.rule)) return [unknownRule(suppression, suppression.rule, knownRules)];
    return used.has(suppression) ? [] : [unusedSuppression(text, lines, suppression)];
  });
  return [...shown, ...about];
}

function readSuppressions(text: string, comments: readonly Comment[], lines: LineIndex): Suppression[] {
  const found: Suppression[] = [];
  const open: { rule: string | null; at: number }[] = [];
  for (const comment of comments) {
    const [, kind, rest] = directive.exec(comment.text) ?? [];
    if (kind === undefined || rest === undefined) continue;
    const line = lines.positionAt(comment.range.start).line;
    const names =
      rest
        .split(/(?:^|\s)--(?:\s|$)/)[0]
        ?.split(/[\s,]+/)
        .filter(Boolean) ?? [];
    const rules = names.length > 0 ? names : [null];
    if (kind === "enable") {
      close(rules, line);
      continue;
    }
    for (const rule of rules) {
      const start = rule === null ? comment.range.start : text.indexOf(rule, comment.range.start);
      const range = rule === null ? comment.range : { start, end: start + rule.length };
      const firstLine = kind === "disable-next-line" ? lines.positionAt(comment.range.end).line + 1 : line;
      const lastLine = kind === "disable" ? lines.count : firstLine;
      if (kind === "disable") open.push({ rule, at: found.length });
      found.push({ rule, range, comment: comment.range, names: rules.length, firstLine, lastLine });
    }
  }
  return found;

  function close(rules: readonly (string | null)[], line: number): void {
    for (let index = open.length - 1; index >= 0; index--) {
      const entry = open[index];
      const suppression = entry && found[entry.at];
      if (!entry || !suppression || !(rules.includes(null) || rules.includes(entry.rule))) continue;
      found[entry.at] = { ...suppression, lastLine: line };
      open.splice(index, 1);
    }
  }
}

const aboutFile = { network: null, layer: null, setting: null, related: [] } as const;

function unknownRule(suppression: Suppression, rule: string, knownRules: ReadonlySet<string>): Finding {
  const nearest = closest(rule, [...knownRules]);
  const near = distance(rule, nearest) <= Math.max(3, rule.length / 3);
  return {
    ...aboutFile,
    rule: "nnlint/unknown-rule",
    severity: "warning",
    message: `There is no rule named "${rule}".`,
    detail: near ? `Did you mean "${nearest}"? Run "nnlint rules" for the list.` : `Run "nnlint rules" for the list of rules.`,
    range: suppression.range,
    fixes: near
      ? [{ title: `Change to "${nearest}"`, safety: "suggested", preferred: true, edits: [{ range: suppression.range, newText: nearest }] }]
      : [],
  };
}

function unusedSuppression(text: string, lines: LineIndex, suppression: Suppression): Finding {
  const what = suppression.rule ?? "any rule";
  return {
    ...aboutFile,
    rule: "nnlint/unused-suppression",
    severity: "warning",
    message: `This suppresses nothing: ${what} reports nothing here.`,
    detail: "A suppression that is left behind would hide a later mistake.",
    range: suppression.range,
    fixes: [
      {
        title: "Remove the unused suppression",
        safety: "safe",
        preferred: true,
        edits: [{ range: removal(text, lines, suppression), newText: "" }],
      },
    ],
  };
}

/** The name with its separator where the comment names others too; else the comment, with its line when it stands alone. */
function removal(text: string, lines: LineIndex, { range, comment, names }: Suppression): Range {
  if (names > 1) {
    const after = /^[\s,]+(?!-- )/.exec(text.slice(range.end, comment.end))?.[0].length ?? 0;
    return { start: range.start, end: range.end + after };
  }
  const lineStart = lines.lineStart(lines.positionAt(comment.start).line);
  const lineEnd = lines.lineStart(lines.positionAt(comment.end).line + 1);
  if (text.slice(lineStart, comment.start).trim() === "" && text.slice(comment.end, lineEnd).trim() === "")
    return { start: lineStart, end: lineEnd };
  const before = /[ \t]*$/.exec(text.slice(lineStart, comment.start))?.[0].length ?? 0;
  return { start: comment.start - before, end: comment.end };
}
