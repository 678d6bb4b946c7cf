import { atLeast, isOldApi } from "../../../core/src/facts/versions.js";
import type { Layer, Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import { feeds, innermost, isFrozen } from "../../../core/src/resolve/layers-of.js";
import { volumeFormat } from "../../../core/src/resolve/volumes.js";
import type { Unsupported } from "../engine.js";
import { unheededSettings } from "./unheeded-settings.js";
import { unreadCalls } from "./unread-calls.js";
import { unreadValues } from "./unread-values.js";

/** Where a run computes something else than Deeplearning4j, for the user to know before it starts. */
export function departuresOf(network: Network): readonly Unsupported[] {
  return [
    ...optimization(network),
    ...truncatedBackpropagation(network),
    ...bidirectional(network),
    ...pretraining(network),
    ...ofLayers(network),
    ...unheededSettings(network),
    ...unreadCalls(network),
    ...unreadValues(network),
  ];
}

function optimization({ train }: Network): readonly Unsupported[] {
  const algorithm = valueOf(train.optimizationAlgo);
  if (algorithm === undefined || algorithm === "STOCHASTIC_GRADIENT_DESCENT") return [];
  return [
    {
      setting: train.optimizationAlgo.path,
      reason: `${algorithm} searches along a line; here every step is one of stochastic gradient descent`,
    },
  ];
}

function truncatedBackpropagation({ train }: Network): readonly Unsupported[] {
  if (valueOf(train.backpropType) !== "TruncatedBPTT") return [];
  return [
    {
      setting: train.backpropType.path,
      reason:
        "the gradient counts the state that is carried from the piece before, which Deeplearning4j takes as zero in its backward pass",
    },
  ];
}

function bidirectional({ layers }: Network): readonly Unsupported[] {
  return layers
    .filter(({ kind }) => kind === "Bidirectional")
    .map(({ index }) => ({
      setting: `layers.${index}`,
      reason: "a features mask holds for both directions here, while in Deeplearning4j it reaches neither",
    }));
}

/** What single layers do otherwise. */
function ofLayers(network: Network): readonly Unsupported[] {
  const { layers, framework } = network;
  return layers.flatMap((layer) => {
    const reason = otherwise(layer, framework.version) ?? rowsOfVolumes(layer, network);
    return reason === undefined ? [] : [{ setting: `layers.${layer.index}`, reason }];
  });
}

function otherwise(layer: Layer, version: string): string | undefined {
  const { kind, pooling } = innermost(layer);
  if (layer.inputShape?.kind === "convolutional3D" && kind === "BatchNormalization")
    return "it normalizes each channel of a volume, while Deeplearning4j 1.0.0-M2.1 throws there";
  if (kind === "Cropping3D") return "it crops, while Deeplearning4j 1.0.0-M2.1 throws in the layer behind it";
  if ((kind === "SubsamplingLayer" || kind === "Subsampling1DLayer") && valueOf(pooling) === "SUM")
    return "its windows are summed, while Deeplearning4j 1.0.0-M2.1 throws for SUM";
  if (kind === "LearnedSelfAttentionLayer" && atLeast(version, "1.0.0-M1"))
    return "it is computed as 1.0.0-beta7 does, while Deeplearning4j throws in it from 1.0.0-M1 on";
  if (layer.kind === "MaskZeroLayer" && kind !== "SimpleRnn")
    return "no error passes a masked step, while in Deeplearning4j that of the cell does";
  return undefined;
}

/** `Cnn3DToFeedForwardPreProcessor`, measured with 1.0.0-beta7 and 1.0.0-M2.1. */
function rowsOfVolumes(layer: Layer, network: Network): string | undefined {
  if (layer.isVertex || layer.inputShape?.kind !== "feedForward" || volumeFormat(network) === "NDHWC") return undefined;
  const isVolume = feeds(network, layer).some((before) => valueOf(before.outputShape)?.kind === "convolutional3D");
  return isVolume
    ? "it takes volumes as rows, channel by channel, while Deeplearning4j throws there unless the layers before have dataFormat(NDHWC)"
    : undefined;
}

const pretrainedKinds: ReadonlySet<string> = new Set(["AutoEncoder", "RBM", "VariationalAutoencoder"]);

function pretraining({ train, framework, layers }: Network): readonly Unsupported[] {
  const passes = valueOf(train.pretrain);
  if (passes === undefined || passes === false || passes === 0) return [];
  const pretrained = layers.filter((layer) => pretrainedKinds.has(innermost(layer).kind) && !isFrozen(layer));
  return pretrained.flatMap((layer) => [
    ...climbing(layer),
    ...(isOldApi(framework.version) ? [] : onRawFeatures(layer)),
    ...withoutSampling(innermost(layer)),
  ]);
}

function climbing({ index, kind }: Layer): readonly Unsupported[] {
  if (kind !== "AutoEncoder") return [];
  return [
    {
      setting: `layers.${index}`,
      reason: "its pretraining descends the reconstruction error, which in Deeplearning4j climbs: the sign of the update is wrong there",
    },
  ];
}

function onRawFeatures({ index, kind }: Layer): readonly Unsupported[] {
  if (index === 0) return [];
  return [
    {
      setting: `layers.${index}`,
      reason: `its pretraining gets what the layers before this ${kind} give, not the network's input as in Deeplearning4j 1.0.0-M2.1`,
    },
  ];
}

function withoutSampling({ index, kind, more }: Layer): readonly Unsupported[] {
  if (kind !== "RBM" || [more.visibleUnit, more.hiddenUnit].every((unit) => (valueOf(unit) ?? "BINARY") === "BINARY")) return [];
  return [
    {
      setting: `layers.${index}`,
      reason: "units other than binary ones give their means in pretraining, where Deeplearning4j draws from their distribution",
    },
  ];
}
