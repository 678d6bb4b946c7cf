/** What an activation does with its input. */
export interface ActivationFacts {
  /** Passes positive values on about as they are, and does not saturate there. */
  readonly rectified?: true;
  /** Flat on both sides: its gradient vanishes for inputs far from 0. */
  readonly saturating?: true;
  /** The weakest and strongest output, open ends included; for softmax of each unit. */
  readonly range: readonly [low: number, high: number];
  /** Its parameter under the model's name, with Deeplearning4j's default. */
  readonly parameter?: { readonly name: "alpha" | "theta"; readonly usual: number };
}

const any = [-Infinity, Infinity] as const;
const positive = [0, Infinity] as const;

/**
 * By constant of `org.nd4j.linalg.activations.Activation`. Ranges follow from the formulas; parameters are the defaults of the
 * `org.nd4j.linalg.activations.impl` classes, 1.0.0-M2.1.
 */
export const activations: Readonly<Record<string, ActivationFacts>> = {
  IDENTITY: { range: any },
  CUBE: { range: any },
  RELU: { rectified: true, range: positive },
  RELU6: { rectified: true, range: [0, 6] },
  LEAKYRELU: { rectified: true, range: any, parameter: { name: "alpha", usual: 0.01 } },
  RRELU: { rectified: true, range: any },
  THRESHOLDEDRELU: { rectified: true, range: positive, parameter: { name: "theta", usual: 1 } },
  ELU: { rectified: true, range: [-1, Infinity], parameter: { name: "alpha", usual: 1 } },
  // λ·α = 1.0507·1.6733, the limit of selu for small inputs (Klambauer et al. 2017).
  SELU: { rectified: true, range: [-1.7581, Infinity] },
  // The lowest points of x·σ(1.702x), x·σ(x) and x·tanh(ln(1 + eˣ)).
  GELU: { rectified: true, range: [-0.1636, Infinity] },
  SWISH: { rectified: true, range: [-0.2785, Infinity] },
  MISH: { rectified: true, range: [-0.3088, Infinity] },
  SOFTPLUS: { range: positive },
  SIGMOID: { saturating: true, range: [0, 1] },
  HARDSIGMOID: { saturating: true, range: [0, 1] },
  TANH: { saturating: true, range: [-1, 1] },
  HARDTANH: { saturating: true, range: [-1, 1] },
  SOFTSIGN: { saturating: true, range: [-1, 1] },
  RATIONALTANH: { saturating: true, range: [-1.7159, 1.7159] },
  RECTIFIEDTANH: { saturating: true, range: [0, 1] },
  SOFTMAX: { range: [0, 1] },
};
