import type { Change, Fix } from "../model/change.js";
import type { Finding, FindingFix, Severity } from "../model/finding.js";
import type { FrontEnd } from "../frontends/front-end.js";
import type { Network } from "../model/network.js";
import type { ParsedFile } from "../model/written.js";
import type { Report, Rule } from "../rules/define-rule.js";
import { placeOf } from "./place.js";

/** A rule as configured: its level for this file, and its options. */
export interface ActiveRule {
  readonly rule: Rule;
  /** Replaces every severity that the rule reports; `undefined`: the rule's own. */
  readonly severity: Severity | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A rule that threw; the other rules' findings stand. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** Runs the rules over one network of a file. */
export function runRules(
  active: readonly ActiveRule[],
  frontEnd: FrontEnd,
  file: ParsedFile,
  networkIndex: number,
  network: Network,
): { readonly findings: readonly Finding[]; readonly failures: readonly RuleFailure[] } {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const edit = (changes: readonly Change[]) => frontEnd.edit(file, networkIndex, changes);
  for (const { rule, severity, options } of active) {
    if (rule.notations && !rule.notations.includes(network.notation)) continue;
    const report = (said: Report) => findings.push(findingOf(rule, severity, network, said, edit));
    try {
      rule.check({ network, options, report });
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  return { findings: mergeByPlace(findings), failures };
}

function findingOf(
  rule: Rule,
  severity: Severity | undefined,
  network: Network,
  said: Report,
  edit: (changes: readonly Change[]) => FindingFix["edits"] | null,
): Finding {
  const { range, setting } = placeOf(network, said.at);
  return {
    rule: rule.id,
    severity: severity ?? said.severity ?? rule.severity,
    message: said.message,
    detail: said.detail,
    range,
    network: network.name,
    layer: said.layer?.id ?? layerOf(network, setting),
    setting,
    related: (said.related ?? []).map(({ message, at }) => ({ message, range: placeOf(network, at).range })),
    fixes: (said.fixes ?? []).flatMap((fix) => editsOf(fix, edit)),
    ...(said.deprecated ? { deprecated: true } : {}),
  };
}

/** A fix that the notation cannot say at this place is left out. */
function editsOf(
  { title, safety, preferred, changes }: Fix,
  edit: (changes: readonly Change[]) => FindingFix["edits"] | null,
): FindingFix[] {
  const edits = edit(changes);
  return edits && edits.length > 0 ? [{ title, safety, preferred, edits }] : [];
}

function layerOf(network: Network, setting: string | null): string | null {
  const index = /^layers\.(\d+)/.exec(setting ?? "")?.[1];
  return index === undefined ? null : (network.layers[Number(index)]?.id ?? null);
}

/**
 * One text that makes several layers (an inherited value, a loop, a helper method) is reported once.
 * Its fixes stay where they are the same for all of them.
 */
function mergeByPlace(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.range.start} ${finding.range.end}`;
    const first = merged.get(key);
    if (!first) {
      merged.set(key, finding);
      continue;
    }
    const texts = new Set(finding.fixes.map(fixText));
    merged.set(key, {
      ...first,
      layer: first.layer === finding.layer ? first.layer : null,
      fixes: first.fixes.filter((fix) => texts.has(fixText(fix))),
    });
  }
  return [...merged.values()];
}

const fixText = ({ title, edits }: FindingFix) => JSON.stringify([title, edits]);
