/** Coefficients of an updater with their defaults, under the model's names. */
export interface UpdaterFacts {
  /** Deeplearning4j's default rate; absent: the updater has none. */
  readonly learningRate?: number;
  readonly momentum?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly rho?: number;
  readonly rmsDecay?: number;
}

const adam = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** By class, as `org.nd4j.linalg.learning.config` has them from 1.0.0-alpha on. */
export const updaters: Readonly<Record<string, UpdaterFacts>> = {
  Sgd: { learningRate: 1e-3 },
  Nesterovs: { learningRate: 0.1, momentum: 0.9 },
  Adam: adam,
  AdaMax: adam,
  Nadam: adam,
  AMSGrad: adam,
  AdaBelief: { ...adam, epsilon: 1e-14 },
  AdaGrad: { learningRate: 0.1, epsilon: 1e-6 },
  AdaDelta: { rho: 0.95, epsilon: 1e-6 },
  RmsProp: { learningRate: 0.1, rmsDecay: 0.95, epsilon: 1e-8 },
  NoOp: {},
};

/** The rate of every layer up to 0.9.1 where none is written (`NeuralNetConfiguration.Builder.learningRate`). */
export const oldDefaultRate = 0.1;

/** The separate calls of 0.x that say a coefficient: model name → call. */
export const separateCalls: Readonly<Record<keyof UpdaterFacts, string>> = {
  learningRate: "learningRate",
  momentum: "momentum",
  beta1: "adamMeanDecay",
  beta2: "adamVarDecay",
  epsilon: "epsilon",
  rho: "rho",
  rmsDecay: "rmsDecay",
};
