import { isObject, listAt, numberAt, objectAt, tagged, textAt, type Json, type JsonObject } from "./json.js";

/** A value in the words of `nnlint inspect`; `undefined` where the library's JSON does not say it. */
export type Truth = Json | undefined;

/** `ActivationLReLU`, in 0.x `LReLU`: the constant, with the parameter it has. */
export function activation(value: Json | undefined): Truth {
  if (typeof value === "string") return value; // LocallyConnected2D keeps the constant
  const found = tagged(value);
  if (!found) return undefined;
  const name = found.name.replace(/^Activation/, "");
  const constant = name === "LReLU" ? "LEAKYRELU" : name.toUpperCase();
  const parameter = ["alpha", "theta"].find((key) => numberAt(found.fields, key) !== undefined);
  return parameter === undefined ? constant : { name: constant, [parameter]: numberAt(found.fields, parameter) };
}

/** Classes of `org.nd4j.linalg.lossfunctions.impl` and the constants that make them. */
const lossConstants: Readonly<Record<string, readonly string[]>> = {
  BinaryXENT: ["XENT"],
  CosineProximity: ["COSINE_PROXIMITY"],
  Hinge: ["HINGE"],
  KLD: ["KL_DIVERGENCE", "RECONSTRUCTION_CROSSENTROPY"],
  L1: ["L1"],
  L2: ["L2"],
  MAE: ["MEAN_ABSOLUTE_ERROR"],
  MAPE: ["MEAN_ABSOLUTE_PERCENTAGE_ERROR"],
  MCXENT: ["MCXENT"],
  MSE: ["MSE", "SQUARED_LOSS"],
  MSLE: ["MEAN_SQUARED_LOGARITHMIC_ERROR"],
  NegativeLogLikelihood: ["NEGATIVELOGLIKELIHOOD"],
  Poisson: ["POISSON", "EXPLL"],
  SparseMCXENT: ["SPARSE_MCXENT"],
  SquaredHinge: ["SQUARED_HINGE"],
  Wasserstein: ["WASSERSTEIN"],
};

/** The constants that this loss may have been written with. */
export function losses(value: Json | undefined): readonly string[] | undefined {
  const found = tagged(value);
  return found && lossConstants[found.name.replace(/^Loss/, "")];
}

export function lossWeights(value: Json | undefined): Truth {
  const weights = tagged(value)?.fields.weights;
  return isObject(weights) ? weights.data : weights;
}

/** Names of distributions in 0.x. */
const oldDistributions: Readonly<Record<string, string>> = {
  normal: "NormalDistribution",
  gaussian: "NormalDistribution",
  uniform: "UniformDistribution",
  binomial: "BinomialDistribution",
  GaussianDistribution: "NormalDistribution",
};

function distribution(value: Json | undefined): Truth {
  const found = tagged(value);
  if (!found) return undefined;
  const parameters = without(found.fields, "@class", "type");
  return { name: oldDistributions[found.name] ?? found.name, ...parameters };
}

/** Classes of `org.deeplearning4j.nn.weights` that are named otherwise than the constant. */
const weightInits: Readonly<Record<string, string>> = { WeightInitRelu: "RELU", WeightInitReluUniform: "RELU_UNIFORM" };

/** The constant, or the distribution: an enumeration up to beta3, then an object. */
export function weightInit(fields: JsonObject): Truth {
  const constant = textAt(fields, "weightInit");
  if (constant !== undefined) return constant === "DISTRIBUTION" ? distribution(fields.dist) : constant;
  const found = tagged(fields.weightInitFn);
  if (!found) return undefined;
  if (found.name === "WeightInitDistribution") return distribution(found.fields.distribution);
  if (found.name === "WeightInitConstant") return { name: "ConstantDistribution", value: numberAt(found.fields, "value") ?? 0 };
  return (
    weightInits[found.name] ??
    found.name
      .replace(/^WeightInit/, "")
      .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
      .toUpperCase()
  );
}

/** A number, or a schedule in its place. */
function rate(fields: JsonObject, key: string, scheduleKeys: readonly string[]): Truth {
  const schedule = scheduleKeys.map((name) => tagged(fields[name])).find((one) => one !== undefined);
  return schedule ? scheduleOf(schedule) : numberAt(fields, key);
}

function scheduleOf({ name, fields }: { readonly name: string; readonly fields: JsonObject }): Truth {
  const { scheduleType, values } = fields;
  const parameters = without(fields, "@class", "scheduleType", "values");
  const per = typeof scheduleType === "string" ? { per: scheduleType.toLowerCase() } : {};
  return { name, ...per, ...(isObject(values) ? values : {}), ...parameters };
}

/** An updater object (0.9.0 and later). */
export function updater(value: Json | undefined): Truth {
  const found = tagged(value);
  if (!found) return undefined;
  const { fields } = found;
  const parts = {
    learningRate: rate(fields, "learningRate", ["learningRateSchedule"]),
    momentum: rate(fields, "momentum", ["momentumISchedule"]),
    ...Object.fromEntries(["beta1", "beta2", "epsilon", "rho", "rmsDecay"].map((key) => [key, numberAt(fields, key)])),
  };
  return { name: found.name, ...withoutUndefined(parts) };
}

