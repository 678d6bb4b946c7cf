import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import type { Expression } from "../program/expression.js";
import type { Range } from "../../../model/range.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";

/** Factory methods of `org.deeplearning4j.nn.conf.inputs.InputType` and their parameters. */
export const inputTypes: Readonly<Record<string, readonly string[]>> = {
  feedForward: ["size"],
  recurrent: ["size", "steps"],
  convolutional: ["height", "width", "channels"],
  convolutionalFlat: ["height", "width", "channels"],
  convolutional3D: ["depth", "height", "width", "channels"],
};

/** Reads `InputType.convolutional(28, 28, 1)`. */
export function readInputType(expression: Expression, address: string, recorder: Recorder): Setting<Call> {
  const { expression: meant, definedAt } = recorder.meant(expression);
  const unknown: Setting<Call> = { value: null, origin: "unknown", range: expression.range, path: address, address };
  if (meant.kind !== "invoke") return unknown;
  recorder.apiUses.push({
    name: meant.name,
    owner: "InputType",
    kind: "method",
    argumentCount: meant.args.length,
    range: meant.nameRange,
    address,
  });
  const parameters = lookUp(inputTypes, meant.name);
  if (!parameters) return unknown;
  const args = inputArguments(parameters, meant.args, meant.nameRange, address, recorder);
  const place = { range: expression.range, path: address, address, ...(definedAt && { definedAt }) };
  return { value: { name: meant.name, args }, origin: "explicit", ...place };
}

/** Sizes given one by one. A data format before or behind them is passed over. */
export function inputArguments(
  parameters: readonly string[],
  written: readonly Expression[],
  nameRange: Range,
  address: string,
  recorder: Recorder,
): Record<string, Setting<Value>> {
  const args: Record<string, Setting<Value>> = {};
  const given = written[0] && isFormat(written[0]) ? written.slice(1) : written;
  parameters.forEach((parameter, index) => {
    const argument = given[index];
    if (!argument || isFormat(argument)) return;
    const at = `${address}.${parameter}`;
    recorder.argument(at, argument.range, nameRange);
    const read = recorder.plain(argument);
    args[parameter] = settingOf(typeof read.value === "number" ? read : { ...read, value: undefined }, argument.range, at);
  });
  return args;
}

/** `RNNFormat.NCW` in the place of the number of steps; `Convolution3D.DataFormat.NCDHW` before the sizes. */
function isFormat(expression: Expression): boolean {
  if (expression.kind !== "select") return false;
  const { on } = expression;
  return (on.kind === "name" || on.kind === "select") && /Format$/.test(on.name);
}
