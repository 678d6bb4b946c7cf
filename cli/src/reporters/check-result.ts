import type { Finding } from "../../../core/src/model/index.js";

/** A file with what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly networks: number;
  readonly findings: readonly Finding[];
}

/** What `nnlint check` found. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  /** Files that could not be read, and faults of nnlint's own. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly milliseconds: number;
}

/** How many findings of each severity there are. */
export function countBySeverity(files: readonly CheckedFile[]): { error: number; warning: number; info: number; hint: number } {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}
