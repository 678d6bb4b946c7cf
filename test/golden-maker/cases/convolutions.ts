import { gauss, oneHot } from "../data.js";
import { classes, list, type CaseToMake } from "../golden-case.js";

interface Images {
  readonly height?: number;
  readonly width?: number;
  readonly channels?: number;
  readonly train?: string;
}

const pooled = "new GlobalPoolingLayer(PoolingType.AVG)";

function over(id: string, layer: string, { height = 5, width = 4, channels = 2, train = "" }: Images = {}): CaseToMake {
  return {
    ...{ id, batchSize: 4, data: { features: gauss(21, 4, channels, height, width), labels: oneHot(22, 4, 3) } },
    java: list(`convolutional(${String(height)}, ${String(width)}, ${String(channels)})`, [`${layer}.build()`, pooled, classes(3)], train),
  };
}

const same = "convolutionMode(ConvolutionMode.Same)";

/** Layers that slide a kernel over images. */
export const convolutions: readonly CaseToMake[] = [
  over("deconvolution", "new Deconvolution2D.Builder(3, 2).nOut(3)"),
  over("deconvolution-stride", "new Deconvolution2D.Builder(3, 3).stride(2, 2).nOut(2)"),
  over("deconvolution-padding", "new Deconvolution2D.Builder(3, 3).stride(2, 1).padding(1, 1).nOut(2).biasInit(0.1)"),
  over("deconvolution-same", `new Deconvolution2D.Builder(3, 3).stride(2, 2).${same}.nOut(2)`),
  over("deconvolution-same-even", `new Deconvolution2D.Builder(2, 2).stride(2, 2).${same}.nOut(2).hasBias(false)`),
  over("deconvolution-dilation", "new Deconvolution2D.Builder(2, 2).dilation(2, 2).nOut(2)"),
  over("depthwise", "new DepthwiseConvolution2D.Builder(3, 2).depthMultiplier(2).nOut(4)"),
  over("depthwise-stride", "new DepthwiseConvolution2D.Builder(2, 2).stride(2, 1).nOut(2).hasBias(false)"),
  over("depthwise-same", `new DepthwiseConvolution2D.Builder(3, 3).stride(2, 2).depthMultiplier(3).${same}.nOut(6)`),
  over("depthwise-padding-dilation", "new DepthwiseConvolution2D.Builder(2, 2).padding(1, 1).dilation(2, 2).nOut(2)"),
  over("separable", "new SeparableConvolution2D.Builder(3, 2).nOut(3)"),
  over("separable-multiplier", "new SeparableConvolution2D.Builder(2, 2).depthMultiplier(2).stride(2, 1).nOut(3)"),
  over("separable-same", `new SeparableConvolution2D.Builder(3, 3).depthMultiplier(2).${same}.nOut(2).hasBias(false)`, {
    train: "\n    .l2(0.1)",
  }),
  over("locally-connected", "new LocallyConnected2D.Builder().kernelSize(2, 2).nOut(2)"),
  over(
    "locally-connected-truncate",
    "new LocallyConnected2D.Builder().kernelSize(2, 3).stride(2, 1).padding(1, 1).convolutionMode(ConvolutionMode.Truncate).activation(Activation.RELU).nOut(2).hasBias(false)",
  ),
  over("subsampling-dilation", "new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(1, 1).dilation(2, 2)"),
  over("subsampling-avg-dilation", "new SubsamplingLayer.Builder(PoolingType.AVG).kernelSize(2, 2).stride(1, 1).dilation(2, 2)"),
  over("space-to-depth", "new SpaceToDepthLayer.Builder(2)", { height: 4 }),
  over("prelu-shared", "new PReLULayer.Builder().inputShape(2, 3, 2).sharedAxes(2, 3).weightInit(new UniformDistribution(-0.5, 0.5))", {
    height: 3,
    width: 2,
  }),
  over("prelu", "new PReLULayer.Builder().inputShape(2, 3, 2).weightInit(new UniformDistribution(-0.5, 0.5))", { height: 3, width: 2 }),
  over("local-response-normalization", "new LocalResponseNormalization.Builder(2, 3, 0.1, 0.75)", { channels: 5, height: 3, width: 2 }),
];
