import type { Change, Fix } from "../model/change.js";
import type { Finding, FindingFix, Severity } from "../model/finding.js";
import type { FrontEnd } from "../frontends/front-end.js";
import type { Network } from "../model/network.js";
import type { ParsedFile } from "../model/written.js";
import type { Report, Rule } from "../rules/define-rule.js";
import { wordedFor } from "./notation.js";
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

/** What a rule said, placed in the text; its fixes as texts only when somebody asks: most findings are just shown. */
interface Placed {
  readonly about: Omit<Finding, "fixes">;
  readonly fixes: () => readonly FindingFix[];
  /** The same in the model's terms. */
  readonly repairs: () => readonly Fix[];
}

type Edit = (changes: readonly Change[]) => FindingFix["edits"] | null;

/** A network and where it stands. */
export interface RuleSubject {
  readonly frontEnd: FrontEnd;
  readonly file: ParsedFile;
  /** The network's index in the file. */
  readonly index: number;
  readonly network: Network;
  readonly timed?: Timed;
}

/** Runs a part of the work under its name, and may measure it. */
export type Timed = <T>(what: string, work: () => T) => T;

export const untimed: Timed = (_what, work) => work();

/**
 * Runs the rules over one network of a file.
 * @param failures gets what fails: rules now, fixes when they are worked out
 * @returns findings whose fixes are worked out when they are first read
 */
export function runRules(
  active: readonly ActiveRule[],
  { frontEnd, file, index, network, timed = untimed }: RuleSubject,
  failures: RuleFailure[],
): Finding[] {
  const placed: Placed[] = [];
  const repeating = new Set<string>();
  const edit: Edit = (changes) => frontEnd.edit(file, index, changes);
  for (const { rule, severity, options } of active) {
    if (rule.notations && !rule.notations.includes(network.notation)) continue;
    if (rule.mergesRepeats) repeating.add(rule.id);
    const fail = (error: unknown) => failures.push({ rule: rule.id, error });
    const report = (said: Report) => {
      const repairs = () => repairsOf(said.fixes, fail);
      placed.push({ about: placedAt(rule, severity, network, said), repairs, fixes: () => fixesOf(repairs(), network, edit, fail) });
    };
    try {
      timed(rule.id, () => rule.check({ network, options, report }));
    } catch (error) {
      fail(error);
    }
  }
  const fixesOfAll: FixesOfAll = (repairs, rule) => fixesOf(repairs, network, edit, (error) => failures.push({ rule, error }));
  return mergeRepeats(mergeByPlace(placed, fixesOfAll), repeating, fixesOfAll).map(findingOf);
}

function placedAt(rule: Rule, severity: Severity | undefined, network: Network, said: Report): Placed["about"] {
  const { range, setting } = placeOf(network, said.at);
  return {
    rule: rule.id,
    severity: severity ?? said.severity ?? rule.severity,
    message: wordedFor(network.notation, said.message),
    detail: wordedFor(network.notation, said.detail),
    range,
    network: network.name,
    layer: said.layer?.id ?? layerOf(network, setting),
    setting,
    related: (said.related ?? []).map(({ message, at }) => ({ message, range: placeOf(network, at).range })),
    ...(said.deprecated ? { deprecated: true } : {}),
  };
}

function findingOf({ about, fixes }: Placed): Finding {
  let known: readonly FindingFix[] | undefined;
  return {
    ...about,
    get fixes() {
      return (known ??= fixes());
    },
  };
}

/** A rule's fixes, worked out when they are asked for. */
function repairsOf(fixes: Report["fixes"], fail: (error: unknown) => void): readonly Fix[] {
  try {
    return typeof fixes === "function" ? fixes() : (fixes ?? []);
  } catch (error) {
    fail(error);
    return [];
  }
}

/** The fixes as texts. One that the notation cannot say at this place is left out. */
function fixesOf(fixes: readonly Fix[], { notation }: Network, edit: Edit, fail: (error: unknown) => void): FindingFix[] {
  try {
    return fixes.flatMap(({ title, safety, preferred, changes }) => {
      const edits = edit(changes);
      return edits && edits.length > 0 ? [{ title: wordedFor(notation, title), safety, preferred, edits }] : [];
    });
  } catch (error) {
    fail(error);
    return [];
  }
}

function layerOf(network: Network, setting: string | null): string | null {
  const index = /^layers\.(\d+)/.exec(setting ?? "")?.[1];
  return index === undefined ? null : (network.layers[Number(index)]?.id ?? null);
}

type FixesOfAll = (repairs: readonly Fix[], rule: string) => readonly FindingFix[];

/**
 * One text that makes several layers (an inherited value, a loop, a helper method) is reported once.
 * A fix that all of them have changes the text for all of them.
 */
function mergeByPlace(findings: readonly Placed[], fixesOfAll: FixesOfAll): Placed[] {
  const byPlace = groupsOf(findings, ({ rule, range }) => `${rule} ${range.start} ${range.end}`);
  return byPlace.map((group) => merged(group, fixesOfAll));
}

/** Findings that say the same at several places become one, at the first; the other places stand beside it. */
function mergeRepeats(findings: readonly Placed[], repeating: ReadonlySet<string>, fixesOfAll: FixesOfAll): Placed[] {
  const bySaying = groupsOf(findings, ({ rule, severity, message, range }) =>
    repeating.has(rule) ? `${rule} ${severity} ${message}` : `${rule} ${range.start} ${range.end}`,
  );
  return bySaying.map((group) => {
    const { about, ...rest } = merged(group, fixesOfAll);
    const repeats = group.slice(1).map(({ about: { range } }) => ({ message: "The same here.", range }));
    return { ...rest, about: { ...about, related: [...about.related, ...repeats] } };
  });
}

function groupsOf(findings: readonly Placed[], keyOf: (about: Placed["about"]) => string): [Placed, ...Placed[]][] {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  for (const finding of findings) {
    const group = groups.get(keyOf(finding.about));
    if (group) group.push(finding);
    else groups.set(keyOf(finding.about), [finding]);
  }
  return [...groups.values()];
}

function merged([first, ...others]: readonly [Placed, ...Placed[]], fixesOfAll: FixesOfAll): Placed {
  if (others.length === 0) return first;
  const isOneLayer = others.every(({ about }) => about.layer === first.about.layer);
  const repairs = () => sharedRepairs(first, others);
  return {
    about: { ...first.about, layer: isOneLayer ? first.about.layer : null },
    repairs,
    fixes: () => fixesOfAll(repairs(), first.about.rule),
  };
}

/** The fixes that every one of the findings has, each with the changes of all. */
function sharedRepairs(first: Placed, others: readonly Placed[]): readonly Fix[] {
  const rest = others.map(({ repairs }) => repairs());
  return first.repairs().flatMap((fix) => {
    const same = rest.map((fixes) => fixes.find(({ title }) => title === fix.title));
    if (!same.every((one) => one !== undefined)) return [];
    const changes = new Map([fix, ...same].flatMap((one) => one.changes).map((change) => [JSON.stringify(change), change]));
    return [{ ...fix, changes: [...changes.values()] }];
  });
}
