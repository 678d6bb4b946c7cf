import { gauss, oneHot } from "../data.js";
import { classes, list, type CaseToMake } from "../golden-case.js";

const pooled = "new GlobalPoolingLayer(PoolingType.AVG)";
const inFormat = "convolutional3D(Convolution3D.DataFormat.NCDHW, 4, 5, 3, 2)";

/** Of 4 × 5 × 3 values in two channels. */
function over(id: string, layers: readonly string[], train = ""): CaseToMake {
  return {
    ...{ id, batchSize: 4, data: { features: gauss(71, 4, 2, 4, 5, 3), labels: oneHot(72, 4, 3) } },
    java: list(inFormat, layers, train),
  };
}

const alone = (id: string, layer: string, train = "") => over(id, [`${layer}.build()`, pooled, classes(3)], train);
const convolution = (settings: string, kernel = "2, 3, 2") => `new Convolution3D.Builder(${kernel})${settings}.nOut(3)`;
const last = ".dataFormat(Convolution3D.DataFormat.NDHWC)";
const same = ".convolutionMode(ConvolutionMode.Same)";

const truncate = ".convolutionMode(ConvolutionMode.Truncate)";
const subsampled = (id: string, pooling: string, settings: string) =>
  over(id, [
    `${convolution("", "2, 2, 2")}.build()`,
    `new Subsampling3DLayer.Builder(PoolingType.${pooling}).kernelSize(2, 2, 1)${settings}.build()`,
    pooled,
    classes(3),
  ]);

/** Layers on arrays of three dimensions for each channel. */
export const volumes: readonly CaseToMake[] = [
  alone("convolution3d", convolution("")),
  alone("convolution3d-stride", convolution(".stride(2, 1, 1).biasInit(0.1)")),
  alone("convolution3d-same", convolution(`.stride(2, 2, 2)${same}`, "3, 2, 3")),
  alone("convolution3d-padding", convolution(".padding(1, 0, 1).hasBias(false)"), "\n    .l2(0.1)"),
  alone("convolution3d-dilation", convolution(".dilation(2, 1, 2)", "2, 2, 2")),
  alone("deconvolution3d", "new Deconvolution3D.Builder().kernelSize(2, 3, 2).nOut(3)"),
  alone("deconvolution3d-stride", "new Deconvolution3D.Builder().kernelSize(2, 2, 2).stride(2, 1, 2).nOut(3)"),
  alone("deconvolution3d-same", `new Deconvolution3D.Builder().kernelSize(3, 3, 3).stride(2, 2, 2)${same}.nOut(3)`),
  alone("deconvolution3d-padding", "new Deconvolution3D.Builder().kernelSize(3, 3, 2).padding(1, 1, 0).nOut(3).hasBias(false)"),
  ...["MAX", "AVG"].flatMap((pooling) => [
    over(`subsampling3d-${pooling.toLowerCase()}`, [
      `${convolution("", "2, 2, 2")}.build()`,
      `new Subsampling3DLayer.Builder(PoolingType.${pooling}).kernelSize(2, 2, 1).stride(1, 2, 1).build()`,
      pooled,
      classes(3),
    ]),
    over(`subsampling3d-${pooling.toLowerCase()}-same`, [
      `${convolution("", "2, 2, 2")}.build()`,
      `new Subsampling3DLayer.Builder(PoolingType.${pooling}).kernelSize(2, 2, 2).stride(2, 2, 2)${same}.build()`,
      pooled,
      classes(3),
    ]),
  ]),
  ...["SUM", "PNORM"].map((pooling) => subsampled(`subsampling3d-${pooling.toLowerCase()}`, pooling, ".stride(1, 2, 1)")),
  subsampled("subsampling3d-dilation", "MAX", `.stride(1, 1, 1)${truncate}.dilation(2, 1, 1)`),
  subsampled("subsampling3d-padding", "AVG", `.stride(1, 1, 1)${truncate}.padding(1, 1, 0)`),
  alone("upsampling3d", "new Upsampling3D.Builder(2)"),
  alone("zero-padding3d", "new ZeroPadding3DLayer.Builder(1, 0, 2)"),
  alone("zero-padding3d-sides", "new ZeroPadding3DLayer.Builder(1, 0, 2, 1, 0, 1)"),
  over("volume-pnorm-pooled", [
    `${convolution("")}.build()`,
    "new GlobalPoolingLayer.Builder(PoolingType.PNORM).pnorm(2).build()",
    classes(3),
  ]),
  over("volume-max-pooled", [`${convolution("")}.build()`, "new GlobalPoolingLayer(PoolingType.MAX)", classes(3)]),
  over("volume-activation-dropout", [`${convolution("")}.build()`, "new ActivationLayer(Activation.RELU)", pooled, classes(3)]),
  {
    ...{ id: "volume-channels-last", batchSize: 4, data: { features: gauss(73, 4, 4, 5, 3, 2), labels: oneHot(72, 4, 3) } },
    java: list("convolutional3D(4, 5, 3, 2)", [
      `${convolution(last, "2, 2, 2")}.build()`,
      "new DenseLayer.Builder().nOut(4).build()",
      classes(3),
    ]),
  },
  {
    ...{ id: "volume-loss", batchSize: 4, data: { features: gauss(74, 4, 2, 3, 2, 2), labels: gauss(75, 4, 2, 2, 1, 1) } },
    java: list("convolutional3D(Convolution3D.DataFormat.NCDHW, 3, 2, 2, 2)", [
      "new Convolution3D.Builder(2, 2, 2).nOut(2).build()",
      "new Cnn3DLossLayer.Builder(Convolution3D.DataFormat.NCDHW).lossFunction(LossFunctions.LossFunction.MSE).activation(Activation.SIGMOID).build()",
    ]),
  },
  {
    ...{ id: "volume-loss-channels-last", batchSize: 4, data: { features: gauss(76, 4, 3, 2, 2, 2), labels: gauss(77, 4, 2, 1, 1, 3) } },
    java: list("convolutional3D(3, 2, 2, 2)", [
      `new Convolution3D.Builder(2, 2, 2)${last}.nOut(3).build()`,
      "new Cnn3DLossLayer.Builder(Convolution3D.DataFormat.NDHWC).lossFunction(LossFunctions.LossFunction.MSE).activation(Activation.SIGMOID).build()",
    ]),
  },
];
