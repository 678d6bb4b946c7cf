import { isCall, type Arguments, type Call, type Value } from "../model/value.js";
import { isKnown, valueOf, type Setting } from "../model/setting.js";
import type { Layer, TrainSettings } from "../model/network.js";
import type { WrittenLayer, WrittenNetwork } from "../model/written.js";
import { atLeast, isOldApi } from "../facts/versions.js";
import { wrappers, type LayerFacts } from "../facts/layers.js";
import { activationSource, globalDefaultActivation } from "./activations.js";
import { byDefault, inherit, isBoolean, isNumber, isNumberList, isString, typed } from "./make-setting.js";
import { withoutReplaced } from "./replaced-penalties.js";
import { hasOwnUpdater, inheritUpdater, resolveUpdater } from "./updater-settings.js";
import { optional, weightDecayOf } from "./train.js";
import { weightInitOf } from "./weight-init.js";
import { borderOf, modeOf, poolingSettings, windowSettings } from "./window-settings.js";

/** What a layer's settings are resolved in. */
export interface LayerScope {
  readonly network: WrittenNetwork;
  readonly train: TrainSettings;
  /** `layers.2`, or `layers.2.inner`. */
  readonly base: string;
  readonly layer: WrittenLayer;
  readonly facts: LayerFacts;
}

/** The part of a {@link Layer} that does not depend on shapes. */
export type LayerSettings = Omit<
  Layer,
  "name" | "index" | "id" | "kind" | "kindRange" | "isVertex" | "from" | "inputShape" | "outputShape" | "parameters" | "inner" | "nIn"
>;

const isWordOrCall = (value: unknown): value is string | Call => isString(value) || isCall(value as Value);

/** Everything in force for a layer but its sizes: its own values, else the global ones, else the version's defaults. */
export function resolveLayerSettings(written: LayerScope): LayerSettings {
  const own = withoutReplaced(written.network, written.layer.settings);
  const scope: LayerScope = { ...written, layer: { ...written.layer, settings: own } };
  const { facts, layer, base } = scope;
  const take = <T>(key: string, is: (value: unknown) => value is T) => optional(key, own[key] && typed(own[key], is, `${base}.${key}`));
  return {
    ...take("nOut", isNumber),
    ...optional("activation", facts.activation ? activationOf(scope) : undefined),
    ...(facts.weights ? weightSettings(scope) : {}),
    ...(wrappers.has(layer.kind) ? {} : { dropOut: dropOutOf(scope) }),
    ...optional("loss", lossOf(scope)),
    ...take("lossWeights", isNumberList),
    ...(facts.kernel
      ? windowSettings(scope, facts.kernel)
      : { ...take("kernel", isNumberList), ...take("stride", isNumberList), ...optional("padding", borderOf(scope, "padding")) }),
    ...optional("mode", modeOf(scope)),
    ...poolingSettings(scope),
    ...take("gateActivation", isWordOrCall),
    ...take("forgetGateBiasInit", isNumber),
    ...moreSettings(scope),
  };
}

function activationOf({ network, layer, base }: LayerScope): Setting<string | Call> {
  const path = `${base}.activation`;
  const own = layer.settings.activation;
  if (own) return typed(own, isWordOrCall, path);
  const source = activationSource(layer.kind, network.framework.version);
  if (source.kind === "fixed") return byDefault(source.name, path);
  const global = network.defaults.activation;
  return global ? inherit(typed(global, isWordOrCall), path) : byDefault(globalDefaultActivation, path);
}

function weightSettings(scope: LayerScope): Partial<LayerSettings> {
  const { network, train, layer, base, facts } = scope;
  const own = layer.settings;
  const { version } = network.framework;
  const { biasInit } = network.defaults;
  const updater = hasOwnUpdater(own)
    ? resolveUpdater({ base, own, outer: network.train, version })
    : inheritUpdater(train.updater, `${base}.updater`);
  const biasUpdater = own.biasUpdater
    ? resolveUpdater({ base, own, version }, "biasUpdater")
    : train.biasUpdater && inheritUpdater(train.biasUpdater, `${base}.biasUpdater`);
  return {
    ...(layer.kind === "BatchNormalization" || layer.kind === "PReLULayer"
      ? {}
      : {
          weightInit: weightInitOf(scope),
          biasInit: own.biasInit
            ? typed(own.biasInit, isNumber, `${base}.biasInit`)
            : biasInit
              ? inherit(typed(biasInit, isNumber), `${base}.biasInit`)
              : byDefault(0, `${base}.biasInit`),
        }),
    updater,
    ...optional("biasUpdater", biasUpdater),
    l1: penaltyOf(scope, "l1"),
    l2: penaltyOf(scope, "l2"),
    l1Bias: penaltyOf(scope, "l1Bias"),
    l2Bias: penaltyOf(scope, "l2Bias"),
    weightDecay: own.weightDecay
      ? weightDecayOf(own.weightDecay, `${base}.weightDecay`)
      : inherit(train.weightDecay, `${base}.weightDecay`),
    weightDecayBias: own.weightDecayBias
      ? weightDecayOf(own.weightDecayBias, `${base}.weightDecayBias`)
      : inherit(train.weightDecayBias, `${base}.weightDecayBias`),
    gradientNormalization: own.gradientNormalization
      ? typed(own.gradientNormalization, isString, `${base}.gradientNormalization`)
      : inherit(train.gradientNormalization, `${base}.gradientNormalization`),
    gradientNormalizationThreshold: own.gradientNormalizationThreshold
      ? typed(own.gradientNormalizationThreshold, isNumber, `${base}.gradientNormalizationThreshold`)
      : inherit(train.gradientNormalizationThreshold, `${base}.gradientNormalizationThreshold`),
    ...(facts.bias ? { hasBias: hasBiasOf(scope) } : {}),
  };
}

