type Severity = "error" | "warning" | "info" | "hint";

/** What a quick training can find, with the severity it usually has. The runner decides; here they are named for pages, lists and suppressions. */
export const rulesOfRuns: Readonly<Record<string, Severity>> = {
  "run/not-a-number": "error",
  "run/diverging": "error",
  "run/initial-loss": "info",
  "run/loss-flat": "warning",
  "run/oscillating": "warning",
  "run/update-ratio": "warning",
  "run/vanishing-gradient": "warning",
  "run/exploding-gradient": "warning",
  "run/dead-units": "warning",
  "run/saturated-units": "warning",
  "run/overfitting": "warning",
  "run/still-improving": "info",
  "run/chance-level": "warning",
  "run/input-ignored": "warning",
  "run/cannot-overfit-batch": "warning",
  "run/better-rate": "info",
  "run/fix-measured": "info",
};

/** What is found in a text or a configuration itself, not in a network. */
export const rulesOfTexts: Readonly<Record<string, Severity>> = {
  "nnlint/syntax": "error",
  "nnlint/unknown-name": "error",
  "nnlint/bare-dropout": "error",
  "nnlint/config": "error",
  "nnlint/unused-suppression": "warning",
  "nnlint/unknown-rule": "warning",
  "nnlint/file-too-large": "info",
};
