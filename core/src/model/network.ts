import type { DataFault, DataProfile } from "./data-profile.js";
import type { Setting } from "./setting.js";
import type { Call, Value } from "./value.js";
import type { Anchors, Framework, Notation, WrittenNetwork } from "./written.js";
import type { Range } from "./range.js";

/** A learning rate or momentum: a number, or a schedule (`StepSchedule` with its arguments and `per`). */
export type Rate = number | Call;

/**
 * An updater in force. In 0.x the learning rate and coefficients of the separate calls
 * (`.learningRate(0.1).momentum(0.9)`) stand here too, with the ranges of those calls.
 */
export interface Updater {
  /** Deeplearning4j's class name: `Sgd`, `Nesterovs`, `Adam`, `NoOp`, … */
  readonly name: string;
  /** `undefined` for updaters without a rate (`NoOp`, Deeplearning4j's `AdaDelta`). */
  readonly learningRate?: Setting<Rate>;
  readonly momentum?: Setting<Rate>;
  /** `beta1`, `beta2`, `epsilon`, `rho`, `rmsDecay`, as far as the updater has them. */
  readonly beta1?: Setting<number>;
  readonly beta2?: Setting<number>;
  readonly epsilon?: Setting<number>;
  readonly rho?: Setting<number>;
  readonly rmsDecay?: Setting<number>;
}

/** Coefficient of decoupled weight decay, and whether the update multiplies it with the current learning rate. */
export interface WeightDecay {
  readonly coefficient: number;
  readonly applyLR: boolean;
}

/** Settings of the whole run, in force. */
export interface TrainSettings {
  readonly seed: Setting<number>;
  readonly epochs: Setting<number>;
  /** Updates in a row per minibatch; left out where the version has no such setting and none is written. */
  readonly iterations?: Setting<number>;
  readonly batchSize: Setting<number>;
  readonly optimizationAlgo: Setting<string>;
  readonly updater: Setting<Updater>;
  readonly biasUpdater?: Setting<Updater>;
  readonly l1: Setting<number>;
  readonly l2: Setting<number>;
  readonly l1Bias: Setting<number>;
  readonly l2Bias: Setting<number>;
  readonly weightDecay: Setting<number | WeightDecay>;
  readonly weightDecayBias: Setting<number | WeightDecay>;
  /** 0.x: `.regularization(true)`; from 1.0 there is no such switch and it is left out. */
  readonly regularization?: Setting<boolean>;
  readonly miniBatch: Setting<boolean>;
  /** Probability of keeping a weight; left out when not written. */
  readonly dropConnect?: Setting<number>;
  readonly gradientNormalization: Setting<string>;
  readonly gradientNormalizationThreshold: Setting<number>;
  /** `Standard` or `TruncatedBPTT`. */
  readonly backpropType: Setting<string>;
  readonly tbpttForward: Setting<number>;
  readonly tbpttBackward: Setting<number>;
  /** Passes over the data for layerwise pretraining; `false`: none. */
  readonly pretrain: Setting<boolean | number>;
  /** Call `earlyStopping` with `patience`, `maxEpochs`, `maxMinutes`, `minImprovement`, `score`. */
  readonly earlyStopping?: Setting<Call>;
  readonly distributed?: Setting<Call>;
  /** True when the text shows this network being trained (always in `.nnet`; a `fit` in builder calls). `epochs` is unknown without. */
  readonly isTrained: boolean;
}

/**
 * What the text says about the data. All calls by canonical name:
 * sources `csv`, `csvSequence`, `text`, `idx`, `images`, `builtin` (`.nnet`), `iterator` (builder calls: `class`, and what its constructor says);
 * `split`; scalings `standardize`, `minMax` (`lo`, `hi`), `imageScale` (`lo`, `hi`), `none`, `custom`;
 * labels `oneHot` (`classes`), `binary`, `real`, `index` (`classes`).
 */
export interface DataSettings {
  readonly train?: Setting<Call>;
  /** A source, or `split` with `fraction`. */
  readonly test?: Setting<Call>;
  readonly features?: Setting<Value>;
  readonly label?: Setting<Value>;
  readonly labels?: Setting<Call>;
  /** `each` or `last`. */
  readonly labelAt?: Setting<string>;
  readonly categorical?: Setting<Value>;
  readonly normalize: Setting<Call>;
  readonly normalizeLabels?: Setting<Call>;
  /** How the test data is scaled; set only where the text says so separately. */
  readonly testNormalize?: Setting<Call>;
  readonly shuffle: Setting<boolean>;
  /** Profiles of the files that the text names, where they could be read. */
  readonly trainProfile?: DataProfile;
  readonly testProfile?: DataProfile;
  /** Why a file that is there has no profile. */
  readonly trainFault?: DataFault;
  readonly testFault?: DataFault;
}

