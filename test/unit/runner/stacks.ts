/** What flows at a place of a drawn stack. */
export type Flow =
  | { readonly kind: "flat"; readonly size: number }
  | { readonly kind: "series"; readonly size: number; readonly steps: number }
  | { readonly kind: "image"; readonly channels: number; readonly height: number; readonly width: number };

/** A layer's builder, and what comes out of it. */
type Choice = readonly [layer: string, flow: Flow];

const built = (name: string, calls = "") => `new ${name}.Builder()${calls}.build()`;
const rectified = ".activation(Activation.ELU)";

function onVectors({ size }: Extract<Flow, { kind: "flat" }>, units: number): readonly Choice[] {
  const flat: Flow = { kind: "flat", size };
  return [
    [built("DenseLayer", `.nOut(${units})`), { kind: "flat", size: units }],
    [built("DenseLayer", `.nOut(${units}).hasLayerNorm(true)${rectified}`), { kind: "flat", size: units }],
    [built("ElementWiseMultiplicationLayer", `.nIn(${size}).nOut(${size})`), flat],
    [built("BatchNormalization"), flat],
    [built("ActivationLayer", ".activation(Activation.RRELU)"), flat],
    [built("DropoutLayer", ".dropOut(0.8)"), flat],
    [built("PReLULayer", `.inputShape(${size})`), flat],
    [`new FrozenLayer(${built("DenseLayer", `.nOut(${units})`)})`, { kind: "flat", size: units }],
    [built("AutoEncoder", `.nOut(${units})`), { kind: "flat", size: units }],
    [built("VariationalAutoencoder", `.nOut(${units}).encoderLayerSizes(3).decoderLayerSizes(3)`), { kind: "flat", size: units }],
    [`new RepeatVector.Builder(3).build()`, { kind: "series", size, steps: 3 }],
  ];
}

function onSeries({ size, steps }: Extract<Flow, { kind: "series" }>, units: number): readonly Choice[] {
  const as = (features: number, length = steps): Flow => ({ kind: "series", size: features, steps: length });
  const cells = ["LSTM", "GravesLSTM", "GravesBidirectionalLSTM", "SimpleRnn"].map((name) => built(name, `.nOut(${units})`));
  const heads = `.nOut(${2 * units}).nHeads(2).projectInput(true)`;
  return [
    ...cells.map((cell): Choice => [cell, as(units)]),
    [`new Bidirectional(${built("LSTM", `.nOut(${units})`)})`, as(2 * units)],
    [`new MaskZeroLayer(${built("SimpleRnn", `.nOut(${units})`)}, 0.0)`, as(units)],
    [`new TimeDistributed(${built("DenseLayer", `.nOut(${units})`)})`, as(units)],
    ["new MaskLayer()", as(size)],
    [built("SelfAttentionLayer", heads), as(2 * units)],
    [built("LearnedSelfAttentionLayer", `${heads}.nQueries(2)`), as(2 * units, 2)],
    [built("RecurrentAttentionLayer", heads.replace(".projectInput(true)", "")), as(2 * units)],
    [built("Upsampling1D", ".size(2)"), as(size, 2 * steps)],
    ["new ZeroPadding1DLayer.Builder(1, 1).build()", as(size, steps + 2)],
    ...(steps > 2 ? [["new Cropping1D.Builder(1, 1).build()", as(size, steps - 2)] as Choice] : []),
    [built("Convolution1DLayer", `.kernelSize(2).convolutionMode(ConvolutionMode.Same).nOut(${units})`), as(units)],
    [built("LocallyConnected1D", `.kernelSize(2).nOut(${units})`), as(units)],
    ...(steps > 1 ? [[built("Subsampling1DLayer", ".kernelSize(2).stride(2)"), as(size, Math.floor(steps / 2))] as Choice] : []),
    [built("CapsuleLayer", `.capsules(${units}).capsuleDimensions(3)`), as(units, 3)],
    [built("CapsuleStrengthLayer"), { kind: "flat", size }],
    [built("GlobalPoolingLayer", ".poolingType(PoolingType.PNORM)"), { kind: "flat", size }],
    [`new LastTimeStep(${built("LSTM", `.nOut(${units})`)})`, { kind: "flat", size: units }],
  ];
}

