import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import type { Expression, Invoke } from "../program/expression.js";
import { declarationFor } from "../program/evaluate.js";
import type { Declaration } from "../program/program.js";
import type { Sequence } from "../program/sequence.js";
import { forEachPart } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";

/** A scaler at work: on which variable, by which object. */
export interface ScalerUse {
  readonly target: Declaration;
  readonly scaler: Sequence;
  /** Identifies the object: two variables with a scaler each are fitted separately. */
  readonly object: number;
  readonly call: Invoke;
}

/** What scales in a file, and whether anything else might. */
export interface Scalers {
  readonly uses: readonly ScalerUse[];
  /** `normalizer.fit(x)`. */
  readonly fits: readonly ScalerUse[];
  /** Something is written that may scale, but cannot be followed. */
  readonly isUnclear: boolean;
}

const scalerClasses =
  /^(NormalizerStandardize|NormalizerMinMaxScaler|ImagePreProcessingScaler|ImageMultiPreProcessingScaler|VGG16ImagePreProcessor|MultiNormalizer\w+|CompositeDataSetPreProcessor|CombinedPreProcessor)(\.Builder)?$/;

/** Pre-processors that change no values. */
const shapeOnly =
  /^(ImageFlatteningDataSetPreProcessor|LabelLastTimeStepPreProcessor|PermuteDataSetPreProcessor|UnderSamplingBy\w+|CropAndResizeDataSetPreProcessor)$/;

/** Names that say that something may change the values of data. */
const mayScale =
  /^(r?div|mul|r?sub|add)i?(RowVector|ColumnVector)?$|^(normaliz|scale|standardi[sz]e|multiplyBy|divideBy|roundToTheNearest|binarize)|TransformProcess|ImageTransform|RecordReader.*Transform|TransformProcessRecordReader|DataSetPreProcessor$|Normalizer/i;
const notData = /^(gradientNormalization|gradientNormalizationThreshold|BatchNormalization|LocalResponseNormalization|add)(\.Builder)?$/;

/** Finds the scalers of a file. */
export function findScalers(recorder: Recorder): Scalers {
  const uses: ScalerUse[] = [];
  const fits: ScalerUse[] = [];
  let isUnclear = false;
  for (const statement of recorder.scope.program.statements) {
    forEachPart(statement.expression, (part) => {
      const used = part.kind === "invoke" ? useOf(part, recorder) : undefined;
      if (used) (used.call.name === "fit" ? fits : uses).push(used);
      else if (part.kind === "invoke" && /^(setPreProcessor|preProcessor|transform|preProcess)$/.test(part.name))
        isUnclear ||= !isShapeOnly(part, recorder);
      else if (part.kind === "invoke") isUnclear ||= mayScale.test(part.name) && !notData.test(part.name);
      else if (part.kind === "construct")
        isUnclear ||=
          mayScale.test(part.type) &&
          !notData.test(part.type) &&
          !scalerClasses.test(recorder.scope.qualified(part.type)) &&
          !shapeOnly.test(part.type);
    });
  }
  return { uses, fits, isUnclear };
}

/** `iter.setPreProcessor(scaler)`, `scaler.transform(dataSet)`, `scaler.fit(iter)`. */
function useOf(call: Invoke, recorder: Recorder): ScalerUse | undefined {
  const [argument] = call.args;
  if (!call.on || !argument) return undefined;
  if (call.name === "setPreProcessor") return scalerUse(call, call.on, argument, recorder);
  if (call.name === "transform" || call.name === "preProcess" || call.name === "fit") return scalerUse(call, argument, call.on, recorder);
  return undefined;
}

function scalerUse(call: Invoke, on: Expression, by: Expression, recorder: Recorder): ScalerUse | undefined {
  const target = declarationFor(on, recorder.scope);
  const scaler = recorder.sequences.of(by);
  if (!target || !scaler || !scalerClasses.test(scaler.type)) return undefined;
  return { target, scaler, object: scaler.typeRange.start, call };
}

function isShapeOnly(call: Invoke, recorder: Recorder): boolean {
  const [argument] = call.args;
  const made = argument && recorder.sequences.of(argument);
  return made !== undefined && shapeOnly.test(made.type);
}

/** The canonical call for a scaler: `standardize`, `minMax(lo, hi)`, `imageScale(lo, hi)`, `custom`. */
export function scalingOf(use: ScalerUse, address: string, recorder: Recorder): Setting<Value> {
  const { scaler } = use;
  const given = scaler.made?.args ?? [];
  const argument = (name: string, expression: Expression | undefined): Record<string, Setting<Value>> => {
    if (!expression) return {};
    const at = `${address}.${name}`;
    recorder.argument(at, expression.range, scaler.typeRange);
    return { [name]: settingOf(recorder.plain(expression), expression.range, at) };
  };
  const bounds = { ...argument("lo", given[0]), ...argument("hi", given[1]) };
  const range: Range = scaler.typeRange;
  return settingOf({ value: scalingCall(scaler.type, given.length, bounds) }, range, address);
}

function scalingCall(type: string, count: number, bounds: Record<string, Setting<Value>>): Call {
  if (type === "NormalizerStandardize" && count === 0) return { name: "standardize", args: {} };
  if (type === "NormalizerMinMaxScaler") return { name: "minMax", args: bounds };
  if (type === "ImagePreProcessingScaler") return { name: "imageScale", args: bounds };
  return { name: "custom", args: {} };
}
