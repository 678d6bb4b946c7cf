import { callOfField } from "../calls/setters.js";

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
  const call = callOfField(property);
  if (call !== property) return call;
  if (!setters.test(property)) return property;
  return `set${property.charAt(0).toUpperCase()}${property.slice(1)}`;
}

/** True for a name that a builder has as a field, too. */
export function isBuilderProperty(name: string): boolean {
  return plain.has(name) || callOfField(name) !== name;
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
