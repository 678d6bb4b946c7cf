import { gauss, oneHot } from "../data.js";
import { classes, list, type CaseToMake } from "../golden-case.js";

const images = { features: gauss(81, 4, 2, 4, 3), labels: oneHot(82, 4, 3) };
const rows = { features: gauss(83, 4, 3), labels: oneHot(84, 4, 3) };
const perStep = { features: gauss(85, 4, 3, 5), labels: oneHot(86, 4, 3) };

const overRows = (id: string, ...layers: string[]): CaseToMake => ({
  ...{ id, batchSize: 4, data: rows },
  java: list("feedForward(3)", [...layers, classes(3)]),
});
const overImages = (id: string, ...layers: string[]): CaseToMake => ({
  ...{ id, batchSize: 4, data: images },
  java: list("convolutional(4, 3, 2)", [...layers, classes(3)]),
});
const convolution = "new ConvolutionLayer.Builder(2, 2).nOut(3).build()";
const pooled = (settings: string) => `new GlobalPoolingLayer.Builder(PoolingType.AVG)${settings}.build()`;

/** Settings whose effect had to be seen. */
export const settings: readonly CaseToMake[] = [
  overRows(
    "batch-normalization-whole-set",
    "new DenseLayer.Builder().nOut(4).build()",
    "new BatchNormalization.Builder().minibatch(false).build()",
  ),
  overImages("batch-normalization-whole-set-images", convolution, "new BatchNormalization.Builder().minibatch(false).build()", pooled("")),
  overImages("pooling-dimensions", convolution, pooled(".poolingDimensions(2, 3)")),
  overImages("pooling-dimensions-height", convolution, pooled(".poolingDimensions(2)")),
  {
    ...{ id: "pooling-dimensions-steps", batchSize: 4, data: perStep },
    java: list("recurrent(3, 5)", ["new LSTM.Builder().nOut(4).build()", pooled(".poolingDimensions(2)"), classes(3)]),
  },
  overRows("auto-encoder-sparsity", "new AutoEncoder.Builder().nOut(4).corruptionLevel(0.0).sparsity(0.3).build()"),
];
