import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { distributionClasses } from "../calls/value-classes.js";
import type { Expression } from "../program/expression.js";
import { readObject } from "./objects.js";
import type { ReadValue, Recorder } from "./recorder.js";
import { settingOf } from "./recorder.js";

/**
 * `new DropConnect(0.5)`: the probability of keeping a weight; `new WeightNoise(distribution, applyToBias, additive)`: a call, whose
 * last two are false and true where they are left out.
 */
export function readWeightNoise(expression: Expression, address: string, recorder: Recorder): ReadValue {
  const sequence = recorder.sequences.of(expression);
  const [first, ...others] = sequence?.made?.args ?? [];
  if (!sequence || !first || (sequence.type !== "DropConnect" && sequence.type !== "WeightNoise")) return { value: undefined };
  recorder.construction(sequence.type, others.length + 1, sequence.typeRange, address);
  if (sequence.type === "DropConnect") {
    const keep = recorder.plain(first);
    return typeof keep.value === "number" ? keep : { ...keep, value: undefined };
  }
  const distribution = readObject(distributionClasses, first, `${address}.distribution`, recorder);
  if (!distribution || !others.every((flag) => typeof recorder.plain(flag).value === "boolean")) return { value: undefined };
  // With one more argument it says whether the noise is added; with two whether biases have it, too.
  const [applyToBias, additive] = others.length === 1 ? [undefined, others[0]] : others;
  const flag = (argument: Expression | undefined, name: string, usual: boolean): Setting<Value> =>
    argument
      ? settingOf(recorder.plain(argument), argument.range, `${address}.${name}`)
      : { value: usual, origin: "default", range: null, path: `${address}.${name}`, address: `${address}.${name}` };
  return {
    value: {
      name: "WeightNoise",
      args: {
        distribution: settingOf({ value: distribution }, first.range, `${address}.distribution`),
        applyToBias: flag(applyToBias, "applyToBias", false),
        additive: flag(additive, "additive", true),
      },
    },
  };
}
