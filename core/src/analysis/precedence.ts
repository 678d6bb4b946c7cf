import type { Finding } from "../model/finding.js";

/**
 * One cause, one finding: where two rules see the same thing, the stronger speaks.
 * `same: "setting"` compares the setting's path or place, `"start"` where the text begins (`RBM` and `RBM.Builder`), `"layer"` the layer,
 * `"network"` any finding in the network.
 */
export const precedence: readonly { readonly stronger: string; readonly weaker: string; readonly same: Scope }[] = [
  { stronger: "learning-rate/decay-as-rate", weaker: "learning-rate/too-high", same: "setting" },
  { stronger: "learning-rate/decay-as-rate", weaker: "learning-rate/updater-rate-ignored", same: "setting" },
  { stronger: "learning-rate/layer-updater-resets", weaker: "learning-rate/implicit", same: "layer" },
  { stronger: "learning-rate/updater-rate-ignored", weaker: "learning-rate/implicit", same: "network" },
  { stronger: "learning-rate/momentum-as-rate", weaker: "learning-rate/implicit", same: "network" },
  { stronger: "learning-rate/momentum-as-rate", weaker: "learning-rate/too-high", same: "network" },
  { stronger: "regularization/keeps-too-little", weaker: "regularization/drops-input", same: "setting" },
  { stronger: "regularization/keeps-too-little", weaker: "regularization/drops-output", same: "setting" },
  { stronger: "regularization/override-ignored", weaker: "regularization/drops-output", same: "layer" },
  { stronger: "learning-rate/momentum-as-rate", weaker: "updater/momentum-range", same: "setting" },
  { stronger: "learning-rate/implicit", weaker: "updater/plain-sgd", same: "network" },
  { stronger: "updater/unused-coefficient", weaker: "updater/plain-sgd", same: "network" },
  { stronger: "activation/unfit-for-recurrent", weaker: "activation/implicit-sigmoid", same: "setting" },
  { stronger: "activation/implicit-sigmoid", weaker: "activation/saturating", same: "setting" },
  { stronger: "activation/single-unit-softmax", weaker: "activation/unfit-for-loss", same: "layer" },
  { stronger: "activation/single-unit-softmax", weaker: "data/labels-not-one-hot", same: "network" },
  { stronger: "activation/unfit-for-loss", weaker: "activation/implicit-output", same: "layer" },
  { stronger: "activation/unfit-for-loss", weaker: "activation/bounded-regression", same: "layer" },
  { stronger: "activation/unfit-for-loss", weaker: "loss/unfit-for-task", same: "layer" },
  { stronger: "epochs/single-pass", weaker: "epochs/too-few-updates", same: "setting" },
  { stronger: "recurrent/tbptt-last-step", weaker: "recurrent/tbptt-lengths", same: "network" },
  { stronger: "data/scaler-fitted-on-test", weaker: "data/test-scaled-differently", same: "network" },
  { stronger: "data/unscaled-input", weaker: "data/out-of-range", same: "network" },
  { stronger: "data/unknown-column", weaker: "data/feature-count", same: "network" },
  { stronger: "data/class-count", weaker: "data/label-values", same: "network" },
  { stronger: "data/test-is-train", weaker: "data/test-overlaps-train", same: "network" },
  { stronger: "shape/size-missing", weaker: "data/class-count", same: "setting" },
  { stronger: "data/labels-not-one-hot", weaker: "data/label-values", same: "network" },
  { stronger: "data/categorical-input", weaker: "data/feature-count", same: "network" },
  { stronger: "epochs/early-stopping-incomplete", weaker: "data/no-test-data", same: "network" },
  { stronger: "pretraining/removed", weaker: "api/removed", same: "start" },
  { stronger: "learning-rate/too-high", weaker: "pretraining/gaussian-rate", same: "setting" },
  { stronger: "shape/impossible-kernel", weaker: "shape/strict", same: "layer" },
  { stronger: "loss/removed", weaker: "api/removed", same: "setting" },
  { stronger: "init/layer-distribution", weaker: "init/off-scale", same: "setting" },
  { stronger: "activation/doubled", weaker: "activation/saturating", same: "layer" },
];

/** Leaves out what a stronger rule has already said. */
export function applyPrecedence(findings: readonly Finding[]): Finding[] {
  const strong = findings.filter(({ rule }) => precedence.some(({ stronger }) => stronger === rule));
  const said = new Set(
    strong.flatMap((finding) => scopes.flatMap((same) => subjects(finding, same).map((subject) => `${finding.rule} ${subject}`))),
  );
  const isSaid = (finding: Finding) =>
    precedence.some(
      ({ stronger, weaker, same }) =>
        weaker === finding.rule && subjects(finding, same).some((subject) => said.has(`${stronger} ${subject}`)),
    );
  return findings.filter((finding) => !isSaid(finding));
}

const scopes = ["setting", "start", "layer", "network"] as const;
type Scope = (typeof scopes)[number];

/** What a finding is about, as texts: two findings about the same have one in common. */
function subjects({ network, layer, setting, range }: Finding, same: Scope): string[] {
  switch (same) {
    case "network":
      return [`network ${network ?? ""}`];
    case "layer":
      return [`layer ${network ?? ""} ${layer ?? ""}`];
    case "start":
      return [`start ${network ?? ""} ${range.start}`];
    case "setting":
      return [`place ${network ?? ""} ${range.start} ${range.end}`, ...(setting === null ? [] : [`setting ${network ?? ""} ${setting}`])];
  }
}
