import type { ApiUse } from "../../model/written.js";
import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import { lossOfActivation } from "../../facts/loss-activations.js";
import { outputActivation, outputLayers } from "../activation/output-activation.js";
import { valueOf } from "../../model/setting.js";
import { preferred, remove, safe, set, suggest } from "../define-rule.js";
import { mergeIntoUpdater } from "./updater-successor.js";
import { sectionOf, writtenAt, writtenIn } from "./written-at.js";

/** What to do instead, in words. */
const advice: Readonly<Record<string, string>> = {
  learningRate: "The learning rate stands in the updater: updater(new Sgd(0.1)).",
  momentum: "The momentum stands in the updater: updater(new Nesterovs(0.1, 0.9)).",
  rho: "The coefficient stands in the updater: updater(new AdaDelta(0.95, 1e-6)).",
  rmsDecay: "The coefficient stands in the updater: updater(new RmsProp(0.1, 0.95, 1e-8)).",
  epsilon: "The coefficient stands in the updater: updater(new Adam(1e-3, 0.9, 0.999, 1e-8)).",
  adamMeanDecay: "The coefficient stands in the updater: updater(new Adam(1e-3, 0.9, 0.999, 1e-8)).",
  adamVarDecay: "The coefficient stands in the updater: updater(new Adam(1e-3, 0.9, 0.999, 1e-8)).",
  biasLearningRate: "Biases take an updater of their own: biasUpdater(new Sgd(0.1)).",
  momentumAfter: "A schedule stands in the updater: new Nesterovs(0.1, new MapSchedule(…)).",
  learningRateDecayPolicy: "A schedule stands in the updater: new Sgd(new StepSchedule(ScheduleType.ITERATION, rate, decay, steps)).",
  lrPolicyDecayRate: "A schedule stands in the updater: new Sgd(new StepSchedule(ScheduleType.ITERATION, rate, decay, steps)).",
  lrPolicyPower: "A schedule stands in the updater: new Sgd(new InverseSchedule(ScheduleType.ITERATION, rate, gamma, power)).",
  lrPolicySteps: "A schedule stands in the updater: new Sgd(new StepSchedule(ScheduleType.ITERATION, rate, decay, steps)).",
  learningRateSchedule: "A schedule stands in the updater: new Sgd(new MapSchedule(ScheduleType.ITERATION, map)).",
  learningRateScoreBasedDecayRate: "Nothing takes its place; early stopping or a schedule in the updater come nearest.",
  learningRateAfter: "A schedule of rates is given with learningRateSchedule, in 1.0 with a MapSchedule in the updater.",
  iterations: "Each minibatch makes one update, which is the guideline's advice too: multiple epochs and one iteration.",
  regularization: "l1 and l2 apply wherever they are written.",
  pretrain: "Layerwise pretraining is a call of its own, before fit: network.pretrain(iterator).",
  backprop: "fit always back-propagates.",
  activation: "Activations are constants: activation(Activation.RELU).",
  useDropConnect: "DropConnect is a kind of weight noise: weightNoise(new DropConnect(0.5)).",
  leakyreluAlpha: "The slope is the activation's: activation(new ActivationLReLU(0.01)).",
  list: "list() needs no number.",
  cnnInputSize: "The size of images is an input type: setInputType(InputType.convolutionalFlat(height, width, channels)).",
  constrainGradientToUnitNorm:
    "It is a kind of gradient normalization: gradientNormalization(GradientNormalization.RenormalizeL2PerLayer).",
  RBM: "AutoEncoder and VariationalAutoencoder are the pretraining layers that remain.",
  GRU: "LSTM is the gated recurrent layer that remains.",
  ImageLSTM: "LSTM is the gated recurrent layer that remains.",
  RecursiveAutoEncoder: "AutoEncoder and VariationalAutoencoder are the pretraining layers that remain.",
  CifarDataSetIterator: "Cifar10DataSetIterator takes its place.",
  RawMnistDataSetIterator: "MnistDataSetIterator takes its place.",
};

