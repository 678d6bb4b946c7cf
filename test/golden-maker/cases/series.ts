import { changed, firstSteps, gauss, oneHot } from "../data.js";
import { classes, classesOfSteps, list, type CaseToMake } from "../golden-case.js";

const [examples, features, steps] = [4, 3, 5];
const values = gauss(31, examples, features, steps);
const mask = firstSteps(steps, 5, 3, 4, 2);

const over = (id: string, layers: readonly string[], data: CaseToMake["data"]): CaseToMake => ({
  ...{ id, batchSize: examples, data },
  java: list(`recurrent(${String(features)}, ${String(steps)})`, layers),
});

/** A label for each of so many steps. */
const perStep = (id: string, layers: readonly string[], length = steps, input = values) =>
  over(id, [...layers, classesOfSteps(2)], { features: input, labels: oneHot(32, examples, 2, length) });

/** One label for each example. */
const once = (id: string, layers: readonly string[]) =>
  over(id, [...layers, classes(3)], { features: values, labels: oneHot(33, examples, 3) });

const masked = (one: CaseToMake, labels = false): CaseToMake => ({
  ...one,
  id: `${one.id}-masked`,
  data: { ...one.data, featuresMask: mask, ...(labels ? { labelsMask: mask } : {}) },
});

const lstm = "new LSTM.Builder().nOut(3).build()";
const rnn = "new SimpleRnn.Builder().nOut(3).build()";
const average = "new GlobalPoolingLayer(PoolingType.AVG)";
/** Of the second example the first two steps, of the third the first one are all zeros. */
const ledByZeros = changed(values, (value, index) => {
  const [example, step] = [Math.floor(index / (features * steps)), index % steps];
  return (example === 1 && step < 2) || (example === 2 && step < 1) ? 0 : value;
});

const recurrent: readonly CaseToMake[] = [
  perStep("graves-bidirectional", ["new GravesBidirectionalLSTM.Builder().nOut(3).build()"]),
  masked(perStep("graves-bidirectional", ["new GravesBidirectionalLSTM.Builder().nOut(3).build()"]), true),
  perStep("bidirectional-graves", ["new Bidirectional(Bidirectional.Mode.ADD, new GravesLSTM.Builder().nOut(2).build())"]),
  perStep("time-distributed", ["new TimeDistributed(new DenseLayer.Builder().nOut(4).build())", rnn]),
  perStep("mask-zero", [`new MaskZeroLayer(${rnn}, 0.0)`], steps, ledByZeros),
  masked(perStep("mask-layer", [lstm, "new MaskLayer()"]), true),
  perStep("last-step-repeated", [`new LastTimeStep(${lstm})`, "new RepeatVector.Builder(4).build()", rnn], 4),
];

const lengths: readonly CaseToMake[] = [
  once("upsampling", ["new Upsampling1D.Builder(2).build()", rnn, average]),
  perStep("zero-padding", ["new ZeroPadding1DLayer.Builder(1, 2).build()", rnn], steps + 3),
  perStep("cropping", ["new Cropping1D.Builder(1, 1).build()", rnn], steps - 2),
  perStep("locally-connected", ["new LocallyConnected1D.Builder().kernelSize(2).nOut(2).build()"]),
  perStep(
    "locally-connected-truncate",
    [
      "new LocallyConnected1D.Builder().kernelSize(3).stride(2).padding(1).convolutionMode(ConvolutionMode.Truncate).nOut(2).hasBias(false).build()",
    ],
    3,
  ),
  once("subsampling-avg", ["new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.AVG, 2, 1).build()", average]),
];

const attention: readonly CaseToMake[] = [
  once("self-attention", ["new SelfAttentionLayer.Builder().nIn(3).nOut(3).nHeads(1).projectInput(false).build()", average]),
  once("self-attention-heads", ["new SelfAttentionLayer.Builder().nOut(4).nHeads(2).projectInput(true).build()", average]),
  once("self-attention-head-size", ["new SelfAttentionLayer.Builder().nOut(4).nHeads(2).headSize(3).projectInput(true).build()", average]),
  once("self-attention-above", [rnn, "new SelfAttentionLayer.Builder().nOut(4).nHeads(2).projectInput(true).build()", average]),
  once("recurrent-attention", ["new RecurrentAttentionLayer.Builder().nIn(3).nOut(3).nHeads(1).projectInput(false).build()", average]),
  once("recurrent-attention-heads", ["new RecurrentAttentionLayer.Builder().nOut(4).nHeads(2).hasBias(false).build()", average]),
];

/** Layers over series. */
export const series: readonly CaseToMake[] = [
  ...recurrent,
  ...lengths,
  ...attention,
  ...attention.filter(({ id }) => ["self-attention", "recurrent-attention"].includes(id)).map((one) => masked(one)),
];

/** From 1.0.0-M1 on the layer throws (its `scatter_update` has no integer argument). */
export const learnedAttention: readonly CaseToMake[] = [
  once("learned-self-attention", [
    "new LearnedSelfAttentionLayer.Builder().nIn(3).nOut(3).nHeads(1).nQueries(2).projectInput(false).build()",
    average,
  ]),
  once("learned-self-attention-heads", [
    "new LearnedSelfAttentionLayer.Builder().nOut(4).nHeads(2).nQueries(2).projectInput(true).build()",
    average,
  ]),
];
