import type { Configuration } from "../model/project.js";
import type { Rule } from "../rules/define-rule.js";
import type { Severity } from "../model/finding.js";
import type { ActiveRule } from "./run-rules.js";

/** Sections that the guideline page itself has; `page-only` runs no others. */
const pageSections = new Set([
  "data",
  "init",
  "epochs",
  "learning-rate",
  "activation",
  "loss",
  "regularization",
  "minibatch",
  "updater",
  "gradient",
  "recurrent",
  "pretraining",
]);

/** The rules that run under a configuration, each with its level and options. */
export function activeRules(rules: readonly Rule[], configuration: Configuration): ActiveRule[] {
  return rules.flatMap((rule) => {
    const setting = configuration.rules[rule.id];
    const level = typeof setting === "string" ? setting : setting?.[0];
    if (level === "off") return [];
    if (level === undefined && !inPreset(rule, configuration.preset)) return [];
    return [{ rule, severity: level, options: typeof setting === "object" ? setting[1] : {} }];
  });
}

function inPreset(rule: Rule, preset: Configuration["preset"]): boolean {
  if (preset === "all") return true;
  if (preset === "page-only") return pageSections.has(rule.id.split("/")[0] ?? "") && rule.severity !== "hint";
  return true;
}

/** Hints are shown only when the preset or the rule's own setting asks for them. */
export function isShown(finding: { readonly rule: string; readonly severity: Severity }, configuration: Configuration): boolean {
  return finding.severity !== "hint" || configuration.preset === "all" || configuration.rules[finding.rule] !== undefined;
}

/** What counts where nothing is configured. */
export const defaultConfiguration: Configuration = { preset: "recommended", rules: {} };
