import { binary, fractions, gauss, indices, oneHot } from "../data.js";
import { classes, list, type CaseToMake } from "../golden-case.js";

const values = gauss(41, 6, 4);
const rows = (id: string, layers: readonly string[], labels = oneHot(42, 6, 3), train = "", features = values): CaseToMake => ({
  ...{ id, batchSize: 6, data: { features, labels } },
  java: list(`feedForward(${String(features.shape[1])})`, layers, train),
});

const dense = "new DenseLayer.Builder().nOut(4).build()";
const centers = "new CenterLossOutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX)";
const output = (nOut: number, activation: string, loss: string) =>
  `new OutputLayer.Builder().nOut(${String(nOut)}).activation(Activation.${activation}).lossFunction(${loss}).build()`;

const images = { features: gauss(43, 4, 2, 4, 3), labels: oneHot(44, 4, 2, 4, 3) };
const convolution = "new ConvolutionLayer.Builder(3, 3).nOut(2).convolutionMode(ConvolutionMode.Same)";

const mapped: readonly CaseToMake[] = [
  {
    ...{ id: "cnn-loss", batchSize: 4, data: images },
    java: list("convolutional(4, 3, 2)", [
      `${convolution}.activation(Activation.IDENTITY).build()`,
      "new CnnLossLayer.Builder(LossFunctions.LossFunction.MCXENT).activation(Activation.SOFTMAX).build()",
    ]),
  },
  {
    ...{ id: "cnn-loss-xent", batchSize: 2, data: { ...images, labels: binary(45, 4, 2, 4, 3) } },
    java: list("convolutional(4, 3, 2)", [
      `${convolution}.activation(Activation.IDENTITY).build()`,
      "new CnnLossLayer.Builder(LossFunctions.LossFunction.XENT).activation(Activation.SIGMOID).build()",
    ]),
  },
  {
    ...{ id: "capsules", batchSize: 4, data: { features: gauss(46, 4, 1, 5, 5), labels: oneHot(47, 4, 3) } },
    java: list("convolutional(5, 5, 1)", [
      "new PrimaryCapsules.Builder(2, 2).kernelSize(3, 3).stride(2, 2).build()",
      "new CapsuleLayer.Builder(3, 2, 2).build()",
      "new CapsuleStrengthLayer.Builder().build()",
      "new LossLayer.Builder(LossFunctions.LossFunction.MSE).activation(Activation.IDENTITY).build()",
    ]),
  },
];

/** Layers over vectors, outputs and losses. */
export const heads: readonly CaseToMake[] = [
  rows("center-loss", [dense, `${centers}.alpha(0.3).lambda(0.2).build()`]),
  rows("center-loss-defaults", [dense, `${centers}.build()`], oneHot(42, 6, 3), "\n    .l2(0.05)"),
  { ...rows("center-loss-adam", [dense, `${centers}.alpha(0.1).lambda(0.1).updater(new Adam(0.05)).build()`]), batchSize: 3 },
  rows("element-wise-multiplication", ["new ElementWiseMultiplicationLayer.Builder().nIn(4).nOut(4).build()", classes(3)]),
  rows("dense-layer-norm", ["new DenseLayer.Builder().nOut(4).hasLayerNorm(true).build()", classes(3)]),
  rows("f-measure", [dense, output(1, "SIGMOID", "new LossFMeasure()")], binary(49, 6, 1)),
  rows("f-measure-softmax", [dense, output(2, "SOFTMAX", "new LossFMeasure(0.5)")], oneHot(50, 6, 2)),
  rows("multi-label", [dense, output(4, "IDENTITY", "new LossMultiLabel()")], binary(51, 6, 4)),
  rows("sparse-mcxent", [dense, output(3, "SOFTMAX", "LossFunctions.LossFunction.SPARSE_MCXENT")], indices(52, 3, 6, 1)),
  rows("weighted-mae", [dense, output(2, "IDENTITY", "new LossMAE(Nd4j.create(new double[] {0.5, 2}))")], gauss(53, 6, 2)),
  rows("kld-sigmoid", [dense, output(2, "SIGMOID", "LossFunctions.LossFunction.KL_DIVERGENCE")], fractions(54, 6, 2)),
  ...mapped,
];
