import { analyse, type AnalysedFile, type AnalysisEnvironment } from "./analyse.js";
import { applyEdits, areDisjoint } from "./apply-edits.js";
import type { Finding, FindingFix } from "../model/finding.js";
import type { Notation } from "../model/written.js";
import type { TextEdit } from "../model/range.js";

/** A text with its fixes applied. */
export interface FixedText {
  readonly text: string;
  /** How many findings were repaired. */
  readonly applied: number;
  /** The analysis of the text as it is now. */
  readonly analysed: AnalysedFile;
}

/** One fix may open the way for another; more rounds than this would be fixes that undo each other. */
const mostRounds = 10;

/**
 * Applies the fixes of all findings together, again until none is left. Networks that share text may want it otherwise from each
 * other: where their fixes go round in a circle, the text on the way with the fewest findings is kept.
 * Without `suggested` only safe fixes that are a finding's only fix are applied, so that nothing is silenced in place of being repaired.
 */
export async function fixText(
  text: string,
  notation: Notation,
  environment: AnalysisEnvironment,
  options: { readonly suggested: boolean },
): Promise<FixedText> {
  let analysed = await analyse(text, notation, environment);
  let current = text;
  let applied = 0;
  const seen = new Set([text]);
  let best: FixedText = { text, applied, analysed };
  for (let round = 0; round < mostRounds; round++) {
    const chosen = fixesToApply(analysed.findings, options.suggested);
    if (chosen.length === 0) return { text: current, applied, analysed };
    const next = applyEdits(
      current,
      chosen.flatMap(({ edits }) => edits),
    );
    if (seen.has(next)) break;
    seen.add(next);
    current = next;
    applied += chosen.length;
    analysed = await analyse(current, notation, environment);
    if (analysed.findings.length < best.analysed.findings.length) best = { text: current, applied, analysed };
  }
  return best;
}

/** The fixes that can be applied together in one pass; a fix that touches the text of an earlier one waits for the next. */
export function fixesToApply(findings: readonly Finding[], suggested: boolean): FindingFix[] {
  const chosen: FindingFix[] = [];
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = fixOf(finding, suggested);
    if (!fix || !areDisjoint([...edits, ...fix.edits])) continue;
    chosen.push(fix);
    edits.push(...fix.edits);
  }
  return chosen;
}

function fixOf({ fixes }: Finding, suggested: boolean): FindingFix | undefined {
  const [first] = fixes;
  if (fixes.length === 1 && first?.safety === "safe") return first;
  if (!suggested) return undefined;
  const offered = fixes.filter(({ safety }) => safety === "suggested");
  return offered.find((fix) => fix.preferred) ?? offered[0];
}
