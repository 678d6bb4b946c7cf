import { java } from "../../../core/src/frontends/dl4j/index.js";
import type { Network } from "../../../core/src/model/network.js";
import { resolve } from "../../../core/src/resolve/resolve.js";

/** Before 1.0.0-M2 layers written in SameDiff have the gradient of their loss, not twice as much. */
const release = "1.0.0-beta7";

const classes = "new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()";
const perStep = classes.replace("OutputLayer", "RnnOutputLayer");
const average = "new GlobalPoolingLayer(PoolingType.AVG)";
const rnn = "new SimpleRnn.Builder().nOut(3).build()";

const list = (input: string, ...layers: string[]): string =>
  `.list()${layers.map((layer) => `.layer(${layer})`).join("")}.setInputType(InputType.${input}).build()`;
const flat = (...layers: string[]) => list("feedForward(4)", ...layers);
const series = (...layers: string[]) => list("recurrent(2, 4)", ...layers);
const image = (...layers: string[]) =>
  list("convolutional(6, 6, 2)", "new ConvolutionLayer.Builder(3, 3).nOut(3).build()", ...layers, average, classes);
const volume = (...layers: string[]) =>
  list("convolutional3D(Convolution3D.DataFormat.NCDHW, 4, 5, 4, 2)", "new Convolution3D.Builder(2, 3, 2).nOut(3).build()", ...layers);
const graph = (input: string, calls: string) =>
  `.graphBuilder().addInputs("in")${calls}.setOutputs("out").setInputTypes(InputType.${input}).build()`;
const two = (layer: string, vertex: string, output = classes) =>
  `.addLayer("a", ${layer}, "in").addLayer("b", ${layer}, "in").addVertex("v", new ${vertex}, "a", "b").addLayer("out", ${output}, "v")`;
const dense = "new DenseLayer.Builder().nOut(4).build()";

