import type { Finding } from "../model/finding.js";
import { parseConfiguration } from "../project/configuration.js";
import { knownRules } from "./analyse.js";

/** The mistakes in the text of a `nnlint.json`, in the order of the text. */
export function lintConfiguration(text: string): Finding[] {
  return parseConfiguration(text, knownRules).problems.map(({ message, range, replacement }) => ({
    rule: "nnlint/config",
    severity: "error",
    message,
    detail: "What is right in this file still counts.",
    range,
    network: null,
    layer: null,
    setting: null,
    related: [],
    fixes:
      replacement === undefined
        ? []
        : [{ title: `Replace with ${replacement}`, safety: "suggested", preferred: true, edits: [{ range, newText: replacement }] }],
  }));
}
