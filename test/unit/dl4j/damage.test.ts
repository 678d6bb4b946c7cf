import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import type { ParsedFile, Range, Setting, Value } from "../../../core/src/model/index.js";
import { isCall } from "../../../core/src/model/index.js";
import { inMethod, onlyNetwork, projectWith, read } from "./reading.js";

const fixture = readFileSync(join(import.meta.dirname, "../../fixtures/java/LenetWithNewApi.java"), "utf8");

const chain = (second: string): string =>
  inMethod(`        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(12)
            .list()
            .layer(0, new DenseLayer.Builder()
                .nIn(784)
                .nOut(100)
                .build())
            .layer(1, ${second})
            .layer(2, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nOut(10)
                .build())
            .build();`);

describe("damaged text", () => {
  const damaged: readonly (readonly [string, string])[] = [
    [
      "an argument without its closing parenthesis",
      "new DenseLayer.Builder()\n                .nIn(100\n                .nOut(50)\n                .build()",
    ],
    [
      "a name without its closing parenthesis",
      "new DenseLayer.Builder()\n                .nOut(50)\n                .activation(Activation.RELU\n                .build()",
    ],
    ["a half-typed call", "new DenseLayer.Builder()\n                .nOut(50)\n                .acti\n                .build()"],
    ["a bare dot", "new DenseLayer.Builder()\n                .nOut(50).\n                .build()"],
    ["an empty argument", "new DenseLayer.Builder().nIn().nOut(50).build()"],
  ];
  for (const [name, second] of damaged) {
    test(`${name}: the neighbours are still found`, () => {
      const network = onlyNetwork(chain(second));
      assert.deepEqual(
        network.layers.map((layer) => [layer.kind, layer.settings.nOut?.value]),
        [
          ["DenseLayer", 100],
          ["DenseLayer", 50],
          ["OutputLayer", 10],
        ],
      );
      assert.equal(network.train.seed?.value, 12);
    });
  }

  test("a layer that is not closed leaves the others", () => {
    const network = onlyNetwork(
      chain("new DenseLayer.Builder().nOut(50).build()").replace(".build())\n            .layer(1", ".build()\n            .layer(1"),
    );
    assert.deepEqual(
      network.layers.map((layer) => layer.settings.nOut?.value),
      [100, 50, 10],
    );
  });

  test("a file that ends in the middle keeps what stands before", () => {
    const text = chain("new DenseLayer.Builder().nOut(50).build()");
    const network = onlyNetwork(text.slice(0, text.indexOf(".layer(2") + 12));
    assert.deepEqual(
      network.layers.slice(0, 2).map((layer) => layer.settings.nOut?.value),
      [100, 50],
    );
  });
});

describe("a network that is not typed to its end", () => {
  const found = (text: string): unknown => read(text).networks.map(({ name, train }) => [name, train.seed?.value]);

  test("is found before list() is typed", () => {
    const before = "MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().seed(12).";
    assert.deepEqual(found(inMethod(before)), [["conf", 12]]);
    assert.deepEqual(found(inMethod(`${before}upd\n    int epochs = 3;`)), [["conf", 12]]);
  });

  test("is found where list() is lost", () => {
    const text = chain("new DenseLayer.Builder().nOut(50).build()").replace(".list()", "");
    assert.deepEqual(
      onlyNetwork(text).layers.map((layer) => layer.settings.nOut?.value),
      [100, 50, 10],
    );
  });

  test("is none where the builder is for others to go on with, or makes one layer", () => {
    const builder = "new NeuralNetConfiguration.Builder().seed(12)";
    for (const statement of [
      `NeuralNetConfiguration.Builder builder = ${builder};`,
      `var builder = ${builder}; Networks.finish(builder);`,
      `NeuralNetConfiguration one = ${builder}.layer(new DenseLayer.Builder().build()).build();`,
    ])
      assert.deepEqual(found(inMethod(statement)), [], statement);
  });

  test("is found behind a brace too many, a lost method head and a lost class head", () => {
    const method = (name: string, seed: number): string =>
      `  MultiLayerConfiguration ${name}() {\n    return new NeuralNetConfiguration.Builder().seed(seed + ${String(seed)}).list().build();\n  }\n`;
    const file = `import org.deeplearning4j.nn.conf.*;\nclass A {\n  private static final int seed = 10;\n${method("a", 1)}${method("b", 2)}${method("c", 3)}}\n`;
    assert.deepEqual(found(file.replace("  MultiLayerConfiguration b", "  }\n  MultiLayerConfiguration b")), [
      ["a", 11],
      ["b", 12],
      ["c", 13],
    ]);
    assert.deepEqual(found(file.replace("  MultiLayerConfiguration b() {\n", "")), [
      ["a", 11],
      ["network", 12],
      ["c", 13],
    ]);
    assert.deepEqual(found(file.replace("MultiLayerConfiguration b() {", "MultiLay")), [
      ["a", 11],
      ["network", 12],
      ["c", 13],
    ]);
    assert.deepEqual(found(file.replace("class A {\n  private", "private")), [
      ["a", 11],
      ["b", 12],
      ["c", 13],
    ]);
  });
});

