import type { Call } from "../../model/value.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { sizeOf } from "../../resolve/shapes.js";
import { defineRule, preferred, set, suggest } from "../define-rule.js";
import { columnsNamed } from "./columns.js";
import { usedColumns } from "./profile-columns.js";

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
  glyphs: 784,
};

/** An input of another size than the data has features. */
export const featureCount = defineRule({
  id: "data/feature-count",
  severity: "error",

  check({ network, report }) {
    const [input, another] = network.inputs;
    const features = featuresGiven(network);
    if (!input || another || !isKnown(input.type) || input.type.range === null || features === undefined) return;
    const shape = input.type.value;
    const size = sizeOf(shape);
    if (size === features.count) return;
    const name = shape.kind === "recurrent" ? "recurrent" : "feedForward";
    const canSet = shape.kind === "feedForward" || shape.kind === "recurrent";
    report({
      at: input.type,
      message: `The input takes ${size} ${size === 1 ? "value" : "values"}, but ${features.said}.`,
      detail: "Every feature is one input. Where they are not as many, training fails at the first minibatch.",
      fixes: canSet
        ? [
            preferred(
              suggest(
                `Set the input's size to ${features.count}`,
                set(input.type, {
                  name,
                  args: { size: features.count, ...(shape.kind === "recurrent" && shape.steps !== null && { steps: shape.steps }) },
                }),
              ),
            ),
          ]
        : [],
    });
  },
});

function featuresGiven(network: Parameters<typeof usedColumns>[0]): { readonly count: number; readonly said: string } | undefined {
  const { train, categorical } = network.data;
  const source = valueOf(train);
  if (source?.name === "builtin") {
    const name = valueOf(source.args.name);
    if (typeof name !== "string") return undefined;
    const count = builtinFeatures[name];
    return count === undefined ? undefined : { count, said: `${name} has ${count} ${count === 1 ? "feature" : "features"}` };
  }
  const example = network.data.trainProfile?.example;
  if (example) {
    const count = example.shape.reduce((product, length) => product * length, 1);
    return { count, said: `${network.data.trainProfile.path} has ${example.shape.join(" × ")} values in each example` };
  }
  if (source?.name === "images") return imagesGiven(source);
  const used = usedColumns(network);
  if (!used || columnsNamed(categorical) !== undefined || used.features.some(({ type }) => type === "text")) return undefined;
  const { length } = used.features;
  return { count: length, said: `${used.profile.path} has ${length} feature ${length === 1 ? "column" : "columns"}` };
}

/** The size to which images are brought. */
function imagesGiven({ args }: Call): { readonly count: number; readonly said: string } | undefined {
  const [height, width, channels] = [args.height, args.width, args.channels].map((setting) => valueOf(setting));
  if (typeof height !== "number" || typeof width !== "number" || typeof channels !== "number") return undefined;
  return { count: height * width * channels, said: `the images are brought to ${height} × ${width} × ${channels}` };
}