/** 0.8.0 has no updater objects: a constant, and every coefficient in a field of its own. */
const oldUpdaters: Readonly<Record<string, { readonly name: string; readonly coefficients: Readonly<Record<string, string>> }>> = {
  SGD: { name: "Sgd", coefficients: { learningRate: "learningRate" } },
  ADAM: { name: "Adam", coefficients: { learningRate: "learningRate", beta1: "adamMeanDecay", beta2: "adamVarDecay", epsilon: "epsilon" } },
  ADADELTA: { name: "AdaDelta", coefficients: { rho: "rho", epsilon: "epsilon" } },
  NESTEROVS: { name: "Nesterovs", coefficients: { learningRate: "learningRate", momentum: "momentum" } },
  ADAGRAD: { name: "AdaGrad", coefficients: { learningRate: "learningRate", epsilon: "epsilon" } },
  RMSPROP: { name: "RmsProp", coefficients: { learningRate: "learningRate", rmsDecay: "rmsDecay", epsilon: "epsilon" } },
  NONE: { name: "NoOp", coefficients: {} },
};

export function oldUpdater(fields: JsonObject): Truth {
  const found = oldUpdaters[textAt(fields, "updater") ?? ""];
  if (!found) return undefined;
  const coefficients = Object.entries(found.coefficients).map(([key, written]) => [key, numberAt(fields, written)] as const);
  return { name: found.name, ...withoutUndefined(Object.fromEntries(coefficients)) };
}

/** The probability of keeping, or another kind of dropout with its parameter. */
export function dropOut(fields: JsonObject): Truth {
  if ("dropOut" in fields) {
    const keep = numberAt(fields, "dropOut");
    return keep === 0 ? 1 : keep;
  }
  const found = tagged(fields.idropout);
  if (!found) return 1;
  if (found.name === "Dropout") return numberAt(found.fields, "p");
  const [parameter] = Object.keys(found.fields).filter((key) => ["rate", "stddev", "p"].includes(key));
  return parameter === undefined ? undefined : { name: found.name, [parameter]: found.fields[parameter] };
}

/** `regularization` from beta4 on: a list of objects, each with a schedule in place of its number. */
export function penalties(fields: JsonObject): Readonly<Record<string, Truth>> {
  const weights = listAt(fields, "regularization");
  const biases = listAt(fields, "regularizationBias");
  const coefficient = (list: readonly Json[], name: string, key: string): number => {
    const found = list.map(tagged).find((one) => one?.name === name);
    return (found && numberAt(objectAt(found.fields, key) ?? {}, "value")) ?? 0;
  };
  const decay = (list: readonly Json[]): Truth => {
    const found = list.map(tagged).find((one) => one?.name === "WeightDecay");
    return found ? { coefficient: coefficient(list, "WeightDecay", "coeff"), applyLR: found.fields.applyLR ?? true } : 0;
  };
  return {
    l1: coefficient(weights, "L1Regularization", "l1"),
    l2: coefficient(weights, "L2Regularization", "l2"),
    weightDecay: decay(weights),
    l1Bias: coefficient(biases, "L1Regularization", "l1"),
    l2Bias: coefficient(biases, "L2Regularization", "l2"),
    weightDecayBias: decay(biases),
  };
}

/** `GaussianReconstructionDistribution`, in 0.x `Gaussian`, with its activation. */
export function reconstruction(value: Json | undefined): Truth {
  const found = tagged(value);
  if (!found) return undefined;
  const name = /ReconstructionDistribution$|LossFunctionWrapper/.test(found.name) ? found.name : `${found.name}ReconstructionDistribution`;
  const own = activation(found.fields.activationFn);
  return { name, ...withoutUndefined({ activation: own }) };
}

/** Shapes as the library prints them: `InputTypeConvolutional(h=28,w=28,c=1,NCHW)`. */
export function shape(printed: string): Truth {
  const [, kind = "", inside = ""] = /^InputType(\w+)\((.*)\)$/.exec(printed) ?? [];
  const parts = inside.split(",");
  const named = (...names: readonly string[]) => Number(parts.find((part) => names.includes(part.split("=")[0] ?? ""))?.split("=")[1]);
  switch (kind) {
    case "FeedForward":
      return known([Number(parts[0])]);
    case "Recurrent":
      return known([Number(parts[0]), parts.some((part) => part.startsWith("timeSeriesLength")) ? named("timeSeriesLength") : null]);
    case "Convolutional":
      return known([named("c", "d"), named("h"), named("w")]);
    default:
      return undefined;
  }
}

/** A size of 0 is one that nobody has set. */
function known(sizes: readonly (number | null)[]): Truth {
  return sizes.includes(0) ? undefined : sizes;
}

function without(fields: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

export function withoutUndefined(record: Readonly<Record<string, Truth>>): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
