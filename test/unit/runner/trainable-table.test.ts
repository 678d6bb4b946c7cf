import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { layers, type LayerCategory } from "../../../core/src/facts/layers.js";
import { trainableKinds } from "../../../runner/src/layers/kinds.js";
import { refusedKinds } from "../../../runner/src/layers/refused-kinds.js";

/** Every layer of Deeplearning4j 0.4-rc0 to 1.0.0-M2.1 that a configuration can have. */
const allLayers =
  "DenseLayer ElementWiseMultiplicationLayer EmbeddingLayer EmbeddingSequenceLayer AutoEncoder RecursiveAutoEncoder VariationalAutoencoder RBM " +
  "OutputLayer CenterLossOutputLayer OCNNOutputLayer RnnOutputLayer LossLayer RnnLossLayer CnnLossLayer Cnn3DLossLayer Yolo2OutputLayer " +
  "SameDiffOutputLayer ConvolutionLayer SeparableConvolution2D DepthwiseConvolution2D Deconvolution2D LocallyConnected2D Convolution1DLayer " +
  "LocallyConnected1D Convolution3D Deconvolution3D SubsamplingLayer Subsampling1DLayer Subsampling3DLayer GlobalPoolingLayer Upsampling1D " +
  "Upsampling2D Upsampling3D ZeroPadding1DLayer ZeroPaddingLayer ZeroPadding3DLayer Cropping1D Cropping2D Cropping3D SpaceToBatchLayer " +
  "SpaceToDepthLayer RepeatVector BatchNormalization LocalResponseNormalization ActivationLayer PReLULayer DropoutLayer LSTM GravesLSTM " +
  "GravesBidirectionalLSTM GRU SimpleRnn ImageLSTM Bidirectional LastTimeStep TimeDistributed FrozenLayer FrozenLayerWithBackprop MaskZeroLayer " +
  "MaskLayer SelfAttentionLayer LearnedSelfAttentionLayer RecurrentAttentionLayer CapsuleLayer PrimaryCapsules CapsuleStrengthLayer SameDiffLayer " +
  "SameDiffLambdaLayer";

/** Every vertex of a graph. `LayerVertex` is a layer. */
const allVertices =
  "AttentionVertex ElementWiseVertex FrozenVertex L2NormalizeVertex L2Vertex MergeVertex PoolHelperVertex PreprocessorVertex ReshapeVertex " +
  "ScaleVertex ShiftVertex StackVertex SubsetVertex UnstackVertex DuplicateToTimeSeriesVertex LastTimeStepVertex ReverseTimeSeriesVertex";

const words: Readonly<Record<LayerCategory, string>> = {
  feedForward: "dense",
  embedding: "dense",
  activation: "dense",
  dropout: "dense",
  normalization: "dense",
  pretraining: "pretrained",
  output: "outputs",
  loss: "outputs",
  convolution: "convolutions",
  pooling: "pooling and sizes",
  resizing: "pooling and sizes",
  recurrent: "series",
  attention: "series",
  mask: "series",
  capsule: "capsules",
  wrapper: "wrappers",
};

/** The table of docs/training.md: kinds by what they are for. */
function table(): string {
  const of = (kind: string) => words[layers[kind]?.category ?? "feedForward"];
  const kinds = allLayers.split(" ").filter((kind) => layers[kind] !== undefined);
  const groups = new Map([...new Set(kinds.map(of))].map((word) => [word, kinds.filter((kind) => of(kind) === word)]));
  groups.set("vertices", allVertices.split(" "));
  const rows = [...groups].map(([word, members]) => {
    const trained = members.filter((kind) => trainableKinds.includes(kind));
    return `| ${word} | ${trained.join(", ")} | ${members.filter((kind) => !trained.includes(kind)).join(", ")} |`;
  });
  return ["| | trained | not trained |", "|---|---|---|", ...rows].join("\n");
}

/** Why the rest is not, kinds with one reason together. */
function reasons(): string {
  const all = Object.entries(refusedKinds);
  const each = [...new Set(Object.values(refusedKinds))];
  return each.map((why) => `- ${all.flatMap(([kind, its]) => (its === why ? [kind] : [])).join(", ")}: ${why}.`).join("\n");
}

test("every layer and vertex of Deeplearning4j is trained, or refused with a reason", () => {
  const kinds = [...allLayers.split(" "), ...allVertices.split(" ")];
  assert.deepEqual(
    kinds.filter((kind) => !trainableKinds.includes(kind) && refusedKinds[kind] === undefined),
    [],
  );
  assert.deepEqual(
    [...trainableKinds, ...Object.keys(refusedKinds)].filter((kind) => !kinds.includes(kind)),
    [],
  );
  assert.deepEqual(
    Object.keys(refusedKinds).filter((kind) => trainableKinds.includes(kind)),
    [],
  );
});

test("docs/training.md says what can be trained, and why the rest cannot", () => {
  const text = readFileSync(new URL("../../../docs/training.md", import.meta.url), "utf8");
  assert.ok(text.includes(table()), `the table has to be:\n${table()}`);
  assert.ok(text.includes(reasons()), `the reasons have to be:\n${reasons()}`);
});