/** From beta3 on a layer's 0 does not switch the global value off (measured with 1.0.0-M2.1); before, it does. */
function penaltyOf({ network, train, layer, base }: LayerScope, key: "l1" | "l2" | "l1Bias" | "l2Bias"): Setting<number> {
  const own = layer.settings[key];
  const ignored = valueOf(own) === 0 && atLeast(network.framework.version, "1.0.0-beta3") && valueOf(train[key]) !== 0;
  return own && !ignored ? typed(own, isNumber, `${base}.${key}`) : inherit(train[key], `${base}.${key}`);
}

/**
 * The probability of keeping an input. A builder's 0 means off; on a layer under a global value it is off up to 0.9.1,
 * and from 1.0 on inherits the global one (measured with 1.0.0-M2.1 and beta2).
 */
function dropOutOf({ network, layer, base }: LayerScope): Setting<number | Call> {
  const path = `${base}.dropOut`;
  const isKeep = (value: unknown): value is number | Call => isNumber(value) || isCall(value as Value);
  // `.nnet` has no 0 that means off: keep(0) keeps nothing.
  const zeroIsOff = network.notation !== "nnet";
  const off = (setting: Setting<number | Call>) =>
    zeroIsOff && isKnown(setting) && setting.value === 0 ? { ...setting, value: 1 } : setting;
  const own = layer.settings.dropOut;
  const global = usesDropConnect(network) ? undefined : network.defaults.dropOut;
  const inheritsZero = zeroIsOff && valueOf(own) === 0 && global !== undefined && !isOldApi(network.framework.version);
  if (own && !inheritsZero && !usesDropConnect(network)) return off(typed(own, isKeep, path));
  return global ? off(inherit(typed(global, isKeep), path)) : byDefault<number | Call>(1, path);
}

function usesDropConnect({ train }: WrittenNetwork): boolean {
  return valueOf(train.useDropConnect) === true;
}

function hasBiasOf({ network, layer, base, facts }: LayerScope): Setting<boolean> {
  const path = `${base}.hasBias`;
  if (layer.settings.hasBias) return typed(layer.settings.hasBias, isBoolean, path);
  if (layer.kind.startsWith("LocallyConnected")) return byDefault(atLeast(network.framework.version, "1.0.0-beta3"), path);
  return byDefault(!(facts.category === "embedding" && atLeast(network.framework.version, "1.0.0-alpha")), path);
}

/** The loss of an output layer, or of a pretraining layer's pretraining; `LossFunction` of the builders by version. */
function lossOf({ network, layer, base, facts }: LayerScope): Setting<string | Call> | undefined {
  const path = `${base}.loss`;
  if (layer.settings.loss) return typed(layer.settings.loss, isWordOrCall, path);
  if (!facts.loss) return facts.pretrainingLoss === undefined ? undefined : byDefault<string | Call>(facts.pretrainingLoss, path);
  const { version } = network.framework;
  const old = layer.kind === "RnnOutputLayer" ? !atLeast(version, "0.4.0") : !atLeast(version, "0.6.0");
  return byDefault<string | Call>(old ? "RMSE_XENT" : "MCXENT", path);
}

/** Keys that have a field of their own in {@link Layer}. */
const ownFields = new Set(
  (
    "nIn nOut activation weightInit biasInit updater biasUpdater dropOut l1 l2 l1Bias l2Bias weightDecay weightDecayBias gradientNormalization " +
    "gradientNormalizationThreshold loss lossWeights kernel stride padding dilation mode convolutionMode pooling pnorm hasBias gateActivation forgetGateBiasInit dist"
  ).split(" "),
);

function moreSettings(scope: LayerScope): Pick<Layer, "more" | "gateActivation" | "forgetGateBiasInit"> {
  const { layer, base, facts } = scope;
  const written = Object.entries(layer.settings).filter(([key]) => !ownFields.has(key));
  const more: Record<string, Setting<Value>> = {};
  for (const [key, usual] of Object.entries(facts.more ?? {}))
    if (usual !== null && !ownFields.has(key)) more[key] = byDefault<Value>(usual, `${base}.${key}`);
  for (const [key, setting] of written) more[key] = { ...setting, path: `${base}.${key}` };
  const cropping = borderOf(scope, "cropping");
  if (cropping) more.cropping = cropping;
  const { gateActivation, forgetGateBiasInit } = facts.more ?? {};
  const own: Arguments = layer.settings;
  return {
    more,
    ...(isString(gateActivation) && !own.gateActivation
      ? { gateActivation: byDefault<string | Call>(gateActivation, `${base}.gateActivation`) }
      : {}),
    ...(isNumber(forgetGateBiasInit) && !own.forgetGateBiasInit
      ? { forgetGateBiasInit: byDefault(forgetGateBiasInit, `${base}.forgetGateBiasInit`) }
      : {}),
  };
}
