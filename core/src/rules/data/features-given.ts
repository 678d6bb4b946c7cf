import type { Network } from "../../model/network.js";
import type { Call, NewValue } from "../../model/value.js";
import { nameOf } from "../../model/value.js";
import { valueOf } from "../../model/setting.js";
import { columnsNamed } from "./columns.js";
import { iteratorInputs } from "./fetched-data.js";
import { usedColumns } from "./profile-columns.js";

/** What each example has as input, by the data. */
export interface FeaturesGiven {
  /** Values in all. */
  readonly count: number;
  /** How a message says it: `iris.csv has 4 feature columns`. */
  readonly said: string;
  /** Height, width, channels of images. */
  readonly image?: ImageSize;
  /** Images that come as one row of values each. */
  readonly isFlat?: true;
}

type ImageSize = readonly [height: number, width: number, channels: number];

/** Inputs of the language's own data sets; the pictures fit `image` and `vector` alike. */
const builtinFeatures: Readonly<Record<string, number>> = {
  moons: 2,
  circles: 2,
  saturn: 2,
  spirals: 2,
  xor: 2,
  linear: 2,
  blobs: 10,
  sine: 1,
  waves: 1,
};

/** What the training data has as input; `undefined` where neither the text nor the file says it. */
export function featuresGiven(network: Network): FeaturesGiven | undefined {
  const { train, trainProfile } = network.data;
  const source = valueOf(train);
  if (source?.name === "builtin") return ofBuiltin(source);
  if (trainProfile?.example) return ofArrays(trainProfile.example.shape, trainProfile.path);
  if (source?.name === "images") return imagesGiven(source, "the images are brought to");
  return ofIterator(source) ?? ofColumns(network);
}

/** The input type for such examples, as the first layer wants them: an image, a series or a row. */
export function inputTypeFor({ count, image, isFlat }: FeaturesGiven, wants: string | undefined): NewValue | undefined {
  if (image && (wants === "convolutional" || isFlat !== true)) {
    const [height, width, channels] = image;
    return { name: isFlat === true ? "convolutionalFlat" : "convolutional", args: { height, width, channels } };
  }
  // How a series is to go through an image is not known.
  if (wants === "convolutional" || (image && wants === "recurrent")) return undefined;
  return { name: wants === "recurrent" ? "recurrent" : "feedForward", args: { size: count } };
}

function ofBuiltin({ args }: Call): FeaturesGiven | undefined {
  const name = nameOf(valueOf(args.name)) ?? "";
  if (name === "glyphs") return ofImage([28, 28, 1], "glyphs has 784 features");
  const count = builtinFeatures[name];
  return count === undefined ? undefined : { count, said: `${name} has ${count} ${count === 1 ? "feature" : "features"}` };
}

function ofArrays(shape: readonly number[], path: string): FeaturesGiven {
  const count = shape.reduce((product, length) => product * length, 1);
  const [height, width, channels = 1, another] = shape;
  const said = `${path} has ${shape.join(" × ")} values in each example`;
  const isImage = height !== undefined && width !== undefined && another === undefined;
  return { count, said, ...(isImage && { image: [height, width, channels] as const }) };
}

/** The size to which images are brought. */
function imagesGiven({ args }: Call, begin: string): FeaturesGiven | undefined {
  const [height, width, channels] = [args.height, args.width, args.channels].map((setting) => valueOf(setting));
  if (typeof height !== "number" || typeof width !== "number" || typeof channels !== "number") return undefined;
  return ofImage([height, width, channels], `${begin} ${height} × ${width} × ${channels}`);
}

function ofImage(image: ImageSize, said: string): FeaturesGiven {
  return { count: image.reduce((product, length) => product * length, 1), said, image };
}

/** Deeplearning4j's iterators over known data, and DataVec's reader of images. */
function ofIterator(source: Call | undefined): FeaturesGiven | undefined {
  if (source?.name !== "iterator") return undefined;
  const { args } = source;
  if (nameOf(valueOf(args.reader)) === "ImageRecordReader") return imagesGiven(source, "ImageRecordReader gives");
  const name = nameOf(valueOf(args.class)) ?? "";
  const given = iteratorInputs[name];
  if (given === undefined) return undefined;
  if (typeof given === "number") return { count: given, said: `${name} gives ${given} ${given === 1 ? "value" : "values"}` };
  return { ...ofImage(given, `${name} gives ${given.join(" × ")} values`), isFlat: true };
}

function ofColumns(network: Network): FeaturesGiven | undefined {
  const used = usedColumns(network);
  if (!used || columnsNamed(network.data.categorical) !== undefined || used.features.some(({ type }) => type === "text")) return undefined;
  const { length } = used.features;
  return { count: length, said: `${used.profile.path} has ${length} feature ${length === 1 ? "column" : "columns"}` };
}
