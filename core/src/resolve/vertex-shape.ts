import type { Setting } from "../model/setting.js";
import { valueOf } from "../model/setting.js";
import { atLeast } from "../facts/versions.js";
import type { Shape } from "../model/network.js";
import type { Value } from "../model/value.js";
import { throughPreprocessor } from "./preprocessors.js";
import { isNumberList } from "./make-setting.js";
import { merged, sizeOf } from "./shapes.js";

/** What a graph vertex gives (`GraphVertex.getOutputType`); `undefined` where that cannot be known. */
export function vertexShapeOf(
  kind: string,
  inputs: readonly Shape[],
  args: Readonly<Record<string, Setting<Value>>>,
  shapeNamed: (name: string) => Shape | undefined,
  version: string,
): Shape | undefined {
  const [first] = inputs;
  if (!first) return undefined;
  switch (kind) {
    case "MergeVertex":
      return merged(inputs);
    // Until 1.0.0-beta2 the sizes of what is stacked were added up as if it were merged.
    case "StackVertex":
      return atLeast(version, "1.0.0-beta3") ? first : merged(inputs);
    case "ElementWiseVertex":
    case "UnstackVertex":
    case "ScaleVertex":
    case "ShiftVertex":
    case "L2NormalizeVertex":
    case "PoolHelperVertex":
    case "ReverseTimeSeriesVertex":
      return first;
    case "L2Vertex":
    case "DotProductVertex":
      return { kind: "feedForward", size: 1 };
    case "SubsetVertex":
      return subset(first, args);
    case "LastTimeStepVertex":
      return { kind: "feedForward", size: sizeOf(first) };
    case "DuplicateToTimeSeriesVertex": {
      const like = valueOf(args.input);
      const series = typeof like === "string" ? shapeNamed(like) : undefined;
      return { kind: "recurrent", size: sizeOf(first), steps: series?.kind === "recurrent" ? series.steps : null };
    }
    case "AttentionVertex":
      return attended(first, args);
    case "ReshapeVertex":
      return reshaped(valueOf(args.shape));
    case "PreprocessorVertex":
      return throughPreprocessor(valueOf(args.preprocessor), first);
    default:
      return undefined;
  }
}

/** What a `ReshapeVertex` says of one example: in builder calls a number for the examples stands before it, -1 as a rule. */
export function exampleShape(shape: Value | undefined): readonly number[] {
  const sizes = isNumberList(shape) ? shape : [];
  return sizes[0] === -1 || sizes.length === 4 ? sizes.slice(1) : sizes;
}

/** `nOut` features where the inputs are projected, else those of the values; a step for each query. */
function attended(queries: Shape, args: Readonly<Record<string, Setting<Value>>>): Shape | undefined {
  const size = valueOf(valueOf(args.projectInput) === true ? args.nOut : args.nInValues);
  return typeof size === "number" && queries.kind === "recurrent" ? { ...queries, size } : undefined;
}

/** Features or channels `first` … `last`, both included. */
function subset(shape: Shape, args: Readonly<Record<string, Setting<Value>>>): Shape | undefined {
  const [first, last] = [valueOf(args.first), valueOf(args.last)];
  if (typeof first !== "number" || typeof last !== "number" || last < first) return undefined;
  const size = last - first + 1;
  return shape.kind === "convolutional" || shape.kind === "convolutional3D"
    ? { ...shape, channels: size }
    : shape.kind === "convolutionalFlat"
      ? { kind: "feedForward", size }
      : { ...shape, size };
}

/** The new shape of one example: one number, `[features, steps]`, or `[channels, height, width]`. */
function reshaped(shape: Value | undefined): Shape | undefined {
  const [first, second, third] = exampleShape(shape);
  if (first === undefined) return undefined;
  if (second === undefined) return { kind: "feedForward", size: first };
  return third === undefined
    ? { kind: "recurrent", size: first, steps: second }
    : { kind: "convolutional", channels: first, height: second, width: third };
}
