import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Layer, Network } from "../../../core/src/model/index.js";
import { valueOf } from "../../../core/src/model/index.js";
import { shapeList } from "../../../core/src/resolve/shapes.js";
import { fromJava, fromNnet, layerAt, listOf, seen } from "./written.js";

/** A layer's output as `inspect` shows it; `undefined` where it is unknown. */
function outputOf({ outputShape }: Layer): readonly (number | null)[] | undefined {
  const shape = valueOf(outputShape);
  return shape && shapeList(shape);
}

const outputsOf = (network: Network) => network.layers.map(outputOf);

const image = "input: image(height: 28, width: 20, channels: 3)";
const series = "input: sequence(features: 3, length: 10)";
const open = "input: sequence(features: 3)";

describe("what a layer gives", () => {
  const cases: readonly (readonly [input: string, layer: string, output: readonly (number | null)[] | undefined, parameters: number])[] = [
    ["input: vector(4)", "dense { nOut: 5 }", [5], 25],
    ["input: vector(4)", "dense { nOut: 5, hasBias: false }", [5], 20],
    [image, "dense { nOut: 5 }", [5], 28 * 20 * 3 * 5 + 5],
    [open, "dense { nOut: 5 }", [5], 20],
    [image, "convolution { nOut: 6, kernel: 5 }", [6, 24, 16], 25 * 3 * 6 + 6],
    [image, "convolution { nOut: 6, kernel: [5, 3], stride: 2, padding: 1 }", [6, 13, 10], 15 * 3 * 6 + 6],
    [image, "convolution { nOut: 6, kernel: 3, stride: 2, mode: same }", [6, 14, 10], 9 * 3 * 6 + 6],
    [image, "convolution { nOut: 6, kernel: 3, dilation: 2 }", [6, 24, 16], 9 * 3 * 6 + 6],
    [image, "convolution { nOut: 6, kernel: 5, padding: [1, 2, 0, 0] }", [6, 27, 16], 25 * 3 * 6 + 6],
    [image, "convolution { nOut: 6, kernel: 30 }", undefined, 900 * 3 * 6 + 6],
    [image, "convolution { nOut: 6, kernel: 5, stride: 2, mode: strict }", undefined, 25 * 3 * 6 + 6],
    [image, "depthwiseConvolution { kernel: 3, depthMultiplier: 2 }", [6, 26, 18], 9 * 3 * 2 + 6],
    ["input: vector(7)", "embeddingSequence { nIn: 20, nOut: 4 }", [4, 7], 80],
    [image, "separableConvolution { nOut: 4, kernel: 3, depthMultiplier: 2 }", [4, 26, 18], 9 * 3 * 2 + 6 * 4 + 4],
    [image, "deconvolution { nOut: 4, kernel: 2, stride: 2 }", [4, 56, 40], 4 * 3 * 4 + 4],
    [image, "subsampling { kernel: 2 }", [3, 14, 10], 0],
    [image, "subsampling {}", [3, 14, 10], 0],
    [image, "globalPooling { pooling: avg }", [3], 0],
    [series, "globalPooling { pooling: avg }", [3], 0],
    [image, "upsampling2D { size: 2 }", [3, 56, 40], 0],
    [series, "upsampling1D { size: 2 }", [3, 20], 0],
    [image, "zeroPadding { padding: [1, 2, 3, 4] }", [3, 31, 27], 0],
    [image, "cropping { cropping: [1, 2, 3, 4] }", [3, 25, 13], 0],
    [image, "localResponseNormalization {}", [3, 28, 20], 0],
    [image, "batchNormalization {}", [3, 28, 20], 12],
    [image, "batchNormalization { lockGammaBeta: true }", [3, 28, 20], 6],
    ["input: imageFlat(height: 28, width: 20, channels: 3)", "batchNormalization {}", [3, 28, 20], 12],
    ["input: imageFlat(height: 28, width: 20, channels: 3)", "convolution { nOut: 6, kernel: 5 }", [6, 24, 16], 456],
    ["input: imageFlat(height: 28, width: 20, channels: 3)", "activation { activation: relu }", [1680], 0],
    ["input: vector(4)", "prelu {}", [4], 4],
    [image, "prelu {}", [3, 28, 20], 1680],
    [series, "lstm { nOut: 5 }", [5, 10], 4 * 5 * (3 + 5 + 1)],
    [open, "gravesLstm { nOut: 5 }", [5, null], 4 * 5 * 9 + 15],
    [series, "simpleRnn { nOut: 5 }", [5, 10], 5 * 9],
    [series, "bidirectional(lstm) { nOut: 5 }", [10, 10], 2 * 180],
    [series, "bidirectional(lstm) { nOut: 5, mode: add }", [5, 10], 2 * 180],
    [series, "lastTimeStep(lstm) { nOut: 5 }", [5], 180],
    [series, "lastTimeStep(bidirectional(lstm)) { nOut: 5 }", [10], 360],
    [series, "frozen(lstm) { nOut: 5 }", [5, 10], 180],
    [series, "convolution1D { nOut: 5, kernel: 3 }", [5, 8], 3 * 3 * 5 + 5],
    [open, "convolution1D { nOut: 5, kernel: 3, mode: causal }", [5, null], 50],
    [series, "subsampling1D {}", [3, 5], 0],
    [series, "rnnOutput { nOut: 5 }", [5, 10], 20],
    ["input: vector(1)", "embedding { nIn: 9, nOut: 5 }", [5], 45],
    ["input: vector(1)", "embedding { nIn: 9, nOut: 5, hasBias: true }", [5], 50],
    ["input: sequence(features: 1, length: 10)", "embeddingSequence { nIn: 9, nOut: 5 }", [5, 10], 45],
    ["input: vector(6)", "autoEncoder { nOut: 4 }", [4], 24 + 4 + 6],
    ["input: vector(6)", "centerLossOutput { nOut: 4 }", [4], 24 + 4 + 24],
    [
      "input: vector(6)",
      "variationalAutoencoder { nOut: 2, encoder: [5, 4], decoder: [3] }",
      [2],
      6 * 5 + 5 + 5 * 4 + 4 + 2 * (4 * 2 + 2) + (2 * 3 + 3) + 2 * (3 * 6 + 6),
    ],
    [
      "input: vector(6)",
      "variationalAutoencoder { nOut: 2, encoder: [5], decoder: [3], reconstruction: bernoulli(sigmoid) }",
      [2],
      6 * 5 + 5 + 2 * (5 * 2 + 2) + (2 * 3 + 3) + (3 * 6 + 6),
    ],
  ];
  for (const [input, layer, output, parameters] of cases) {
    test(`${layer} after ${input}`, () => {
      const found = layerAt(fromNnet(`${input}\nlayer ${layer}`), 0);
      assert.deepEqual(outputOf(found), output);
      assert.deepEqual(seen(found.parameters), [parameters, "inferred"]);
    });
  }

  /** Layers that only builder calls have, behind an LSTM of 3 features over 10 steps. */
  const onlyInJava: readonly (readonly [layer: string, output: readonly (number | null)[] | undefined])[] = [
    ["ZeroPadding1DLayer.Builder(1, 2)", [3, 13]],
    ["Cropping1D.Builder(1, 2)", [3, 7]],
    ["SelfAttentionLayer.Builder().nOut(4).nHeads(2).projectInput(true)", [4, 10]],
    ["SelfAttentionLayer.Builder()", [3, 10]],
    ["LearnedSelfAttentionLayer.Builder().nOut(4).nHeads(2).projectInput(true).nQueries(5)", [4, 5]],
    ["RecurrentAttentionLayer.Builder().nOut(4)", [4, 10]],
    ["CapsuleLayer.Builder(8, 4, 3)", [8, 4]],
  ];
  for (const [layer, output] of onlyInJava) {
    test(`${layer} after a series`, () => {
      const network = fromJava(
        "1.0.0-M2.1",
        `new NeuralNetConfiguration.Builder().list().layer(new LSTM.Builder().nOut(3).build()).layer(new ${layer}.build())
          .setInputType(InputType.recurrent(2, 10)).build()`,
      );
      assert.deepEqual(outputOf(layerAt(network, 1)), output);
    });
  }

  test("a repeated vector is a series", () => {
    const network = listOf("1.0.0-M2.1", "", "DenseLayer.Builder().nIn(4).nOut(5)", "RepeatVector.Builder(7)", "LSTM.Builder().nOut(3)");
    assert.deepEqual(outputsOf(network), [[5], [5, 7], [3, 7]]);
  });

  test("one number stands for both dimensions of a window", () => {
    const network = listOf(
      "1.0.0-M2.1",
      "",
      "ConvolutionLayer.Builder().nIn(3).kernelSize(5).stride(2).nOut(6)",
      "OutputLayer.Builder().nOut(2)",
    );
    const { kernel, stride, parameters } = layerAt(network, 0);
    assert.deepEqual(
      [seen(kernel), seen(stride)],
      [
        [[5, 5], "explicit"],
        [[2, 2], "explicit"],
      ],
    );
    assert.equal(parameters.value, 25 * 3 * 6 + 6);
  });

  test("an image does not come out of a series by itself", () => {
    const network = fromNnet(`${series}\nlayer convolution { nOut: 4 }\nlayer output { nOut: 2 }`);
    assert.equal(layerAt(network, 0).inputShape, undefined);
    assert.deepEqual(outputsOf(network), [undefined, [2]]);
    assert.deepEqual(seen(network.parameters), ["unknown"]);
  });

  test("dense layers between recurrent ones work on every step", () => {
    const network = fromNnet(`${series}\nlayer lstm { nOut: 4 }\nlayer dense { nOut: 6 }\nlayer rnnOutput { nOut: 2 }`);
    assert.deepEqual(outputsOf(network), [[4, 10], [6], [2, 10]]);
  });

  test("after a class of the user's own nothing is known until something says it again", () => {
    const network = listOf(
      "1.0.0-M2.1",
      "",
      "DenseLayer.Builder().nIn(4).nOut(5)",
      "MyLayer.Builder().nOut(7)",
      "DenseLayer.Builder().nOut(6)",
      "OutputLayer.Builder().nOut(3)",
    );
    assert.deepEqual(outputsOf(network), [[5], undefined, [6], [3]]);
    assert.deepEqual(seen(layerAt(network, 2).nIn), ["unknown"]);
    assert.deepEqual(seen(layerAt(network, 3).nIn), [6, "inferred"]);
    assert.deepEqual(seen(network.parameters), ["unknown"]);
  });

  test("a preprocessor set by hand is the one that counts", () => {
    const network = fromJava(
      "1.0.0-M2.1",
      "new NeuralNetConfiguration.Builder().list()\n" +
        "  .layer(new ConvolutionLayer.Builder().kernelSize(5, 5).nOut(6).build())\n  .layer(new LSTM.Builder().nOut(4).build())\n" +
        "  .layer(new RnnOutputLayer.Builder().nOut(2).build())\n  .inputPreProcessor(1, new CnnToRnnPreProcessor(24, 24, 6))\n" +
        "  .setInputType(InputType.convolutional(28, 28, 1)).build()",
    );
    assert.deepEqual(seen(layerAt(network, 1).nIn), [24 * 24 * 6, "inferred"]);
    assert.deepEqual(outputsOf(network), [
      [6, 24, 24],
      [4, null],
      [2, null],
    ]);
  });
});

test("a depthwise convolution gives so many channels for each, a learnt slope has no sizes of its own", () => {
  const network = fromNnet(`${image} layer depthwiseConvolution { kernel: 3, depthMultiplier: 2 } layer prelu`);
  assert.deepEqual([valueOf(layerAt(network, 0).nOut), layerAt(network, 0).nOut?.origin], [6, "inferred"]);
  assert.equal(layerAt(network, 1).nIn, undefined);
});