/** Every range of a file, with what it belongs to. */
function rangesOf({ networks, comments }: ParsedFile): Range[] {
  const ranges: Range[] = comments.map((comment) => comment.range);
  const setting = (one: Setting<Value> | null | undefined): void => {
    if (one?.range) ranges.push(one.range);
    if (isCall(one?.value)) Object.values(one.value.args).forEach(setting);
  };
  for (const network of networks) {
    ranges.push(
      network.range,
      ...network.entries.flatMap((entry) => [entry.range, entry.nameRange, ...(entry.valueRange ? [entry.valueRange] : [])]),
    );
    ranges.push(...network.apiUses.map((use) => use.range));
    for (const section of [network.train, network.defaults, network.data]) Object.values(section).forEach(setting);
    for (const layer of network.layers) {
      ranges.push(layer.kindRange);
      Object.values(layer.settings).forEach(setting);
    }
    network.inputs.forEach((input) => {
      setting(input.type);
    });
  }
  return ranges;
}

function assertSound(text: string): void {
  const file = read(text);
  for (const { start, end } of rangesOf(file))
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
  file.networks.forEach((network, index) => {
    for (const { address } of network.entries.slice(0, 8)) {
      java.edit(file, index, [{ kind: "remove", address }]);
      java.edit(file, index, [{ kind: "set", address, value: 3 }]);
    }
  });
}

describe("any text is read without failing", () => {
  test("a real file cut anywhere, or with any piece missing", () => {
    fc.assert(
      fc.property(fc.nat(fixture.length), fc.nat(60), (at, length) => {
        assertSound(fixture.slice(0, at));
        assertSound(fixture.slice(0, at) + fixture.slice(at + length));
      }),
      { numRuns: 150 },
    );
  });

  test("a real file with characters put in", () => {
    fc.assert(
      fc.property(
        fc.nat(fixture.length),
        fc.constantFrom("(", ")", "{", "}", '"', ".", ";", "new ", "/*", "\0", "<<<<<<< HEAD\n"),
        (at, piece) => {
          assertSound(fixture.slice(0, at) + piece + fixture.slice(at));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("random text that mentions the framework", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        assertSound(`import org.deeplearning4j.a;\n${text}`);
      }),
    );
  });

  for (const [name, text] of [
    ["a thousand nested parentheses", `${"(".repeat(10_000)}1`],
    ["a thousand nested calls", `Object c = ${"f(".repeat(10_000)}`],
    [
      "a chain of ten thousand calls",
      `class A { Object c = new NeuralNetConfiguration.Builder()${".seed(1)".repeat(10_000)}.list().build(); }`,
    ],
    ["ten thousand nested blocks", `class A { void m() ${"{".repeat(10_000)}`],
    ["one line of a megabyte", `class A { int a = 1${" + 1".repeat(250_000)}; }`],
  ] as const) {
    test(name, () => {
      java.read(`// deeplearning4j\n${text}`, projectWith());
    });
  }
});
