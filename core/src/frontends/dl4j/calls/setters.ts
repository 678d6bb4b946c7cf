/**
 * Builders and layers have setters for their fields (Lombok's): `setNIn(4)`, which Kotlin writes as an assignment, `nIn = 4`.
 * Read from the classes of 0.9.1 and 1.0.0-M2.1. Fields that are named otherwise than the builder's call:
 */
const calls: ReadonlyMap<string, string> = new Map([
  ["activationFn", "activation"],
  ["weightInitFn", "weightInit"],
  ["iUpdater", "updater"],
  ["iupdater", "updater"],
  ["iDropout", "dropOut"],
  ["idropOut", "dropOut"],
  ["lossFn", "lossFunction"],
  ["gateActivationFn", "gateActivationFunction"],
  ["numIterations", "iterations"],
  ["isUseRegularization", "regularization"],
  ["learningRatePolicy", "learningRateDecayPolicy"],
  ["isUseDropConnect", "useDropConnect"],
  ["isMiniBatch", "miniBatch"],
  ["isMinimize", "minimize"],
  ["isPretrain", "pretrain"],
  ["isBackprop", "backprop"],
  ["isHasBias", "hasBias"],
  ["isHasLayerNorm", "hasLayerNorm"],
  ["isLockGammaBeta", "lockGammaBeta"],
  ["isUseLogStd", "useLogStd"],
  ["isMinibatch", "minibatch"],
  ["isCollapseDimensions", "collapseDimensions"],
  ["isOverrideNinUponBuild", "overrideNinUponBuild"],
  ["tbpttFwdLength", "tBPTTForwardLength"],
  ["tbpttBackLength", "tBPTTBackwardLength"],
  ["networkOutputs", "setOutputs"],
]);

/** The builder's call that sets a field; the field's name where it is the same. */
export function callOfField(field: string): string {
  return calls.get(field) ?? field;
}

/** The builder's call that a setter stands for: `nOut` for `setNOut`, on a builder or on what it built; any other name as it is. */
export function callOfSetter(name: string): string {
  const [, first, rest] = /^set([A-Z])(\w*)$/.exec(name) ?? [];
  return first === undefined || rest === undefined ? name : callOfField(first.toLowerCase() + rest);
}