/** Constants that took the place of others. */
const constants: Readonly<Record<string, string>> = {
  NORMALIZED: "XAVIER",
  SIZE: "XAVIER",
  VI: "XAVIER",
  EXPLL: "POISSON",
  HESSIAN_FREE: "STOCHASTIC_GRADIENT_DESCENT",
};

/** What took the place of something that is gone, in words and as repairs. */
export function successorOf(network: Network, use: ApiUse): { readonly advice: string; readonly fixes: readonly Fix[] } {
  const name = use.name.replace(/\.Builder$/, "");
  if (use.kind !== "constant") return { advice: advice[name] ?? "", fixes: callFixes(network, use) };
  const constant = constants[name] ?? (name === "RMSE_XENT" ? lossInPlace(network, use) : undefined);
  if (constant === undefined || use.address === null) return { advice: "", fixes: [] };
  return { advice: `${constant} takes its place.`, fixes: [preferred(suggest(`Use ${constant}`, set(use.address, constant)))] };
}

/** The loss that goes with the output activation of the layer. */
function lossInPlace(network: Network, { address }: ApiUse): string {
  const output = outputLayers(network).find(({ loss }) => loss?.address === address);
  const inForce = output && outputActivation(network, output);
  return lossOfActivation[inForce?.name ?? ""] ?? "MSE";
}

function callFixes(network: Network, use: ApiUse): readonly Fix[] {
  const { address } = use;
  if (address === null) return [];
  const value = valueOf(writtenAt(network, address));
  switch (use.name) {
    case "iterations":
      return [value === 1 ? safe("Remove iterations(1)", remove(address)) : suggest("Remove iterations", remove(address))];
    case "regularization":
      return withoutSwitch(network, address, value);
    case "pretrain":
      return [value === false ? safe("Remove pretrain(false)", remove(address)) : suggest("Remove pretrain", remove(address))];
    case "backprop":
      return [value === true ? safe("Remove backprop(true)", remove(address)) : suggest("Remove backprop", remove(address))];
    case "activation":
      return typeof value === "string" ? [safe(`Use Activation.${value}`, set(address, value))] : [];
    case "useDropConnect":
      return dropConnect(network, address, value);
    default:
      return merged(network, address);
  }
}

function merged(network: Network, address: string): readonly Fix[] {
  const fix = mergeIntoUpdater(network, sectionOf(address));
  return fix?.changes.some((change) => change.kind === "merge" && change.remove.includes(address)) ? [fix] : [];
}

/** Switched off, the coefficients had no effect: they go with the switch. */
function withoutSwitch(network: Network, address: string, value: unknown): readonly Fix[] {
  if (value === true) return [safe("Remove regularization(true)", remove(address))];
  if (value !== false) return [];
  const written = writtenIn(network, sectionOf(address));
  const coefficients = ["l1", "l2", "l1Bias", "l2Bias"].filter((key) => key in written);
  const title =
    coefficients.length === 0 ? "Remove regularization(false)" : `Remove regularization(false), and ${coefficients.join(" and ")}`;
  const fix = coefficients.length === 0 ? safe : suggest;
  return [fix(title, remove(address), ...coefficients.map((key) => remove(`${sectionOf(address)}.${key}`)))];
}

/** With the switch on, `dropOut` said how many weights to keep. */
function dropConnect(network: Network, address: string, value: unknown): readonly Fix[] {
  const kept = valueOf(network.written.defaults.dropOut);
  if (value === false) return [safe("Remove useDropConnect(false)", remove(address))];
  if (value !== true || typeof kept !== "number" || kept <= 0 || kept >= 1) return [];
  const title = `Write weightNoise(new DropConnect(${kept}))`;
  return [preferred(suggest(title, { kind: "merge", remove: [address, "defaults.dropOut"], address: "train.dropConnect", value: kept }))];
}
