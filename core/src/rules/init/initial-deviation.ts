import type { Layer, Network } from "../../model/network.js";
import { isCall, type Call } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";
import { weightInits, type Fans } from "../../facts/weight-inits.js";

/** Recurrent kinds whose two weight arrays share the fans of the recurrent one. */
const gated: ReadonlySet<string> = new Set(["LSTM", "GravesLSTM"]);

/** Kinds for which nIn and nOut are the fans. */
const plain: ReadonlySet<string> = new Set(["DenseLayer", "OutputLayer", "RnnOutputLayer", "SimpleRnn", "AutoEncoder", "RBM"]);

/** The smallest standard deviation that a layer's weights start with; `undefined` when any layer's is not known. */
export function smallestInitialDeviation({ layers }: Network): number | undefined {
  const weighted = layers.map((layer) => layer.inner ?? layer).filter(({ weightInit }) => weightInit !== undefined);
  const known = weighted.map(deviationOf);
  if (known.length === 0 || !known.every((deviation) => deviation !== undefined)) return undefined;
  return Math.min(...known);
}

function deviationOf(layer: Layer): number | undefined {
  const scheme = valueOf(layer.weightInit);
  if (isCall(scheme)) return deviationOfDistribution(scheme);
  const fans = fansOf(layer);
  return scheme === undefined || !fans ? undefined : weightInits[scheme]?.deviation?.(fans);
}

/** The standard deviation of a written distribution; `undefined` where it is 0, or not known. */
export function deviationOfDistribution({ name, args }: Call): number | undefined {
  const [std, lower, upper] = [args.std, args.lower, args.upper].map((setting) => valueOf(setting));
  if ((name === "NormalDistribution" || name === "TruncatedNormalDistribution") && typeof std === "number")
    return std > 0 ? std : undefined;
  if (name !== "UniformDistribution" || typeof lower !== "number" || typeof upper !== "number") return undefined;
  return upper > lower ? (upper - lower) / Math.sqrt(12) : undefined;
}

/** The mean of a written distribution; `undefined` where it is not known. */
export function meanOfDistribution({ name, args }: Call): number | undefined {
  const [mean, lower, upper] = [args.mean, args.lower, args.upper].map((setting) => valueOf(setting));
  if (name === "NormalDistribution" || name === "TruncatedNormalDistribution") return typeof mean === "number" ? mean : undefined;
  if (name !== "UniformDistribution" || typeof lower !== "number" || typeof upper !== "number") return undefined;
  return (lower + upper) / 2;
}

/** The units that feed a weight's unit and that it feeds; `undefined` where a size is not known. */
export function fansOf(layer: Layer): Fans | undefined {
  const nIn = valueOf(layer.nIn);
  const nOut = valueOf(layer.nOut);
  if (nIn === undefined || nOut === undefined) return undefined;
  if (gated.has(layer.kind)) return { in: nOut, out: nIn + nOut };
  if (plain.has(layer.kind)) return { in: nIn, out: nOut };
  if (layer.kind !== "ConvolutionLayer") return undefined;
  const [height, width] = valueOf(layer.kernel) ?? [];
  const [down, across] = valueOf(layer.stride) ?? [];
  if (height === undefined || width === undefined || down === undefined || across === undefined) return undefined;
  return { in: nIn * height * width, out: (nOut * height * width) / (down * across) };
}
