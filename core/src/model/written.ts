import type { ForeignConstants } from "./project.js";
import type { Range } from "./range.js";
import type { Arguments, Call } from "./value.js";
import type { Setting } from "./setting.js";

/** What notation a network is written in. */
export type Notation = "nnet" | "java" | "kotlin";

/** How the framework's version was found. */
export type VersionSource = "build file" | "calls" | "setting" | "default";

/** A framework and its version, which decides defaults, formulas and which calls exist. */
export interface Framework {
  readonly name: "dl4j";
  readonly version: string;
  readonly versionFrom: VersionSource;
}

/**
 * One piece of text that says something about a setting, for hovers and edits.
 * A setting may have several (a call repeated in a builder chain: the last one counts).
 */
export interface Entry {
  /** The address of the setting that this entry writes. */
  readonly address: string;
  /** The whole property or call, with name and value: `learningRate: 0.1`, `.learningRate(0.1)`. */
  readonly range: Range;
  /** The key or method name. */
  readonly nameRange: Range;
  /** The value's text, `null` for a call without one. */
  readonly valueRange: Range | null;
}

/** A layer or graph vertex as written. */
export interface WrittenLayer {
  /** The name given to it; `null` when it has none. */
  readonly name: string | null;
  /** Deeplearning4j's class name (`DenseLayer`, `MergeVertex`), or the name as written for a class of the user's own. */
  readonly kind: string;
  /** The word that says the kind: `dense`, `DenseLayer`. Findings about something missing from the layer stand here. */
  readonly kindRange: Range;
  readonly isVertex: boolean;
  /** Names of what feeds it; empty: the layer before it. */
  readonly from: readonly { readonly name: string; readonly range: Range }[];
  /** Settings by canonical key; a vertex's arguments too (`first`, `last` of a SubsetVertex). Addresses: `layers.<index>.<key>`. */
  readonly settings: Arguments;
  /** The wrapped layer of `LastTimeStep`, `Bidirectional`, `FrozenLayer`. Its addresses: `layers.<index>.inner.<key>`. */
  readonly inner?: WrittenLayer;
}

/** A network input as written: name and type (`feedForward`, `recurrent`, `convolutional`, `convolutionalFlat`, `convolutional3D` with their sizes). */
export interface WrittenInput {
  /** `null` for the only, unnamed input. */
  readonly name: string | null;
  readonly range: Range;
  readonly type: Setting<Call> | null;
}

/** Where findings about something that is not written stand, and where it would be written. */
export interface Anchors {
  /** The network's name in `.nnet`; `NeuralNetConfiguration.Builder` in builder calls. */
  readonly network: Range;
  readonly train: Range;
  readonly defaults: Range;
  /** The word `data`, or the iterator's constructor name; `null` when nothing says what the data is. */
  readonly data: Range | null;
}

/** A call or enum constant that is written, with the facts that version rules need. */
export interface ApiUse {
  /** What is used: `learningRate` on `NeuralNetConfiguration.Builder`. */
  readonly name: string;
  /** The simple class name it belongs to (`NeuralNetConfiguration.Builder`, `DenseLayer.Builder`, `Updater`, `LossFunction`); the class itself for constructors. */
  readonly owner: string;
  readonly kind: "method" | "constructor" | "constant";
  /** How many arguments a call has. */
  readonly argumentCount: number;
  /** A call whose only argument is a text: `activation("relu")`. */
  readonly isOfText?: boolean;
  readonly range: Range;
  /** The address of the setting that it writes, when there is one. */
  readonly address: string | null;
}

/**
 * A network exactly as the text says it, before defaults, inheritance and inference.
 * Records hold only what is written, under canonical keys (`docs/model.md` lists them).
 */
export interface WrittenNetwork {
  readonly name: string;
  readonly notation: Notation;
  readonly kind: "layers" | "graph" | "transfer";
  readonly framework: Framework;
  /** All of the network's own text. */
  readonly range: Range;
  readonly anchors: Anchors;
  readonly train: Arguments;
  readonly defaults: Arguments;
  readonly data: Arguments;
  readonly inputs: readonly WrittenInput[];
  readonly layers: readonly WrittenLayer[];
  readonly entries: readonly Entry[];
  /** Builder calls only; empty in `.nnet`. */
  readonly apiUses: readonly ApiUse[];
}

/** A mistake in the text itself; only `.nnet` has them. */
export interface Problem {
  readonly rule: "nnlint/syntax" | "nnlint/unknown-name" | "nnlint/bare-dropout";
  readonly message: string;
  readonly detail?: string;
  readonly range: Range;
  /** Ready text edits: the nearest names, the two readings of a bare dropout. */
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly range: Range; readonly newText: string }[] }[];
}

/** A comment, for suppressions. */
export interface Comment {
  readonly range: Range;
  /** The text without comment signs, trimmed. */
  readonly text: string;
}

/** What a front end reads from one file. */
export interface ParsedFile {
  readonly notation: Notation;
  readonly text: string;
  readonly networks: readonly WrittenNetwork[];
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  /** Constants of other files that it was read with. */
  readonly constants?: ForeignConstants;
}
