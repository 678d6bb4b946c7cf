import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { z } from "zod";
import { networkIn, textOf, type NetworkText } from "./networks.js";
import { generate } from "../../../runner/src/data/builtin/generate.js";
import { DataError } from "../../../runner/src/data/data-error.js";
import { readData, type DataOptions } from "../../../runner/src/data/read-data.js";
import { silently } from "../../../runner/src/data/reading.js";
import { applyScaler, fitScaler } from "../../../runner/src/data/scaling.js";
import type { Call } from "../../../core/src/model/value.js";
import type { Tensor } from "../../../runner/src/data/dataset.js";

const folder = mkdtempSync(path.join(tmpdir(), "nnlint-data-"));
after(() => rmSync(folder, { recursive: true }));

function read(network: NetworkText, files: Record<string, string> = {}, options: Partial<DataOptions> = {}) {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return readData(networkIn(textOf(network)), { folder, seed: 1, shuffle: true, reading: silently, ...options });
}

/** What the run says about data that it cannot use. */
async function refusal(network: NetworkText, files: Record<string, string> = {}, options: Partial<DataOptions> = {}): Promise<string> {
  try {
    await read(network, files, options);
  } catch (error) {
    if (error instanceof DataError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return "";
}

const list = (tensor: Tensor | undefined) => [...(tensor?.values ?? [])];

describe("data from CSV files", () => {
  test("columns by name, a byte order mark, quotes and a semicolon; labels one-hot", async () => {
    const {
      train,
      test: tests,
      kinds,
    } = await read(
      { data: 'train: csv("q.csv", delimiter: ";"), label: "class", labels: oneHot(2)' },
      { "q.csv": '\uFEFF"class";"a;b";c\r\n0;1.5;"2"\r\n1;3;4e-1\r\n' },
    );
    assert.deepEqual(list(train.features.input), [1.5, 2, 3, 0.4]);
    assert.deepEqual(list(train.labels.layer1), [1, 0, 0, 1]);
    assert.equal(tests, null);
    assert.deepEqual(kinds, { layer1: "oneHot" });
  });

  test("a cell that is no number is named by row and column", async () => {
    const data = 'train: csv("iris.csv"), label: "species", labels: oneHot(2)';
    const rows = Array.from({ length: 20 }, (_, row) => (row === 16 ? "1,x,0" : "1,2,1"));
    const said = await refusal({ data }, { "iris.csv": `petal,sepal,species\n${rows.join("\n")}\n` });
    assert.match(said, /iris\.csv, row 17, column "sepal": "x" is not a number\./);
    assert.match(await refusal({ data }, { "iris.csv": "petal,sepal,species\n1,,0\n" }), /row 1, column "sepal": the cell is empty/);
  });

  test("a label that is no class, a short row and an unknown column are named", async () => {
    const data = 'train: csv("a.csv"), label: "class", labels: oneHot(2)';
    assert.match(await refusal({ data }, { "a.csv": "a,b,class\n1,2,0\n1,2,2\n" }), /row 2, column "class": 2 is not a class from 0 to 1/);
    assert.match(await refusal({ data }, { "a.csv": "a,b,class\n1,2,rose\n" }), /row 1, column "class": "rose" is not a class from 0 to 1/);
    assert.match(await refusal({ data }, { "a.csv": "a,b,class\n1,2,0\n1,2\n" }), /row 2: it has 2 cells, the first row of the file has 3/);
    assert.match(await refusal({ data }, { "a.csv": "a,b,clas\n1,2,0\n" }), /no column "class".*Did you mean "clas"\?/);
    const binary = 'train: csv("a.csv"), label: "class", labels: binary';
    assert.match(await refusal({ data: binary }, { "a.csv": "a,b,class\n1,2,0.5\n" }), /row 1, column "class": 0.5 is not 0 or 1/);
  });

  test("a missing file says where it was looked for", async () => {
    const said = await refusal({ data: 'train: csv("nowhere.csv"), label: 0' });
    assert.match(said, /nowhere\.csv cannot be read: there is no such file\./);
    assert.ok(said.includes(path.join(folder, "nowhere.csv")));
  });

  test("more features than the input takes, fewer units than labels", async () => {
    const files = { "b.csv": "a,b,c,class\n1,2,3,0\n" };
    assert.match(
      await refusal({ data: 'train: csv("b.csv"), label: "class"' }, files),
      /b\.csv has 3 values per example, the network's input input takes 2 values\./,
    );
    const three = { data: 'train: csv("b.csv"), label: "class", labels: oneHot(3)', input: "vector(3)" };
    assert.match(await refusal(three, files), /3 labels per example, output layer 1 has 2 units/);
  });

  test("a categorical column becomes one column a value and is not scaled", async () => {
    const { train } = await read(
      {
        data: 'train: csv("c.csv"), label: "class", labels: oneHot(2), categorical: ["colour"], normalize: standardize',
        input: "vector(3)",
      },
      { "c.csv": "size,colour,class\n1,red,0\n3,blue,1\n" },
    );
    assert.deepEqual(list(train.features.input), [-1, 0, 1, 1, 1, 0]);
  });

  test("a split holds back the share, and the scaler is fitted on the rest", async () => {
    const rows = Array.from({ length: 50 }, (_, row) => `${row},${row * 2},${row % 2}`).join("\n");
    const network = { data: 'train: csv("d.csv"), test: split(0.2), label: "class", labels: oneHot(2), normalize: minMax(0, 1)' };
    const { train, test: tests } = await read(network, { "d.csv": `a,b,class\n${rows}\n` });
    assert.deepEqual([train.count, tests?.count], [40, 10]);
    assert.deepEqual([Math.min(...list(train.features.input)), Math.max(...list(train.features.input))], [0, 1]);
    const again = await read(network);
    assert.deepEqual(list(again.test?.features.input), list(tests?.features.input));
  });

  test("`testNormalize` scales the test data by itself, as written", async () => {
    const { test: tests } = await read(
      {
        data: 'train: csv("e.csv"), test: csv("f.csv"), label: "class", labels: oneHot(2), normalize: standardize, testNormalize: minMax(0, 1)',
      },
      { "e.csv": "a,b,class\n0,0,0\n10,10,1\n", "f.csv": "a,b,class\n100,7,0\n300,9,1\n" },
    );
    assert.deepEqual(list(tests?.features.input), [0, 0, 1, 1]);
  });

  test("sequences of different lengths: a file each, masks, the label of the last step", async () => {
    const { train } = await read(
      {
        data: 'train: csvSequence("s-*.csv"), label: 1, labels: oneHot(2), labelAt: last',
        input: "sequence(features: 1)",
        layers: "layer lstm { nOut: 2, activation: tanh }\n  layer rnnOutput { nOut: 2, activation: softmax, loss: mcxent }",
      },
      { "s-10.csv": "7,1\n", "s-2.csv": "5,0\n6,1\n" },
    );
    assert.deepEqual(train.features.input?.shape, [2, 1, 2]);
    assert.deepEqual(list(train.features.input), [5, 6, 7, 0]);
    assert.deepEqual(list(train.featuresMask?.input), [1, 1, 1, 0]);
    assert.deepEqual(list(train.labelsMask?.layer1), [0, 1, 1, 0]);
    assert.deepEqual(list(train.labels.layer1), [1, 0, 0, 1, 0, 0, 1, 0]);
  });

  test("an autoencoder's target is its scaled input", async () => {
    const { train, kinds } = await read(
      {
        data: 'train: csv("g.csv"), label: features, normalize: minMax(0, 1)',
        layers: "layer output { nOut: 2, activation: sigmoid, loss: mse }",
      },
      { "g.csv": "a,b\n0,5\n4,9\n" },
    );
    assert.deepEqual(list(train.labels.layer0), list(train.features.input));
    assert.deepEqual(kinds, { layer0: "real" });
  });

  test("of a file given for a network that names no label, the last column is the label", async () => {
    writeFileSync(path.join(folder, "h.csv"), "1,2,0\n3,4,1\n5,6,1\n");
    const file = path.join(folder, "h.csv");
    const { train } = await read({ data: "train: builtin(moons)" }, {}, { file });
    assert.deepEqual(list(train.labels.layer1), [1, 0, 0, 1, 0, 1]);
  });
});

describe("tensors from a data file", () => {
  const tensors = { features: { shape: [2, 2], values: [1, 2, 3, 4] }, labels: { shape: [2, 2], values: [1, 0, 0, 1] } };
  const withFile = (json: unknown) => {
    const file = path.join(folder, "tensors.json");
    writeFileSync(file, typeof json === "string" ? json : JSON.stringify(json));
    return { file };
  };

  test("they are taken as they are", async () => {
    const { train, test: tests } = await read({ data: "normalize: standardize" }, {}, withFile(tensors));
    assert.deepEqual(list(train.features.input), [1, 2, 3, 4]);
    assert.equal(tests, null);
  });

  test("what is wrong with the file is said", async () => {
    const network = { data: "batchSize: 2" };
    assert.match(await refusal(network, {}, withFile("{")), /is not JSON/);
    assert.match(await refusal(network, {}, withFile({ features: tensors.features })), /labels/);
    assert.match(
      await refusal(network, {}, withFile({ ...tensors, features: { shape: [2, 3], values: [1] } })),
      /\[2, 3\] has 6 values, the file gives 1/,
    );
    assert.match(
      await refusal(network, {}, withFile({ ...tensors, features: { shape: [2, 3], values: [1, 2, 3, 4, 5, 6] } })),
      /input takes \[n, 2\]/,
    );
    assert.match(await refusal(network, {}, withFile({ ...tensors, features: { x: tensors.features } })), /no "x"/);
  });
});

describe("built-in data", () => {
  const ranges = { moons: 1.6, circles: 1.6, spirals: 1.6, xor: 1.4, linear: 1.4, saturn: 12, blobs: 4, sine: 1, waves: 1, glyphs: 255 };
  for (const [name, bound] of Object.entries(ranges)) {
    test(`${name} is the same for the same seed, other for another, and within ±${bound}`, () => {
      const options = { examples: 200, noise: 0.1, seed: 7, part: "train" } as const;
      const { features } = generate(name, options);
      assert.deepEqual(generate(name, options).features, features);
      assert.notDeepEqual(generate(name, { ...options, seed: 8 }).features, features);
      assert.notDeepEqual(generate(name, { ...options, part: "test" }).features, features);
      assert.ok(features.values.every((value) => Math.abs(value) <= bound));
      assert.ok(features.values.some((value) => Math.abs(value) > bound / 2));
      assert.equal(features.shape[0], 200);
    });
  }

  test("glyphs come in the shape that the input takes", async () => {
    const layers = "layer output { nOut: 10, activation: softmax, loss: mcxent }";
    const flat = await read({ data: "train: builtin(glyphs, examples: 20)", input: "vector(784)", layers });
    assert.deepEqual(flat.train.features.input?.shape, [20, 784]);
    const image = await read({
      data: "train: builtin(glyphs, examples: 20)",
      input: "image(height: 28, width: 28, channels: 1)",
      layers,
    });
    assert.deepEqual(image.train.features.input?.shape, [20, 1, 28, 28]);
    assert.equal(image.source, "builtin glyphs");
    assert.deepEqual(list(image.train.labels.layer0).slice(0, 10), [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("one unit gets 0 and 1, too few units are refused", async () => {
    const one = await read({
      data: "train: builtin(xor, examples: 4)",
      layers: "layer output { nOut: 1, activation: sigmoid, loss: xent }",
    });
    assert.deepEqual(list(one.train.labels.layer0), [0, 1, 0, 1]);
    assert.match(await refusal({ data: "train: builtin(spirals)" }), /spirals\) has 3 classes, output layer 1 has 2 units/);
  });

  test("waves have their label at the last step", async () => {
    const { train } = await read({
      data: "train: builtin(waves, examples: 6), labelAt: last",
      input: "sequence(features: 1, length: 60)",
      layers: "layer lstm { nOut: 2, activation: tanh }\n  layer rnnOutput { nOut: 3, activation: softmax, loss: mcxent }",
    });
    assert.deepEqual(train.labels.layer1?.shape, [6, 3, 60]);
    const mask = list(train.labelsMask?.layer1).slice(0, 60);
    assert.deepEqual([mask.indexOf(1), mask.filter((value) => value === 1).length], [59, 1]);
  });
});

describe("scaling, against Deeplearning4j's own normalizers", () => {
  const tensor = z.object({ shape: z.array(z.number()), values: z.array(z.number()) });
  const golden = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync("test/golden/normalizers.json", "utf8")));
  const tensorIn = (value: unknown): Tensor => {
    const { shape, values } = tensor.parse(value);
    return { shape, values: Float64Array.from(values) };
  };
  const call = (name: string, ...range: readonly number[]): Call => {
    const place = { origin: "explicit", range: null, path: "data.normalize", address: "data.normalize" } as const;
    const [lo, hi] = range;
    return {
      name,
      args: { ...(lo !== undefined && { lo: { ...place, value: lo } }), ...(hi !== undefined && { hi: { ...place, value: hi } }) },
    };
  };
  const close = (actual: Tensor, expected: Tensor) => {
    assert.equal(actual.values.length, expected.values.length);
    actual.values.forEach((value, at) => {
      const wanted = expected.values[at] ?? NaN;
      assert.ok(Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted)), `${value} is not ${wanted}`);
    });
  };

  for (const [name, normalizer] of [
    ["NormalizerStandardize", call("standardize")],
    ["NormalizerMinMaxScaler(0, 1)", call("minMax", 0, 1)],
    ["NormalizerMinMaxScaler(-1, 1)", call("minMax", -1, 1)],
  ] as const) {
    test(name, () => {
      const expected = z.record(z.string(), z.unknown()).parse(golden[name]);
      const [input, other] = [tensorIn(golden.input), tensorIn(golden.other)];
      const scaler = fitScaler(normalizer, input);
      applyScaler(scaler, input);
      applyScaler(scaler, other);
      close(input, tensorIn(expected.output));
      close(other, tensorIn(expected.otherOutput));
    });
  }

  test("NormalizerStandardize on sequences", () => {
    const expected = z.record(z.string(), z.unknown()).parse(golden["NormalizerStandardize on sequences"]);
    const input = tensorIn(expected.input);
    applyScaler(fitScaler(call("standardize"), input), input);
    close(input, tensorIn(expected.output));
  });

  test("ImagePreProcessingScaler", () => {
    const expected = z.record(z.string(), z.unknown()).parse(golden.ImagePreProcessingScaler);
    for (const [lo, hi] of [
      [0, 1],
      [-1, 1],
    ] as const) {
      const input = tensorIn(expected.input);
      applyScaler(fitScaler(call("imageScale", lo, hi), input), input);
      close(input, tensorIn(expected[`(${lo}, ${hi})`]));
    }
  });
});
