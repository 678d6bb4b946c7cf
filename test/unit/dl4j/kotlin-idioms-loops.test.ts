// Loops of Kotlin over lists, their numbers and ranges, and functions with named arguments: what each round and call makes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inFile, onlyNetwork } from "./kotlin-reading.js";

const sizes = "listOf(4, 8, 3)";
const dense = (nIn: string, nOut: string): string => `b.layer(DenseLayer.Builder().nIn(${nIn}).nOut(${nOut}).build())`;

/** Statements on a list builder `b`. */
const building = (statements: string): string =>
  inFile(
    `fun conf(): MultiLayerConfiguration {\n    val sizes = ${sizes}\n    val b = NeuralNetConfiguration.Builder().list()\n    ${statements}\n    return b.build()\n}`,
  );

const idioms: readonly (readonly [name: string, text: string, layers: readonly (readonly [nIn: number, nOut: number])[]])[] = [
  [
    "indices",
    building(`for (i in sizes.indices) ${dense("sizes[i]", "i + 1")}`),
    [
      [4, 1],
      [8, 2],
      [3, 3],
    ],
  ],
  [
    "withIndex",
    building(`for ((i, size) in sizes.withIndex()) ${dense("size", "i + 1")}`),
    [
      [4, 1],
      [8, 2],
      [3, 3],
    ],
  ],
  [
    "forEachIndexed",
    building(`sizes.forEachIndexed { i, size -> ${dense("size", "i + 5")} }`),
    [
      [4, 5],
      [8, 6],
      [3, 7],
    ],
  ],
  [
    "until the last but one",
    building(`for (i in 0 until sizes.size - 1) ${dense("sizes[i]", "sizes[i + 1]")}`),
    [
      [4, 8],
      [8, 3],
    ],
  ],
  [
    "downTo with step",
    building(`for (n in 32 downTo 16 step 8) ${dense("n", "n")}`),
    [
      [32, 32],
      [24, 24],
      [16, 16],
    ],
  ],
  [
    "repeat with its number",
    building(`repeat(2) { ${dense("6", "6 + it")} }`),
    [
      [6, 6],
      [6, 7],
    ],
  ],
  ["shifts", building(dense("1 shl 3", "32 shr 2")), [[8, 8]]],
  [
    "named and default arguments in any order",
    inFile(
      "fun dense(nIn: Int, nOut: Int = 7) = DenseLayer.Builder().nIn(nIn).nOut(nOut).build()\nfun conf() = NeuralNetConfiguration.Builder().list().layer(dense(nOut = 5, nIn = 4)).layer(dense(5)).build()",
    ),
    [
      [4, 5],
      [5, 7],
    ],
  ],
  [
    "an extension function of the list builder",
    inFile(
      "fun NeuralNetConfiguration.ListBuilder.dense(nIn: Int, nOut: Int) = layer(DenseLayer.Builder().nIn(nIn).nOut(nOut).build())\nfun conf() = NeuralNetConfiguration.Builder().list().dense(4, 8).dense(nOut = 3, nIn = 8).build()",
    ),
    [
      [4, 8],
      [8, 3],
    ],
  ],
  [
    "with in with",
    inFile(
      "fun conf(): MultiLayerConfiguration = with(NeuralNetConfiguration.Builder()) {\n    seed(4)\n    with(list()) {\n        layer(DenseLayer.Builder().nIn(3).nOut(4).build())\n        build()\n    }\n}",
    ),
    [[3, 4]],
  ],
  [
    "also and let",
    inFile(
      "val conf = NeuralNetConfiguration.Builder().also { it.seed(5) }.list().let { it.layer(DenseLayer.Builder().also { d -> d.nIn(3); d.nOut(4) }.build()) }.let { b -> b.build() }",
    ),
    [[3, 4]],
  ],
  [
    "equal or not",
    building(`for (i in 0 until 2) ${dense("if (i == 0) 4 else 8", "if (i != 0) 3 else 8")}`),
    [
      [4, 8],
      [8, 3],
    ],
  ],
  [
    "neighbours of a list, taken apart",
    building(`sizes.zipWithNext().forEach { (from, to) -> ${dense("from", "to")} }\n    ${dense("sizes.last()", "sizes.first()")}`),
    [
      [4, 8],
      [8, 3],
      [3, 4],
    ],
  ],
  [
    "pairs, taken apart",
    building(
      `for ((from, to) in listOf(5 to 6, 6 to 7)) ${dense("from", "to")}\n    listOf(7 to 8).forEach { (a, b1) -> ${dense("a", "b1")} }`,
    ),
    [
      [5, 6],
      [6, 7],
      [7, 8],
    ],
  ],
  [
    "a lambda in a variable, which sees what is around it",
    inFile(
      "fun conf(): MultiLayerConfiguration {\n    val width = 6\n    val dense = { nOut: Int -> DenseLayer.Builder().nIn(width).nOut(nOut).build() }\n    return NeuralNetConfiguration.Builder().list().layer(dense(4)).layer(dense(5)).build()\n}",
    ),
    [
      [6, 4],
      [6, 5],
    ],
  ],
  [
    "a lambda in a variable, handed over in place of a block",
    building(
      `val add = { list: NeuralNetConfiguration.ListBuilder -> list.layer(DenseLayer.Builder().nIn(1).nOut(2).build()) }\n    b.let(add)`,
    ),
    [[1, 2]],
  ],
  [
    "constants of an enumeration that are made with numbers",
    inFile(
      "enum class Size(val units: Int) { SMALL(64), LARGE(512); fun twice() = units * 2 }\nfun conf() = NeuralNetConfiguration.Builder().list().layer(DenseLayer.Builder().nIn(Size.SMALL.units).nOut(Size.LARGE.twice()).build()).build()",
    ),
    [[64, 1024]],
  ],
];

describe("Kotlin's loops and functions", () => {
  for (const [how, call] of [
    ["in place of a block", "b.apply(hidden)"],
    ["to a function of another file", "twice(hidden)"],
  ] as const)
    test(`what a lambda adds that is handed over ${how} is not known`, () => {
      const adding = "{ b.layer(DenseLayer.Builder().nIn(4).nOut(8).build()) }";
      const { layers } = onlyNetwork(building(`val hidden = ${adding}\n    ${call}\n    ${dense("8", "3")}`));
      assert.deepEqual(
        layers.map(({ kind }) => kind),
        ["Layer", "DenseLayer"],
      );
    });

  for (const [name, text, layers] of idioms)
    test(name, () => {
      const found = onlyNetwork(text).layers.map(({ settings }) => [settings.nIn?.value, settings.nOut?.value]);
      assert.deepEqual(found, layers);
    });
});
