/** How a language writes what Java and Kotlin say differently. */
export interface HostLanguage {
  /** Behind statements and imports. */
  readonly statementEnd: ";" | "";
  /** `new Adam(0.1)` */
  construct(type: string, args: string): string;
  /** A local variable that holds a new object. */
  declare(type: string, name: string, value: string): string;
  /** The beginning of a loop, up to its brace. */
  repeat(times: number): string;
  intArray(items: string): string;
  /** An array of numbers as written: what stands before the first and behind the last of them. */
  readonly arrayText: RegExp;
  /** A parameter for floating-point numbers takes no `1`: it has to be `1.0`. */
  readonly needsPoint: boolean;
}

export const javaLanguage: HostLanguage = {
  statementEnd: ";",
  construct: (type, args) => `new ${type}(${args})`,
  declare: (type, name, value) => `${type} ${name} = ${value};`,
  repeat: (times) => `for (int epoch = 0; epoch < ${times}; epoch++) {`,
  intArray: (items) => `new int[]{${items}}`,
  arrayText: /^(new int\[\]\s*\{\s*)[^}]*?(\s*\})$/,
  needsPoint: false,
};

export const kotlinLanguage: HostLanguage = {
  statementEnd: "",
  construct: (type, args) => `${type}(${args})`,
  declare: (type, name, value) => `val ${name}: ${type} = ${value}`,
  repeat: (times) => `repeat(${times}) {`,
  intArray: (items) => `intArrayOf(${items})`,
  arrayText: /^(\*?intArrayOf\(\s*)[^)]*?(\s*\))$/,
  needsPoint: true,
};

/** Settings that are floating-point numbers, by the last part of their address. */
const realNumbers: ReadonlySet<string> = new Set(
  (
    "l1 l2 l1Bias l2Bias weightDecay weightDecayBias learningRate momentum rho rmsDecay epsilon beta1 beta2 adamMeanDecay adamVarDecay " +
    "lrPolicyDecayRate lrPolicyPower lrPolicySteps gradientNormalizationThreshold biasInit gainInit dropOut dropConnect forgetGateBiasInit decay eps gamma " +
    "beta corruptionLevel sparsity visibleBiasInit alpha lambda theta rate p stddev mean std lower upper gain initialValue decayRate power step lo hi"
  ).split(" "),
);

/** True when the language wants a point in a number that is written at this address. */
export function isWrittenWithPoint(address: string, current: string | null, { needsPoint }: HostLanguage): boolean {
  const key = address.slice(address.lastIndexOf(".") + 1);
  return needsPoint && (realNumbers.has(key) || (current !== null && /^[-+]?[\d_.]*(\.\d|[eEfF])/.test(current)));
}
