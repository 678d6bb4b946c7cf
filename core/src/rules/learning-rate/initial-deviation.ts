import type { Layer, Network } from "../../model/network.js";
import { isCall, type Call } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";

/** Units that feed one weight's unit, and that it feeds, as Deeplearning4j's initializers count them. */
interface Fans {
  readonly in: number;
  readonly out: number;
}

/** Standard deviations of the named schemes (`WeightInitUtil`; measured with 1.0.0-M2.1). Others, as ZERO or IDENTITY, are not random. */
const deviations: Readonly<Record<string, (fans: Fans) => number>> = {
  NORMAL: (fans) => 1 / Math.sqrt(fans.in),
  LECUN_NORMAL: (fans) => 1 / Math.sqrt(fans.in),
  XAVIER_FAN_IN: (fans) => 1 / Math.sqrt(fans.in),
  XAVIER: (fans) => Math.sqrt(2 / (fans.in + fans.out)),
  XAVIER_UNIFORM: (fans) => Math.sqrt(2 / (fans.in + fans.out)),
  RELU: (fans) => Math.sqrt(2 / fans.in),
  RELU_UNIFORM: (fans) => Math.sqrt(2 / fans.in),
  UNIFORM: (fans) => 1 / Math.sqrt(3 * fans.in),
};

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
  return scheme === undefined || !fans ? undefined : deviations[scheme]?.(fans);
}

function deviationOfDistribution({ name, args }: Call): number | undefined {
  if (name !== "NormalDistribution") return undefined;
  const std = valueOf(args.std);
  return typeof std === "number" && std > 0 ? std : undefined;
}

function fansOf(layer: Layer): Fans | undefined {
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
