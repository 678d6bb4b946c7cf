/** Learning rates with which an updater usually trains. */
export interface UsualRate {
  /** Below it the weights hardly move. */
  readonly low: number;
  readonly from: number;
  readonly to: number;
  /** Above it training usually diverges or jumps. */
  readonly high: number;
  /** From here on nothing is learnt; `undefined` for updaters that have no such rate. */
  readonly impossible?: number;
}

const adam: UsualRate = { low: 1e-6, from: 1e-4, to: 1e-3, high: 0.01, impossible: 1 };

/**
 * By updater class. The range 0.1 … 1e-6 is the guideline's ("Learning Rate"); the narrower ones per updater are the
 * defaults and recommendations of the papers: Adam 1e-3 (Kingma & Ba 2015), RMSProp 1e-3 (Tieleman & Hinton 2012),
 * AdaGrad 1e-2 (Duchi et al. 2011), AdaDelta 1 (Zeiler 2012).
 */
export const usualRates: Readonly<Record<string, UsualRate>> = {
  Sgd: { low: 1e-6, from: 1e-3, to: 0.1, high: 0.5, impossible: 1 },
  Nesterovs: { low: 1e-6, from: 1e-3, to: 0.1, high: 0.1, impossible: 1 },
  Adam: adam,
  Nadam: adam,
  AdaMax: adam,
  AMSGrad: adam,
  AdaBelief: adam,
  RmsProp: { low: 1e-6, from: 1e-4, to: 1e-2, high: 0.01, impossible: 0.5 },
  AdaGrad: { low: 1e-6, from: 1e-3, to: 0.1, high: 0.1, impossible: 1 },
  AdaDelta: { low: 0.1, from: 1, to: 1, high: 10 },
};

/** Updaters that move a weight by about the rate at each step, whatever the gradient's size. */
export const adamFamily: ReadonlySet<string> = new Set(["Adam", "Nadam", "AdaMax", "AMSGrad", "AdaBelief"]);
