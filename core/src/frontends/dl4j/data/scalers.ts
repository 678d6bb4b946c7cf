import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import type { Construct, Invoke } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import { forEachPart } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import type { Deed } from "./objects.js";
import { deedsIn, objectOf } from "./objects.js";

/** A scaler at work on data. */
export interface ScalerUse {
  /** The iterator or data set that is scaled, or fitted on. */
  readonly target: MadeObject;
  /** `undefined` for a pre-processor of the user's own, or one that is not made in this file. */
  readonly scaler: MadeObject | undefined;
  readonly deed: Deed;
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

const setters = /^(setPreProcessor|preProcessor)$/;
const appliers = /^(transform|preProcess)$/;

/** Names that say that something may change the values of data. */
const mayScale =
  /^(r?div|mul|r?sub|add)i?(RowVector|ColumnVector)?$|^(normaliz|scale|standardi[sz]e|multiplyBy|divideBy|roundToTheNearest|binarize)|TransformProcess|ImageTransform|RecordReader.*Transform|TransformProcessRecordReader|DataSetPreProcessor$|Normalizer/i;
const notData = /^(gradientNormalization|gradientNormalizationThreshold|BatchNormalization|LocalResponseNormalization|add)(\.Builder)?$/;

const known = new WeakMap<object, Scalers>();

/** The scalers of a file: the same for all its networks. */
export function findScalers(recorder: Recorder): Scalers {
  const scalers = known.get(recorder.sequences) ?? scalersIn(recorder);
  known.set(recorder.sequences, scalers);
  return scalers;
}

function scalersIn(recorder: Recorder): Scalers {
  const uses: ScalerUse[] = [];
  const fits: ScalerUse[] = [];
  const followed = new Set<number>();
  for (const [object, deeds] of deedsIn(recorder)) {
    for (const deed of deeds) {
      const { call } = deed;
      if (deed.isHandedOver || call.kind !== "invoke") continue;
      const argument = objectOf(call.args[0], recorder);
      if (scalerClasses.test(object.type) && argument && (appliers.test(call.name) || call.name === "fit"))
        (call.name === "fit" ? fits : uses).push({ target: argument, scaler: object, deed });
      else if (setters.test(call.name) && !isNothing(call) && !(argument && shapeOnly.test(argument.type)))
        uses.push({ target: object, scaler: argument && scalerClasses.test(argument.type) ? argument : undefined, deed });
      else continue;
      followed.add(call.nameRange.start);
    }
  }
  return { uses, fits, isUnclear: isUnclear(followed, recorder) };
}

/** Something may scale that was not followed to the data that it scales. */
function isUnclear(followed: ReadonlySet<number>, recorder: Recorder): boolean {
  let found = false;
  for (const statement of recorder.scope.program.statements)
    forEachPart(statement.expression, (part) => {
      if (part.kind === "invoke") found ||= mayScaleUnseen(part, followed, recorder);
      else if (part.kind === "construct") found ||= isOwnScaler(part, recorder);
    });
  return found;
}

function mayScaleUnseen(call: Invoke, followed: ReadonlySet<number>, recorder: Recorder): boolean {
  if (followed.has(call.nameRange.start)) return false;
  if (setters.test(call.name) || appliers.test(call.name)) {
    const argument = objectOf(call.args[0], recorder);
    return !isNothing(call) && !(argument && shapeOnly.test(argument.type));
  }
  return mayScale.test(call.name) && !notData.test(call.name);
}

function isOwnScaler({ type }: Construct, recorder: Recorder): boolean {
  return mayScale.test(type) && !notData.test(type) && !scalerClasses.test(recorder.scope.qualified(type)) && !shapeOnly.test(type);
}

/** `setPreProcessor(null)`. */
function isNothing({ args }: Invoke): boolean {
  const [argument] = args;
  return argument === undefined || (argument.kind === "literal" && argument.value === null);
}

/** The canonical call for a scaler: `standardize`, `minMax(lo, hi)`, `imageScale(lo, hi)`, `custom`. */
export function scalingOf({ scaler, deed }: ScalerUse, address: string, recorder: Recorder): Setting<Value> {
  if (!scaler) return settingOf({ value: { name: "custom", args: {} } }, nameOf(deed.call), address);
  const given = scaler.made?.args ?? [];
  const args: Record<string, Setting<Value>> = {};
  ["lo", "hi"].forEach((name, index) => {
    const bound = given[index];
    if (!bound) return;
    const at = `${address}.${name}`;
    recorder.argument(at, bound.range, scaler.typeRange);
    args[name] = settingOf(recorder.plain(bound), bound.range, at);
  });
  return settingOf({ value: scalingCall(scaler, given.length, args) }, scaler.typeRange, address);
}

function scalingCall({ type }: MadeObject, count: number, bounds: Call["args"]): Call {
  if (type === "NormalizerStandardize" && count === 0) return { name: "standardize", args: {} };
  if (type === "NormalizerMinMaxScaler") return { name: "minMax", args: bounds };
  if (type === "ImagePreProcessingScaler") return { name: "imageScale", args: bounds };
  return { name: "custom", args: {} };
}

function nameOf(call: Construct | Invoke) {
  return call.kind === "invoke" ? call.nameRange : call.typeRange;
}
