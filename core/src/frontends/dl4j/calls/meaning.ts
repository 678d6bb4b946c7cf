/** What kind of value an argument is: says how it is read from the text and how a new one is written. */
export type ValueType =
  | "number"
  | "boolean"
  | "text"
  /** `kernelSize(5, 5)`, `new int[]{5, 5}` */
  | "numbers"
  | "activation"
  | "weightInit"
  | "distribution"
  | "loss"
  | "updater"
  /** A number or a schedule. */
  | "rate"
  /** A map from iteration to value. */
  | "map"
  | "dropOut"
  | "weightNoise"
  /** `constrainWeights(new MaxNormConstraint(2, 1), …)` */
  | "constraints"
  | "weightDecay"
  | "reconstruction"
  | "preprocessor"
  | EnumerationType;

/** An enumeration of Deeplearning4j, by its class name. */
export interface EnumerationType {
  readonly constantsOf: string;
}

/** What a builder call says: the canonical key, and how to read its arguments. */
export interface Meaning {
  readonly key: string;
  readonly type: ValueType;
}

/** Builder calls by method name. */
export type CallTable = Readonly<Record<string, Meaning>>;

export function enumeration(owner: string): EnumerationType {
  return { constantsOf: owner };
}

/** The entry of a table, safe for any name that a text may hold (`toString`, `constructor`). */
export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