function onImages({ channels, height, width }: Extract<Flow, { kind: "image" }>, units: number): readonly Choice[] {
  const as = (planes: number, tall = height, wide = width): Flow => ({ kind: "image", channels: planes, height: tall, width: wide });
  const same = ".kernelSize(3, 2).convolutionMode(ConvolutionMode.Same)";
  const halved = ".kernelSize(2, 2).stride(2, 2)";
  const isWide = height > 1 && width > 1;
  const [half, narrow] = [Math.floor(height / 2), Math.floor(width / 2)];
  const smaller: readonly Choice[] = [
    ...["MAX", "AVG", "SUM", "PNORM"].map((name): Choice => [
      `new SubsamplingLayer.Builder(PoolingType.${name})${halved}.pnorm(2).build()`,
      as(channels, half, narrow),
    ]),
    [built("ConvolutionLayer", `${halved}.nOut(${units})`), as(units, half, narrow)],
    ["new SpaceToDepthLayer.Builder(2).build()", as(4 * channels, half, narrow)],
    [
      built("PrimaryCapsules", `.capsuleDimensions(2).channels(${units})${halved}`),
      { kind: "series", size: units * half * narrow, steps: 2 },
    ],
  ];
  return [
    [built("ConvolutionLayer", `${same}.dilation(1, 2).nOut(${units})${rectified}`), as(units)],
    [built("Deconvolution2D", `${halved}.nOut(${units})`), as(units, 2 * height, 2 * width)],
    [built("DepthwiseConvolution2D", `${same}.depthMultiplier(2).nOut(${2 * channels})`), as(2 * channels)],
    [built("SeparableConvolution2D", `${same}.nOut(${units})`), as(units)],
    [built("LocallyConnected2D", `${same}.nOut(${units})`), as(units)],
    [built("BatchNormalization"), as(channels)],
    [built("LocalResponseNormalization"), as(channels)],
    [built("PReLULayer", `.inputShape(${channels}, ${height}, ${width}).sharedAxes(2, 3)`), as(channels)],
    [built("Upsampling2D", ".size(2)"), as(channels, 2 * height, 2 * width)],
    ["new ZeroPaddingLayer.Builder(1, 0, 2, 1).build()", as(channels, height + 1, width + 3)],
    ...(isWide ? [["new Cropping2D.Builder(1, 0, 0, 1).build()", as(channels, height - 1, width - 1)] as Choice, ...smaller] : []),
    [built("GlobalPoolingLayer", ".poolingType(PoolingType.AVG)"), { kind: "flat", size: channels }],
    [built("DenseLayer", `.nOut(${units})`), { kind: "flat", size: units }],
  ];
}

/** The layers that take what flows here. */
export function choices(flow: Flow, units: number): readonly Choice[] {
  if (flow.kind === "flat") return onVectors(flow, units);
  return flow.kind === "series" ? onSeries(flow, units) : onImages(flow, units);
}

/** Outputs that take what flows here. */
export function endings(flow: Flow): readonly string[] {
  const softmax = ".lossFunction(LossFunctions.LossFunction.MCXENT).activation(Activation.SOFTMAX)";
  const apart = ".lossFunction(LossFunctions.LossFunction.XENT).activation(Activation.SIGMOID)";
  if (flow.kind === "series") return [built("RnnOutputLayer", `.nOut(2)${softmax}`), built("RnnLossLayer", apart)];
  if (flow.kind === "image") return [built("CnnLossLayer", apart), built("OutputLayer", `.nOut(3)${softmax}`)];
  return [built("OutputLayer", `.nOut(3)${softmax}`), built("CenterLossOutputLayer", `.nOut(3)${softmax}`), built("LossLayer", apart)];
}

/** How many numbers an example has: stacks that grow beyond reason are not drawn on. */
export function numbersOf(flow: Flow): number {
  if (flow.kind === "flat") return flow.size;
  return flow.kind === "series" ? flow.size * flow.steps : flow.channels * flow.height * flow.width;
}

/** As `InputType` says it. */
export function inputOf(flow: Flow): string {
  if (flow.kind === "flat") return `feedForward(${flow.size})`;
  return flow.kind === "series"
    ? `recurrent(${flow.size}, ${flow.steps})`
    : `convolutional(${flow.height}, ${flow.width}, ${flow.channels})`;
}