/** What kind of activations flow: Deeplearning4j's `InputType`. */
export type Shape =
  /** `[n]`; `steps` is there when a layer is applied to every step of a series (dense between recurrent layers): null when their number is open. */
  | { readonly kind: "feedForward"; readonly size: number; readonly steps?: number | null }
  /** `[features, steps]`; `steps` null when open. */
  | { readonly kind: "recurrent"; readonly size: number; readonly steps: number | null }
  /** `[channels, height, width]` */
  | { readonly kind: "convolutional"; readonly channels: number; readonly height: number; readonly width: number }
  /** An image as one row: `[channels · height · width]`, taken apart again by a convolutional layer. */
  | { readonly kind: "convolutionalFlat"; readonly channels: number; readonly height: number; readonly width: number }
  /** `[channels, depth, height, width]` */
  | {
      readonly kind: "convolutional3D";
      readonly channels: number;
      readonly depth: number;
      readonly height: number;
      readonly width: number;
    };

/** One input of the network. */
export interface Input {
  readonly name: string;
  readonly type: Setting<Shape>;
}

/** A layer or vertex with all that is in force for it. Settings that its kind does not have are left out. */
export interface Layer {
  /** Its name, or `layer0`, … as Deeplearning4j names them. */
  readonly name: string;
  readonly index: number;
  /** How findings name it: the name as written, else the index as a string. */
  readonly id: string;
  /** Deeplearning4j's class name; a class of the user's own keeps its name and is unknown to every rule. */
  readonly kind: string;
  readonly kindRange: Range;
  readonly isVertex: boolean;
  /** Names of layers and inputs that feed it, in order. */
  readonly from: readonly string[];
  /** What comes in, after merging several inputs and after the preprocessor Deeplearning4j inserts; unknown (`undefined`) when it cannot be inferred. */
  readonly inputShape: Shape | undefined;

  readonly nIn?: Setting<number>;
  readonly nOut?: Setting<number>;
  /** Constant name, or a call with its parameter (`LEAKYRELU` with `alpha`). */
  readonly activation?: Setting<string | Call>;
  /** Constant name, or a distribution (`NormalDistribution` with `mean`, `std`). */
  readonly weightInit?: Setting<string | Call>;
  readonly biasInit?: Setting<number>;
  readonly updater?: Setting<Updater>;
  readonly biasUpdater?: Setting<Updater>;
  /** Probability of keeping an input activation; 1 = off. A call for other kinds of dropout (`GaussianDropout`, …). */
  readonly dropOut?: Setting<number | Call>;
  readonly l1?: Setting<number>;
  readonly l2?: Setting<number>;
  readonly l1Bias?: Setting<number>;
  readonly l2Bias?: Setting<number>;
  readonly weightDecay?: Setting<number | WeightDecay>;
  readonly weightDecayBias?: Setting<number | WeightDecay>;
  readonly gradientNormalization?: Setting<string>;
  readonly gradientNormalizationThreshold?: Setting<number>;
  readonly loss?: Setting<string | Call>;
  readonly lossWeights?: Setting<readonly number[]>;
  readonly kernel?: Setting<readonly number[]>;
  readonly stride?: Setting<readonly number[]>;
  readonly padding?: Setting<readonly number[]>;
  readonly dilation?: Setting<readonly number[]>;
  /** Convolution mode (`Truncate`, `Same`, `Strict`, `Causal`), or how a `Bidirectional` joins (`CONCAT`, …). */
  readonly mode?: Setting<string>;
  /** `MAX`, `AVG`, `SUM`, `PNORM`. */
  readonly pooling?: Setting<string>;
  readonly pnorm?: Setting<number>;
  readonly hasBias?: Setting<boolean>;
  readonly gateActivation?: Setting<string | Call>;
  readonly forgetGateBiasInit?: Setting<number>;
  /** Everything else that this kind has, by canonical key (`decay`, `eps`, `corruptionLevel`, `encoder`, a vertex's arguments, …). */
  readonly more: Readonly<Record<string, Setting<Value>>>;

  readonly outputShape: Setting<Shape>;
  /** Number of trainable and stored parameters. */
  readonly parameters: Setting<number>;
  /** The wrapped layer of `LastTimeStep`, `Bidirectional`, `FrozenLayer`, with everything in force for it. */
  readonly inner?: Layer;
}

/** One network, resolved: every setting in force, with where it stands and where it comes from. */
export interface Network {
  readonly name: string;
  readonly notation: Notation;
  readonly kind: "layers" | "graph" | "transfer";
  readonly framework: Framework;
  readonly range: Range;
  readonly anchors: Anchors;
  readonly train: TrainSettings;
  readonly data: DataSettings;
  readonly inputs: readonly Input[];
  /** Layers and vertices, in topological order for graphs (in the order written, where that is one). */
  readonly layers: readonly Layer[];
  /** Names of the output and loss layers. */
  readonly outputs: readonly string[];
  /** Total parameters; unknown when a layer's is. */
  readonly parameters: Setting<number>;
  /** The text's own words, for rules about the notation († in the rule list). */
  readonly written: WrittenNetwork;
}
