import type { Network } from "../../../core/src/model/network.js";
import type { Severity } from "../../../core/src/model/finding.js";
import type { Fix } from "../../../core/src/model/change.js";
import type { Setting } from "../../../core/src/model/setting.js";
import { rules } from "../../../core/src/rules/index.js";
import type { Anchor, Report } from "../../../core/src/rules/define-rule.js";
import type { RunHistory } from "../run/history.js";

/** What in the config explains that a network does not learn. */
export interface Cause {
  readonly rule: string;
  readonly at: Setting<unknown> | Anchor;
  /** A sentence of its own. */
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Rules about what keeps a network from learning, the surest and gravest first. */
const causes: readonly string[] = [
  "init/symmetric",
  "learning-rate/not-positive",
  "activation/single-unit-softmax",
  "learning-rate/decay-as-rate",
  "learning-rate/too-high",
  "data/unscaled-input",
  "activation/unfit-for-loss",
  "loss/unfit-for-task",
  "init/off-scale",
  "regularization/too-strong",
  "regularization/keeps-too-little",
  "learning-rate/too-low",
  "activation/softmax-hidden",
  "activation/unfit-for-recurrent",
  "activation/saturating",
  "activation/implicit-sigmoid",
];

const counting: ReadonlySet<Severity> = new Set(["error", "warning"]);

/** Inputs up to this size need no scaling (`data/out-of-range`). */
const largestInput = 10;

/** Everything in the config that explains it, the best explanation first. */
export function causesOf({ inputSizes }: Pick<RunHistory, "inputSizes">, network: Network): readonly Cause[] {
  // Whether data needs scaling was measured: the rule can only suppose it.
  const isLarge = inputSizes.some(({ largest }) => largest > largestInput);
  return causes
    .filter((id) => id !== "data/unscaled-input" || isLarge)
    .flatMap((id) =>
      reportsOf(id, network).map(({ at, message, fixes = [] }) => ({
        rule: id,
        at,
        message,
        fixes: typeof fixes === "function" ? fixes() : fixes,
      })),
    );
}

/** What one rule says at warning or above. */
function reportsOf(id: string, network: Network): readonly Report[] {
  const rule = rules.find((one) => one.id === id);
  if (!rule || rule.notations?.includes(network.notation) === false) return [];
  const reports: Report[] = [];
  rule.check({ network, options: {}, report: (report) => reports.push(report) });
  return reports.filter(({ severity = rule.severity }) => counting.has(severity));
}

/** A symptom's repairs: those of its cause first; at most one is preferred. */
export function joinedFixes(...groups: readonly (readonly Fix[])[]): Fix[] {
  const all = groups.flat();
  const first = all.findIndex((fix) => fix.preferred);
  const titles = all.map(({ title }) => title);
  return all.flatMap((fix, index) =>
    titles.indexOf(fix.title) < index ? [] : [{ ...fix, preferred: index === Math.max(0, first) && fix.preferred }],
  );
}