/** By kind that `.nnet` has no word for: a configuration in which a gradient goes through it. */
const builders: Readonly<Record<string, string>> = {
  ElementWiseMultiplicationLayer: flat(dense, "new ElementWiseMultiplicationLayer.Builder().nIn(4).nOut(4).build()", classes),
  CenterLossOutputLayer: flat(
    dense,
    classes.replace("new OutputLayer.Builder", "new CenterLossOutputLayer.Builder").replace(".build()", ".lambda(0.3).build()"),
  ),
  LocallyConnected2D: image("new LocallyConnected2D.Builder().kernelSize(2, 3).nOut(2).build()"),
  LocallyConnected1D: series(rnn, "new LocallyConnected1D.Builder().kernelSize(2).nOut(2).build()", perStep),
  Deconvolution2D: image("new Deconvolution2D.Builder(3, 2).stride(2, 1).padding(1, 0).dilation(1, 2).nOut(2).build()"),
  DepthwiseConvolution2D: image("new DepthwiseConvolution2D.Builder(2, 3).stride(1, 2).padding(1, 1).depthMultiplier(2).nOut(6).build()"),
  SeparableConvolution2D: image("new SeparableConvolution2D.Builder(3, 3).stride(2, 2).depthMultiplier(2).nOut(2).build()"),
  SpaceToDepthLayer: image("new SpaceToDepthLayer.Builder(2).build()"),
  GravesBidirectionalLSTM: series(rnn, "new GravesBidirectionalLSTM.Builder().nOut(2).build()", perStep),
  SelfAttentionLayer: series(rnn, "new SelfAttentionLayer.Builder().nOut(4).nHeads(2).projectInput(true).build()", perStep),
  LearnedSelfAttentionLayer: series(
    rnn,
    "new LearnedSelfAttentionLayer.Builder().nOut(4).nHeads(2).nQueries(3).projectInput(true).build()",
    perStep,
  ),
  RecurrentAttentionLayer: series(rnn, "new RecurrentAttentionLayer.Builder().nOut(4).nHeads(2).build()", perStep),
  PrimaryCapsules: list(
    "convolutional(6, 6, 2)",
    "new ConvolutionLayer.Builder(3, 3).nOut(2).build()",
    "new PrimaryCapsules.Builder(2, 2).kernelSize(2, 2).stride(2, 2).build()",
    "new CapsuleLayer.Builder(3, 2, 3).build()",
    "new CapsuleStrengthLayer.Builder().build()",
    classes,
  ),
  CapsuleLayer: series(
    "new SimpleRnn.Builder().nOut(3).build()",
    "new CapsuleLayer.Builder(3, 2, 2).build()",
    "new CapsuleStrengthLayer.Builder().build()",
    classes,
  ),
  CapsuleStrengthLayer: series("new SimpleRnn.Builder().nOut(3).build()", "new CapsuleStrengthLayer.Builder().build()", classes),
  Convolution3D: volume(
    "new Convolution3D.Builder(2, 2, 2).stride(2, 1, 1).dilation(1, 2, 1).padding(1, 1, 0).nOut(2).build()",
    average,
    classes,
  ),
  Deconvolution3D: volume(
    "new Deconvolution3D.Builder().kernelSize(2, 2, 3).stride(2, 1, 2).padding(1, 0, 1).nOut(2).build()",
    average,
    classes,
  ),
  Subsampling3DLayer: volume("new Subsampling3DLayer.Builder(PoolingType.AVG).kernelSize(2, 2, 2).stride(1, 1, 2).build()", dense, classes),
  ZeroPadding3DLayer: volume(
    "new ZeroPadding3DLayer.Builder(1, 0, 2).build()",
    "new Subsampling3DLayer.Builder(PoolingType.AVG).kernelSize(2, 2, 2).stride(1, 1, 1).build()",
    average,
    classes,
  ),
  Cropping3D: volume("new Cropping3D.Builder(1, 0, 1, 1, 0, 1).build()", average, classes),
  Upsampling3D: volume(
    "new Upsampling3D.Builder(2).build()",
    "new Convolution3D.Builder(2, 2, 2).stride(3, 3, 3).nOut(2).build()",
    dense,
    classes,
  ),
  Cnn3DLossLayer: volume(
    "new Cnn3DLossLayer.Builder(Convolution3D.DataFormat.NCDHW).lossFunction(LossFunctions.LossFunction.XENT).activation(Activation.SIGMOID).build()",
  ),
  MaskLayer: series(rnn, "new MaskLayer()", perStep),
  MaskZeroLayer: series(`new MaskZeroLayer(${rnn}, 0.0)`, perStep),
  TimeDistributed: series(rnn, "new TimeDistributed(new DenseLayer.Builder().nOut(4).build())", perStep),
  RepeatVector: series(`new LastTimeStep(${rnn})`, "new RepeatVector.Builder(4).build()", rnn, perStep),
  SpaceToBatchLayer: graph(
    "convolutional(4, 4, 2)",
    `.addLayer("a", new ConvolutionLayer.Builder(1, 1).nOut(2).build(), "in").addLayer("s", new SpaceToBatchLayer.Builder(new int[] {2, 2}).build(), "a")` +
      `.addVertex("u", new UnstackVertex(0, 4), "s").addVertex("w", new UnstackVertex(3, 4), "s").addVertex("m", new MergeVertex(), "u", "w").addLayer("out", ${classes}, "m")`,
  ),
  L2Vertex: graph("feedForward(4)", two(dense, "L2Vertex()")),
  AttentionVertex: graph(
    "recurrent(2, 4)",
    `.addLayer("a", ${rnn}, "in").addVertex("v", new AttentionVertex.Builder().nInQueries(3).nInKeys(2).nInValues(3).nHeads(2).nOut(4).projectInput(true).build(), "a", "in", "a").addLayer("out", ${perStep}, "v")`,
  ),
  ReshapeVertex: graph(
    "feedForward(4)",
    `.addLayer("a", new DenseLayer.Builder().nOut(8).build(), "in").addVertex("v", new ReshapeVertex(-1, 2, 2, 2), "a").addLayer("c", new ConvolutionLayer.Builder(2, 2).nOut(2).build(), "v").addLayer("out", ${classes}, "c")`,
  ),
  PoolHelperVertex: graph(
    "convolutional(4, 4, 2)",
    `.addLayer("a", new ConvolutionLayer.Builder(2, 2).nOut(2).build(), "in").addVertex("v", new PoolHelperVertex(), "a").addLayer("g", ${average}, "v").addLayer("out", ${classes}, "g")`,
  ),
  PreprocessorVertex: graph(
    "recurrent(2, 4)",
    `.addLayer("a", ${rnn}, "in").addVertex("v", new PreprocessorVertex(new RnnToFeedForwardPreProcessor()), "a").addLayer("d", ${dense}, "v").addLayer("out", ${perStep}, "d")`,
  ),
  ReverseTimeSeriesVertex: graph(
    "recurrent(2, 4)",
    `.addLayer("a", ${rnn}, "in").addVertex("v", new ReverseTimeSeriesVertex("in"), "a").addLayer("b", ${rnn}, "v").addLayer("out", ${perStep}, "b")`,
  ),
};

/** Kinds that are shown by a Java text. */
export const javaKinds: readonly string[] = Object.keys(builders);

/** The network that shows a kind. */
export function javaNetworkOf(kind: string): Network {
  const start =
    "new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).activation(Activation.TANH).weightInit(WeightInit.XAVIER).biasInit(0.1)";
  const text = `import org.deeplearning4j.nn.conf.*;\nclass A {\n  Object conf = ${start}${builders[kind] ?? ""};\n}\n`;
  const project = { version: { value: release, from: "build file" }, configuration: { preset: "recommended", rules: {} } } as const;
  const [written] = java.read(text, project).networks;
  if (!written) throw new Error(`${kind} is shown by no network.`);
  return resolve(written);
}
