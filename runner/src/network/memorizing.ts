import type { Layer, Network, Updater } from "../../../core/src/model/network.js";
import type { Known, Setting } from "../../../core/src/model/setting.js";

/** A setting with another value. */
function as<T>(value: T, { path, address }: Pick<Setting<T>, "path" | "address">): Known<T> {
  return { origin: "default", value, range: null, path, address };
}

const none = { path: "", address: "" };

const adam: Updater = {
  name: "Adam",
  learningRate: as(1e-3, none),
  beta1: as(0.9, none),
  beta2: as(0.999, none),
  epsilon: as(1e-8, none),
};

/** The same layers and loss with Adam at its usual rate, and without regularization, dropout and gradient normalization. */
export function memorizing(network: Network): Network {
  const { train } = network;
  return {
    ...network,
    // Up to 0.9.1 the update would be divided by the examples.
    framework: { ...network.framework, version: "1.0.0-M2.1" },
    layers: network.layers.map(unhindered),
    train: {
      ...train,
      updater: as(adam, train.updater),
      iterations: undefined,
      dropConnect: undefined,
      weightDecay: as(0, train.weightDecay),
      weightDecayBias: as(0, train.weightDecayBias),
    },
  };
}

function unhindered(layer: Layer): Layer {
  const without = (setting: Setting<number> | undefined) => setting && as(0, setting);
  return {
    ...layer,
    ...(layer.updater && { updater: as(adam, layer.updater) }),
    biasUpdater: undefined,
    dropOut: undefined,
    l1: without(layer.l1),
    l2: without(layer.l2),
    l1Bias: without(layer.l1Bias),
    l2Bias: without(layer.l2Bias),
    weightDecay: layer.weightDecay && as(0, layer.weightDecay),
    weightDecayBias: layer.weightDecayBias && as(0, layer.weightDecayBias),
    gradientNormalization: undefined,
    ...(layer.inner && { inner: unhindered(layer.inner) }),
  };
}
