import { readFileSync, readdirSync } from "node:fs";
import { z } from "zod";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { Network } from "../../../core/src/model/network.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import type { Batch, NumberArray, Weights } from "../../../runner/src/engine.js";

const array = z.object({ shape: z.array(z.number()), values: z.array(z.number()) });
const weights = z.object({ layers: z.array(z.object({ layer: z.string() }).catchall(array.or(z.string()))) });
const arrays = z.union([array, z.record(z.string(), array)]);
const goldenCase = z.object({
  id: z.string(),
  nnet: z.string().optional(),
  java: z.string(),
  batchSize: z.number(),
  data: z.object({ features: arrays, labels: arrays, featuresMask: arrays.optional(), labelsMask: arrays.optional() }),
  initial: weights,
  losses: z.array(z.number()),
  after: z.record(z.string(), weights),
  scoreBefore: z.number(),
  scoreAfter: z.number(),
  outputBefore: arrays,
  outputAfter: arrays,
});
const goldenFile = z.object({ framework: z.string().regex(/^Deeplearning4j /), group: z.string(), cases: z.array(goldenCase) });

type Arrays = z.infer<typeof arrays>;
/** A small network with the numbers that a release of Deeplearning4j trains it to. */
export type GoldenCase = z.infer<typeof goldenCase> & { readonly group: string; readonly release: string };

/** The cases of one folder of `test/` that hold training steps. */
export function goldenCases(name: "golden" | "golden-layers" = "golden"): readonly GoldenCase[] {
  const folder = new URL(`../../${name}/`, import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const parsed = file.endsWith(".json") ? goldenFile.safeParse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))) : undefined;
    return parsed?.success
      ? parsed.data.cases.map((one) => ({
          ...one,
          group: parsed.data.group,
          release: parsed.data.framework.replace("Deeplearning4j ", ""),
        }))
      : [];
  });
}

/** The case's network, resolved; from its Java where it has no other text. */
export function networkOf({ nnet: text, java: builder, release }: Pick<GoldenCase, "nnet" | "java" | "release">): Network {
  const bare = { version: { value: release, from: "build file" }, configuration: { preset: "recommended", rules: {} } } as const;
  const inClass = `import org.deeplearning4j.nn.conf.*;\nclass A {\n  Object conf = ${builder};\n}\n`;
  const [written] = (text === undefined ? java.read(inClass, bare) : nnet.read(text, bare)).networks;
  if (!written) throw new Error("The case has no network.");
  return resolve(written);
}

/** The case's data by input and output names. */
export function batchOf({ data }: GoldenCase, network: Network): Batch {
  const inputs = network.inputs.map(({ name }) => name);
  const features = named(data.features, inputs);
  return {
    size: Object.values(features)[0]?.shape[0] ?? 0,
    features,
    labels: named(data.labels, network.outputs),
    ...(data.featuresMask ? { featuresMask: named(data.featuresMask, inputs) } : {}),
    ...(data.labelsMask ? { labelsMask: named(data.labelsMask, network.outputs) } : {}),
  };
}

/** Arrays by name; a lone one belongs to the only name. */
export function named(given: Arrays, names: readonly string[]): Record<string, NumberArray> {
  const lone = array.safeParse(given);
  const entries = lone.success
    ? names.slice(0, 1).map((name) => [name, lone.data] as const)
    : Object.entries(z.record(z.string(), array).parse(given));
  return Object.fromEntries(entries.map(([name, { shape, values }]) => [name, { shape, values: Float32Array.from(values) }]));
}

/** The minibatches of one epoch, in order. */
export function minibatches(batch: Batch, size: number): readonly Batch[] {
  return Array.from({ length: Math.ceil(batch.size / size) }, (_, index) =>
    slice(batch, index * size, Math.min(batch.size, (index + 1) * size)),
  );
}

function slice(batch: Batch, from: number, to: number): Batch {
  const part = (given: Readonly<Record<string, NumberArray>>) =>
    Object.fromEntries(
      Object.entries(given).map(([name, { shape, values }]) => {
        const row = values.length / (shape[0] ?? 1);
        return [name, { shape: [to - from, ...shape.slice(1)], values: values.slice(from * row, to * row) }];
      }),
    );
  return {
    size: to - from,
    features: part(batch.features),
    labels: part(batch.labels),
    ...(batch.featuresMask ? { featuresMask: part(batch.featuresMask) } : {}),
    ...(batch.labelsMask ? { labelsMask: part(batch.labelsMask) } : {}),
  };
}

/** Each array of a weights file by `layer.name`. */
export function flatWeights({ layers }: Weights): ReadonlyMap<string, readonly number[]> {
  return new Map(
    layers.flatMap(({ layer, ...rest }) =>
      Object.entries(rest).flatMap(([name, value]) => (typeof value === "string" ? [] : [[`${layer}.${name}`, value.values] as const])),
    ),
  );
}
