/**
 * Builders' fields have setters (Lombok's), which Kotlin writes as assignments: `nIn = 4`, `isMiniBatch = false`.
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

/** Properties whose setter is itself what the text of Java calls. */
const setters = /^(inputType|preProcessor|listeners|labels|labelNames|epochs|params)$/;

/** Fields of the configuration's builder that bear the name of its call: without an object, Kotlin takes them for the builder's. */
const plain = new Set(
  (
    "seed l1 l2 l1Bias l2Bias biasInit gainInit dropOut updater biasUpdater momentum epsilon rho rmsDecay adamMeanDecay adamVarDecay learningRate " +
    "weightInit dist weightNoise optimizationAlgo gradientNormalization gradientNormalizationThreshold convolutionMode dataType layer regularization " +
    "backpropType cacheMode trainingWorkspaceMode inferenceWorkspaceMode lrPolicyDecayRate lrPolicySteps lrPolicyPower learningRateSchedule " +
    "nIn nOut kernelSize stride padding dilation poolingType pnorm eps decay gamma beta forgetGateBiasInit corruptionLevel sparsity layerName inputType"
  ).split(" "),
);

/** The call of Java that an assignment to a property is. */
export function callOfProperty(property: string): string {
  const call = calls.get(property);
  if (call !== undefined) return call;
  if (!setters.test(property)) return property;
  return `set${property.charAt(0).toUpperCase()}${property.slice(1)}`;
}

/** True for a name that a builder has as a field, too. */
export function isBuilderProperty(name: string): boolean {
  return plain.has(name) || calls.has(name);
}

/** What a property that is read calls, where the model follows the call: `split.train` is `getTrain()`. */
export const getters: ReadonlyMap<string, string> = new Map([
  ["train", "getTrain"],
  ["test", "getTest"],
  ["features", "getFeatures"],
  ["featureMatrix", "getFeatureMatrix"],
  ["size", "size"],
]);

/** What gives the object that a constant stands for: `Activation.RELU.activationFunction`. */
export const valuesOfConstants: ReadonlySet<string> = new Set(["activationFunction", "weightInitFunction", "iLossFunction"]);
