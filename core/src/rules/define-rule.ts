import type { Change, Fix, NewLayer } from "../model/change.js";
import type { Severity } from "../model/finding.js";
import type { Layer, Network } from "../model/network.js";
import type { Notation } from "../model/written.js";
import type { Range } from "../model/range.js";
import type { Setting } from "../model/setting.js";
import type { NewValue } from "../model/value.js";

/** What a rule says about one place. */
export interface Report {
  /** The setting, or a name in the text; never a range made by hand. */
  readonly at: Setting<unknown> | Anchor;
  /** The layer it concerns, where `at` is not a layer's own setting and the finding is about one layer. */
  readonly layer?: Layer;
  readonly severity?: Severity;
  /** What is wrong, with the number found. */
  readonly message: string;
  /** Why, with the guideline's own figure. */
  readonly detail: string;
  readonly related?: readonly { readonly message: string; readonly at: Setting<unknown> | Anchor }[];
  /** A function where working them out is not done in passing: it is called when somebody asks for the finding's fixes. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  readonly deprecated?: boolean;
}

/** A name in the text that findings may stand on: a layer's kind, the word `train`, a call's name. */
export interface Anchor {
  readonly anchor: Range;
  /** The path in `inspect`'s JSON, when the finding is about a setting that is missing there. */
  readonly path?: string;
}

/** What a rule is given. */
export interface RuleContext<Options> {
  readonly network: Network;
  readonly options: Options;
  readonly report: (report: Report) => void;
}

/** How a rule is written: when it fires, what it says, how it is repaired. Its page stands beside it. */
export interface RuleDefinition<Options> {
  /** `section/name`; never changes. */
  readonly id: string;
  readonly severity: Severity;
  /** Where it can be expressed; default: everywhere. */
  readonly notations?: readonly Notation[];
  /** Numbers that the user may change, with their defaults. */
  readonly options?: Options;
  /** Layers that each say the same give one finding, on the first of them, with the others beside it; default: each its own. */
  readonly mergesRepeats?: true;
  readonly check: (context: RuleContext<Options>) => void;
}

/** A rule as the analysis runs it, whatever the type of its options. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly notations?: readonly Notation[];
  readonly mergesRepeats?: true;
  readonly options: Readonly<Record<string, unknown>>;
  /** Runs the rule; `options` are those that the user changed. */
  readonly check: (context: RuleContext<Readonly<Record<string, unknown>>>) => void;
}

/** Declares a rule. Options that the user sets are taken where they are of the default's type. */
export function defineRule<Options extends object = Record<string, never>>(definition: RuleDefinition<Options>): Rule {
  const { options: defaults, check, ...rest } = definition;
  return {
    ...rest,
    options: { ...defaults },
    check: (context) => check({ ...context, options: withDefaults(defaults, context.options) }),
  };
}

/** The defaults, with the user's values in the place of those that have the same type; tables keep the rows that the user leaves out. */
function withDefaults<Options extends object>(defaults: Options | undefined, own: Readonly<Record<string, unknown>>): Options {
  const entries = Object.entries(defaults ?? {}).map(([key, usual]: [string, unknown]) => [key, chosen(usual, own[key])]);
  return Object.fromEntries(entries) as Options;
}

function chosen(usual: unknown, value: unknown): unknown {
  if (typeof value !== typeof usual || value === null || Array.isArray(value) !== Array.isArray(usual)) return usual;
  if (Array.isArray(usual)) return (value as unknown[]).every((item) => typeof item === typeof usual[0]) ? value : usual;
  return typeof usual === "object" && usual !== null ? withDefaults(usual, value as Readonly<Record<string, unknown>>) : value;
}

/** A repair that changes what the network computes; applied one by one, or by `fix --suggested`. */
export function suggest(title: string, ...changes: Change[]): Fix {
  return { title, safety: "suggested", preferred: false, changes };
}

/** A repair after which the resolved model is the same. */
export function safe(title: string, ...changes: Change[]): Fix {
  return { title, safety: "safe", preferred: false, changes };
}

/** Marks the one repair that an editor applies without asking which. */
export function preferred(fix: Fix): Fix {
  return { ...fix, preferred: true };
}

/** Writes the value where the setting stands, or would stand. An inherited setting is changed at its source. */
export function set(setting: Setting<unknown> | string, value: NewValue): Change {
  return { kind: "set", address: typeof setting === "string" ? setting : setting.address, value };
}

/** Takes the setting's text out. */
export function remove(setting: Setting<unknown> | string): Change {
  return { kind: "remove", address: typeof setting === "string" ? setting : setting.address };
}

/** Puts a layer before the layer with this index. */
export function insertLayer(before: number, layer: NewLayer): Change {
  return { kind: "insertLayer", before, layer };
}

export { isKnown, isWritten, valueOf } from "../model/setting.js";
