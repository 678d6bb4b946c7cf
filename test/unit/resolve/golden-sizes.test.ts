import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { z } from "zod";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { Layer, Network, ParsedFile } from "../../../core/src/model/index.js";
import { isKnown, valueOf } from "../../../core/src/model/index.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { shapeList } from "../../../core/src/resolve/shapes.js";
import { bareProject } from "./written.js";

const array = z.object({ shape: z.array(z.number()), values: z.array(z.number()) });
const initialLayer = z.object({ layer: z.string() }).catchall(array.or(z.string()));
const goldenFile = z.object({
  cases: z
    .array(
      z.object({
        id: z.string(),
        nnet: z.string(),
        java: z.string(),
        initial: z.object({ layers: z.array(initialLayer) }),
        outputBefore: array,
      }),
    )
    .catch([]),
});
type Case = z.infer<typeof goldenFile>["cases"][number];

const folder = new URL("../../golden/", import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => goldenFile.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as unknown).cases);

/** Numbers stored for each layer, by its name or index: every array of the weights that the real library started with. */
function storedSizes({ initial }: Case): Record<string, number> {
  const sizes = initial.layers.map((part) => {
    const arrays = Object.values(part).filter((one) => typeof one !== "string");
    return [part.layer, arrays.reduce((sum, { values }) => sum + values.length, 0)] as const;
  });
  return Object.fromEntries(sizes.filter(([, size]) => size !== 0));
}

function inferredSizes({ layers }: Network): Record<string, number | null | undefined> {
  return Object.fromEntries(layers.filter(({ parameters }) => parameters.value !== 0).map(({ id, parameters }) => [id, parameters.value]));
}

function outputOf(network: Network): Layer {
  const outputs = network.layers.filter(({ name }) => network.outputs.includes(name));
  const last = outputs.at(-1);
  assert.ok(last, "there is an output layer");
  return last;
}

function onlyNetwork({ networks }: ParsedFile): Network {
  const [written] = networks;
  assert.ok(written);
  return resolve(written);
}

/** Open lengths (`null`) fit every number. */
function assertShape(shape: readonly (number | null)[] | undefined, real: readonly number[]): void {
  assert.ok(shape);
  assert.deepEqual(
    shape.map((size, index) => size ?? real[index]),
    real,
  );
}

function notationsOf(one: Case): readonly (readonly [string, ParsedFile])[] {
  return [
    [".nnet", nnet.read(one.nnet, bareProject)],
    ["Java", java.read(`import org.deeplearning4j.nn.conf.*;\nclass A {\n  Object conf = ${one.java};\n}\n`, bareProject)],
  ];
}

describe("sizes and shapes of networks that Deeplearning4j 1.0.0-M2.1 has trained", () => {
  test("there are 263 of them", () => {
    assert.equal(cases.length, 263);
  });

  for (const one of cases) {
    for (const [notation, file] of notationsOf(one)) {
      test(`${one.id} in ${notation}`, () => {
        const network = onlyNetwork(file);
        const stored = storedSizes(one);
        assert.deepEqual(inferredSizes(network), stored);
        assert.equal(
          valueOf(network.parameters),
          Object.values(stored).reduce((sum, size) => sum + size, 0),
        );
        const { outputShape } = outputOf(network);
        assert.ok(isKnown(outputShape), "the output's shape is known");
        assertShape(shapeList(outputShape.value), one.outputBefore.shape.slice(1));
      });
    }
  }
});
