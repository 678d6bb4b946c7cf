import { gauss, oneHot } from "../data.js";
import { classes, classesOfSteps, list, type CaseToMake } from "../golden-case.js";

const rows = { features: gauss(61, 6, 4), labels: oneHot(62, 6, 3) };
const images = { features: gauss(63, 4, 2, 4, 4), labels: oneHot(64, 4, 3) };
const series = { features: gauss(65, 4, 3, 5), labels: oneHot(66, 4, 3, 5) };

/** A dense layer and classes; `train` is called on the configuration, `own` on the dense layer. */
const dense = (id: string, train: string, own = "", data = rows): CaseToMake => ({
  ...{ id, batchSize: 6, data },
  java: list("feedForward(4)", [`new DenseLayer.Builder().nOut(5)${own}.build()`, classes(3)], train && `\n    ${train}`),
});
const convolution = (id: string, own: string): CaseToMake => ({
  ...{ id, batchSize: 4, data: images },
  java: list("convolutional(4, 4, 2)", [`new ConvolutionLayer.Builder(2, 2).nOut(3)${own}.build()`, classes(3)]),
});
const recurrent = (id: string, kind: string, own: string): CaseToMake => ({
  ...{ id, batchSize: 4, data: series },
  java: list("recurrent(3)", [`new ${kind}.Builder().nOut(4)${own}.build()`, classesOfSteps(3)]),
});
const scheduled = (id: string, schedule: string): CaseToMake => dense(id, `.updater(new Sgd(new ${schedule}))`);

const mixture = (id: string, kernels: number, width: number): CaseToMake => ({
  ...{ id, batchSize: 6, data: { features: rows.features, labels: gauss(67, 6, width) } },
  java: list("feedForward(4)", [
    "new DenseLayer.Builder().nOut(5).build()",
    `new OutputLayer.Builder().nOut(${String(kernels * (width + 2))}).activation(Activation.IDENTITY)` +
      `.lossFunction(LossMixtureDensity.builder().gaussians(${String(kernels)}).labelWidth(${String(width)}).build()).build()`,
  ]),
});

/** What an update is made of beside the updater: schedules, constraints, noise on weights. */
export const updates: readonly CaseToMake[] = [
  scheduled("cycle-schedule", "CycleSchedule(ScheduleType.ITERATION, 0.4, 5)"),
  scheduled("cycle-schedule-annealing", "CycleSchedule(ScheduleType.ITERATION, 0.1, 0.5, 4, 2, 0.3)"),
  scheduled("ramp-schedule", "RampSchedule(new StepSchedule(ScheduleType.ITERATION, 0.4, 0.5, 2), 3)"),
  dense("max-norm", ".constrainWeights(new MaxNormConstraint(0.5, 1))"),
  dense("max-norm-columns", ".constrainWeights(new MaxNormConstraint(0.5, 0))"),
  dense("max-norm-and-bias", "", ".constrainWeights(new MaxNormConstraint(0.6, 1)).constrainBias(new NonNegativeConstraint())"),
  dense("min-max-norm", "", ".constrainWeights(new MinMaxNormConstraint(0.8, 1.0, 1))"),
  dense("min-max-norm-rate", "", ".constrainWeights(new MinMaxNormConstraint(0.8, 1.0, 0.4, 1))"),
  dense("unit-norm", ".constrainAllParameters(new UnitNormConstraint(1))"),
  dense("non-negative-layer", "", ".constrainAllParameters(new NonNegativeConstraint())"),
  dense("non-negative", ".constrainAllParameters(new NonNegativeConstraint())"),
  dense("two-constraints", ".constrainWeights(new NonNegativeConstraint(), new MaxNormConstraint(0.4, 1))"),
  dense("own-constraints", ".constrainWeights(new MaxNormConstraint(0.4, 1))", ".constrainBias(new NonNegativeConstraint())"),
  convolution("max-norm-kernels", ".constrainWeights(new MaxNormConstraint(0.3, 1, 2, 3))"),
  recurrent("max-norm-input", "LSTM", ".constrainInputWeights(new MaxNormConstraint(0.3, 1))"),
  recurrent("max-norm-recurrent", "LSTM", ".constrainRecurrent(new MaxNormConstraint(0.3, 1))"),
  recurrent("non-negative-peepholes", "GravesLSTM", ".constrainWeights(new NonNegativeConstraint())"),
  dense("noise-added", ".weightNoise(new WeightNoise(new ConstantDistribution(0.1)))"),
  dense("noise-on-bias", "", ".weightNoise(new WeightNoise(new ConstantDistribution(0.2), true, true))"),
  dense("noise-multiplied", ".weightNoise(new WeightNoise(new ConstantDistribution(0.8), false))"),
  dense("maximized", ".minimize(false)"),
  mixture("mixture-density", 2, 1),
  mixture("mixture-density-wide", 3, 2),
];
