/** Units that feed one unit, and that it feeds, as Deeplearning4j's initializers count them. */
export interface Fans {
  readonly in: number;
  readonly out: number;
}

/** How an initialization draws the first weights. */
export interface WeightInitFacts {
  /** `fixed`: nothing is drawn. `truncated`: normal, cut at two deviations. */
  readonly shape: "normal" | "uniform" | "truncated" | "fixed";
  /** Standard deviation of the weights; absent where nothing is drawn. */
  readonly deviation?: (fans: Fans) => number;
  /** Activations that it keeps signals steady through. */
  readonly madeFor?: "rectified" | "saturating";
}

/** A uniform draw from −limit … limit deviates by limit/√3. */
const fromLimit = (limit: number) => limit / Math.sqrt(3);
const mean = (fans: Fans) => (fans.in + fans.out) / 2;
/** Cut at two deviations and not corrected, a normal draw keeps 0.88 of its deviation (measured with 1.0.0-M2.1). */
const cut = 0.88;

const perInput: WeightInitFacts = { shape: "normal", deviation: (fans) => 1 / Math.sqrt(fans.in), madeFor: "saturating" };
/** ±3/√fan: three times the variance that the papers give (measured with 1.0.0-M2.1). */
const wide = (fan: (fans: Fans) => number): WeightInitFacts => ({
  shape: "uniform",
  deviation: (fans) => fromLimit(3 / Math.sqrt(fan(fans))),
});
const scaled = (fan: (fans: Fans) => number): WeightInitFacts => ({
  shape: "truncated",
  deviation: (fans) => cut / Math.sqrt(fan(fans)),
});

/**
 * By constant of `org.deeplearning4j.nn.weights.WeightInit`, as 1.0.0-M2.1 draws them (measured; `WeightInitUtil`). Glorot & Bengio 2010
 * for XAVIER and SIGMOID_UNIFORM, He et al. 2015 for RELU, LeCun et al. 1998 for LECUN. Constants that are not here depend on more
 * than the fans.
 */
export const weightInits: Readonly<Record<string, WeightInitFacts>> = {
  XAVIER: { shape: "normal", deviation: (fans) => Math.sqrt(2 / (fans.in + fans.out)), madeFor: "saturating" },
  XAVIER_UNIFORM: { shape: "uniform", deviation: (fans) => fromLimit(Math.sqrt(6 / (fans.in + fans.out))), madeFor: "saturating" },
  XAVIER_FAN_IN: perInput,
  LECUN_NORMAL: perInput,
  NORMAL: perInput,
  RELU: { shape: "normal", deviation: (fans) => Math.sqrt(2 / fans.in), madeFor: "rectified" },
  RELU_UNIFORM: { shape: "uniform", deviation: (fans) => fromLimit(Math.sqrt(6 / fans.in)), madeFor: "rectified" },
  SIGMOID_UNIFORM: { shape: "uniform", deviation: (fans) => fromLimit(4 * Math.sqrt(6 / (fans.in + fans.out))), madeFor: "saturating" },
  UNIFORM: { shape: "uniform", deviation: (fans) => fromLimit(1 / Math.sqrt(fans.in)) },
  LECUN_UNIFORM: wide((fans) => fans.in),
  VAR_SCALING_UNIFORM_FAN_IN: wide((fans) => fans.in),
  VAR_SCALING_UNIFORM_FAN_OUT: wide((fans) => fans.out),
  VAR_SCALING_UNIFORM_FAN_AVG: wide(mean),
  VAR_SCALING_NORMAL_FAN_IN: scaled((fans) => fans.in),
  VAR_SCALING_NORMAL_FAN_OUT: scaled((fans) => fans.out),
  VAR_SCALING_NORMAL_FAN_AVG: scaled(mean),
  ZERO: { shape: "fixed" },
  ONES: { shape: "fixed" },
  IDENTITY: { shape: "fixed" },
};
