import type { Layer, Network } from "../../../core/src/model/network.js";
import { innermost } from "../../../core/src/resolve/layers-of.js";
import { volumeFormat } from "../../../core/src/resolve/volumes.js";
import { dropoutOf, type Dropout } from "../layers/dropout.js";
import { mathOf } from "../layers/kinds.js";
import type { Activations, ArraySpec, LayerMath } from "../layers/layer-math.js";
import { refuseMisfit, wantedKind } from "../layers/sizes.js";
import { noOp } from "../updaters/plain.js";
import { updaterOf } from "../updaters/updater-of.js";
import type { Updater } from "../updaters/updater.js";
import { constraintsOf } from "./constraints.js";
import { weightNoiseOf, type WeightNoise } from "./weight-noise.js";
import { normalizationOf, type GradientNormalization } from "./gradient-normalization.js";
import { Parameter } from "./parameter.js";
import { penaltyOf } from "./penalties.js";
import { withRunSettings } from "./vertex-settings.js";
import type { Random } from "./random.js";

/** A layer or vertex made ready to compute. */
export interface NetworkLayer {
  readonly layer: Layer;
  readonly math: LayerMath;
  readonly takes: Activations["kind"] | undefined;
  /** Whether volumes have, in rows and in the arrays outside (`NDHWC`). */
  readonly hasChannelsLast: boolean;
  readonly dropout: Dropout | undefined;
  readonly weightNoise: WeightNoise | undefined;
  readonly normalize: GradientNormalization | undefined;
  readonly parameters: readonly Parameter[];
  /** An updater that remembers nothing yet, for an array. */
  readonly newUpdater: (spec: ArraySpec) => Updater;
}

/** Everything about a layer but its arrays; building it finds what cannot be trained. */
export interface LayerPlan extends Omit<NetworkLayer, "parameters"> {
  readonly parameterCount: number;
  /** Draws the initial values. */
  readonly start: (random: Random) => NetworkLayer;
}

/**
 * Reads all settings of a layer.
 * @throws Refusal for the first of them that cannot be honoured
 */
export function planLayer(written: Layer, network: Network): LayerPlan {
  const layer = written.isVertex ? withRunSettings(written, network) : written;
  refuseMisfit(layer, network);
  const math = mathOf(layer, network);
  // Wrappers have no settings of their own.
  const settings = innermost(layer);
  const learns = math.arrays.length > 0 && math.isFrozen !== true;
  const updaters = learns ? updatersFor(settings) : () => noOp;
  const plan = {
    layer,
    math,
    takes: layer.isVertex ? undefined : wantedKind(settings),
    hasChannelsLast: volumeFormat(network) === "NDHWC",
    dropout: math.isFrozen ? undefined : dropoutOf(settings),
    weightNoise: learns ? weightNoiseOf(settings, network) : undefined,
    normalize: learns ? normalizationOf(settings) : undefined,
    newUpdater: updaters,
  };
  const constraints = learns ? constraintsOf(settings, network) : () => undefined;
  const penalties = new Map(math.arrays.map(({ role }) => [role, penaltyOf(settings, role, network)] as const));
  return {
    ...plan,
    parameterCount: math.arrays.reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0),
    start: (random) => ({
      ...plan,
      parameters: math.arrays.map((spec) => {
        const penalty = math.isFrozen ? undefined : penalties.get(spec.role);
        const isTrained = learns && spec.role !== "statistic" && spec.isPretrainOnly !== true;
        return new Parameter(spec, updaters(spec), penalty ?? { l1: 0, l2: 0, decays: [] }, isTrained, random, constraints(spec));
      }),
    }),
  };
}

/** Biases may have an updater of their own; statistics follow the data whatever the updater. */
function updatersFor(layer: Layer): (spec: ArraySpec) => Updater {
  const usual = updaterOf(layer.updater, `layers.${layer.index}.updater`);
  const ofBias = layer.biasUpdater ? updaterOf(layer.biasUpdater, `layers.${layer.index}.biasUpdater`) : usual;
  return ({ role, isItsOwnUpdate }) => (role === "statistic" || isItsOwnUpdate === true ? noOp : role === "bias" ? ofBias() : usual());
}
