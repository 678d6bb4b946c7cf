import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { kotlin } from "../../../core/src/frontends/dl4j/index.js";
import { inFunction, onlyNetwork, read } from "./kotlin-reading.js";
import { projectWith } from "./reading.js";
import { assertRangesInside } from "./ranges.js";

const fixture = readFileSync(join(import.meta.dirname, "../../fixtures/kotlin/DigitClassifier.kt"), "utf8");

const chain = (second: string): string =>
  inFunction(`    val conf = NeuralNetConfiguration.Builder()
        .seed(12)
        .list()
        .layer(0, DenseLayer.Builder()
            .nIn(784)
            .nOut(100)
            .build())
        .layer(1, ${second})
        .layer(2, OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nOut(10)
            .build())
        .build()
    val net = MultiLayerNetwork(conf)
    net.fit(train)`);

const blocks = (second: string): string =>
  inFunction(`    val conf = NeuralNetConfiguration.Builder().apply {
        seed(12)
    }.list().apply {
        layer(0, DenseLayer.Builder().apply {
            nIn(784)
            nOut(100)
        }.build())
        layer(1, ${second})
        layer(2, OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).apply {
            nOut(10)
        }.build())
    }.build()`);

const layersOf = (text: string): unknown => onlyNetwork(text).layers.map((layer) => [layer.kind, layer.settings.nOut?.value]);
const all = [
  ["DenseLayer", 100],
  ["DenseLayer", 50],
  ["OutputLayer", 10],
];

describe("damaged Kotlin", () => {
  const inChain: readonly (readonly [string, string])[] = [
    [
      "an argument without its closing parenthesis",
      "DenseLayer.Builder()\n            .nIn(100\n            .nOut(50)\n            .build()",
    ],
    [
      "a name without its closing parenthesis",
      "DenseLayer.Builder()\n            .nOut(50)\n            .activation(Activation.RELU\n            .build()",
    ],
    ["a half-typed call", "DenseLayer.Builder()\n            .nOut(50)\n            .acti\n            .build()"],
    ["a bare dot", "DenseLayer.Builder()\n            .nOut(50).\n            .build()"],
    ["an empty argument", "DenseLayer.Builder().nIn().nOut(50).build()"],
    ["a text without its end", 'DenseLayer.Builder()\n            .nOut(50)\n            .name("second)\n            .build()'],
  ];
  for (const [name, second] of inChain)
    test(`${name}: the neighbours are still found`, () => {
      assert.deepEqual(layersOf(chain(second)), all);
      assert.equal(onlyNetwork(chain(second)).train.seed?.value, 12);
    });

  const inBlock: readonly (readonly [string, string])[] = [
    ["a half-typed statement", "DenseLayer.Builder().apply {\n            nOut(50)\n            acti\n        }.build()"],
    ["a half-typed assignment", "DenseLayer.Builder().apply {\n            nOut(50)\n            l2 =\n        }.build()"],
    ["a statement without its parenthesis", "DenseLayer.Builder().apply {\n            nOut(50)\n            nIn(100\n        }.build()"],
    ["a block without its brace", "DenseLayer.Builder().apply {\n            nOut(50)\n        .build()"],
  ];
  for (const [name, second] of inBlock)
    test(`${name}: the neighbours are still found`, () => {
      assert.deepEqual(layersOf(blocks(second)), all);
    });

  test("a parenthesis too few does not reach into the next statement or function", () => {
    const text = `${chain("DenseLayer.Builder().nOut(50")}\nfun other() = NeuralNetConfiguration.Builder().list().layer(DenseLayer.Builder().nOut(7).build()).build()\n`;
    const names = read(text).networks.map(({ name }) => name);
    assert.deepEqual(names, ["conf", "other"]);
  });

  test("a brace too many leaves the networks behind it", () => {
    const text = `${blocks("DenseLayer.Builder().nOut(50).build()")}}\nfun other() = NeuralNetConfiguration.Builder().seed(3).list().build()\n`;
    assert.deepEqual(
      read(text).networks.map(({ name }) => name),
      ["conf", "other"],
    );
  });

  test("a file that ends in the middle keeps what stands before", () => {
    for (const text of [chain("DenseLayer.Builder().nOut(50).build()"), blocks("DenseLayer.Builder().nOut(50).build()")]) {
      const network = onlyNetwork(text.slice(0, text.indexOf("layer(2") + 10));
      assert.deepEqual(
        network.layers.slice(0, 2).map((layer) => layer.settings.nOut?.value),
        [100, 50],
      );
    }
  });
});

function assertSound(text: string): void {
  const file = read(text);
  assertRangesInside(file);
  file.networks.forEach((network, index) => {
    for (const { address } of network.entries.slice(0, 8)) {
      kotlin.edit(file, index, [{ kind: "remove", address }]);
      kotlin.edit(file, index, [{ kind: "set", address, value: 3 }]);
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
    const pieces = [
      "(",
      ")",
      "{",
      "}",
      "[",
      "]",
      '"',
      '"""',
      "'",
      ".",
      ";",
      "->",
      "${",
      "/*",
      "\0",
      "`",
      "@",
      "<",
      "val ",
      "fun ",
      "<<<<<<< HEAD\n",
    ];
    fc.assert(
      fc.property(fc.nat(fixture.length), fc.constantFrom(...pieces), (at, piece) => {
        assertSound(fixture.slice(0, at) + piece + fixture.slice(at));
      }),
      { numRuns: 150 },
    );
  });

  test("random text that mentions the framework", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        assertSound(`import org.deeplearning4j.a\n${text}`);
      }),
    );
  });

  test("random words of Kotlin", () => {
    const words =
      'val var fun class object if else for while when try catch return import in is as by { } ( ) [ ] -> = == . ?. :: : , ; x it this f 1 "a" \n apply also run with NeuralNetConfiguration.Builder() list() layer( build()';
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words.split(" ")), { maxLength: 80 }), (some) => {
        assertSound(`import org.deeplearning4j.a\n${some.join(" ")}`);
      }),
      { numRuns: 300 },
    );
  });

  for (const [name, text] of [
    ["ten thousand nested parentheses", `val a = ${"(".repeat(10_000)}1`],
    ["ten thousand nested calls", `val c = ${"f(".repeat(10_000)}`],
    ["a chain of ten thousand calls", `val c = NeuralNetConfiguration.Builder()${".seed(1)".repeat(10_000)}.list().build()`],
    ["ten thousand nested blocks", `fun m() ${"{".repeat(10_000)}`],
    ["ten thousand nested blocks of calls", `fun m() = ${"x.apply { ".repeat(10_000)}`],
    ["ten thousand branches", `val x = ${"if (a) b else ".repeat(10_000)} c`],
    ["ten thousand signs", `val x = ${"-".repeat(10_000)}1`],
    ["one line of a megabyte", `val a = 1${" + 1".repeat(250_000)}`],
    ["ten thousand comments in comments", "/* ".repeat(10_000)],
    ["ten thousand texts in texts", 'val s = "${"'.repeat(10_000)],
  ] as const) {
    test(name, () => {
      kotlin.read(`// deeplearning4j\n${text}`, projectWith());
    });
  }
});
