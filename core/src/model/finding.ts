import type { Range, TextEdit } from "./range.js";

/** How bad a finding is. `error`: it throws, cannot learn, or reports a wrong score; `hint`: taste. */
export type Severity = "error" | "warning" | "info" | "hint";

/** Severities from the worst to the mildest. */
export const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

/** A fix whose changes have become text edits. */
export interface FindingFix {
  readonly title: string;
  readonly safety: "safe" | "suggested";
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** A place that explains a finding: a constant's definition, the conflicting call. */
export interface Related {
  readonly message: string;
  readonly range: Range;
}

/** What a rule found, placed in the text. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the number found. */
  readonly message: string;
  /** Why, with the guideline's own figure. */
  readonly detail: string;
  readonly range: Range;
  /** The network's name; `null` for findings about the file itself. */
  readonly network: string | null;
  /** The layer's name, or its index from 0 as a string; `null` when it concerns the whole network. */
  readonly layer: string | null;
  /** The setting's path in `inspect`'s JSON, when there is one. */
  readonly setting: string | null;
  readonly related: readonly Related[];
  readonly fixes: readonly FindingFix[];
  /** Editors show the text struck through. */
  readonly deprecated?: boolean;
}
