import type { Layer, Network, Shape } from "../../../core/src/model/network.js";
import { isKnown, valueOf } from "../../../core/src/model/setting.js";
import { activationName, innermost, isOutput } from "../../../core/src/resolve/layers-of.js";
import { isCall, nameOf } from "../../../core/src/model/value.js";
import { DataError } from "./data-error.js";

/**
 * What an output's labels are: `oneHot` one of several classes, a column each; `index` the class's number; `binary` yes or no, a
 * column for each question; `real` numbers.
 */
export type LabelKind = "oneHot" | "index" | "binary" | "real";

/** What the labels of one output layer have to be. */
export interface OutputNeeds {
  readonly name: string;
  /** How messages name it. */
  readonly id: string;
  readonly shape: Shape;
  /** Numbers per example, or per step of a sequence. */
  readonly units: number;
  readonly loss: string | undefined;
  readonly activation: string | undefined;
  /** What its labels are where the text does not say. */
  readonly usual: LabelKind;
}

const classLosses: ReadonlySet<string> = new Set(["MCXENT", "NEGATIVELOGLIKELIHOOD"]);

/** What each output layer of the network needs. @throws DataError when there is none, or its size is not known */
export function outputNeeds(network: Network): readonly OutputNeeds[] {
  const outputs = network.layers.filter(isOutput);
  if (outputs.length === 0)
    throw new DataError(`The network ${network.name} has no output layer.`, "Add an output layer, so that there is a loss to train on.");
  return outputs.map(needsOf);
}

function needsOf(layer: Layer): OutputNeeds {
  const { outputShape, name, id } = layer;
  if (!isKnown(outputShape)) throw new DataError(`The size of output layer ${id} is not known.`, "Write its nOut as a number.");
  const computing = innermost(layer);
  const shape = labelShape(outputShape.value, computing);
  const units = unitsOf(shape);
  const loss = nameOf(valueOf(computing.loss));
  const activation = activationName(computing.activation);
  return { name, id, shape, units, loss, activation, usual: usualKind(units, loss, activation) };
}

/** The shape of what comes out, but for a density over labels: that of the labels. */
function labelShape(output: Shape, { loss }: Layer): Shape {
  const value = valueOf(loss);
  const width = isCall(value) && value.name === "LossMixtureDensity" ? valueOf(value.args.labelWidth) : undefined;
  return typeof width === "number" && output.kind === "feedForward" ? { ...output, size: width } : output;
}

function usualKind(units: number, loss: string | undefined, activation: string | undefined): LabelKind {
  if (loss === "SPARSE_MCXENT") return "index";
  if (loss === "XENT") return "binary";
  const isClassifier = units > 1 && (classLosses.has(loss ?? "") || activation === "SOFTMAX");
  return isClassifier ? "oneHot" : "real";
}

function unitsOf(shape: Shape): number {
  return shape.kind === "feedForward" || shape.kind === "recurrent" ? shape.size : shape.channels * shape.height * shape.width;
}

/** True for an output that gives something at every step of a sequence. */
export function isPerStep({ shape }: OutputNeeds): boolean {
  return shape.kind === "recurrent" || (shape.kind === "feedForward" && shape.steps !== undefined);
}
