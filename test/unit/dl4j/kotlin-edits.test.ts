import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Change } from "../../../core/src/model/index.js";
import { edited, inFunction, onlyNetwork } from "./kotlin-reading.js";

const set = (address: string, value: Extract<Change, { kind: "set" }>["value"]): Change => ({ kind: "set", address, value });
const remove = (address: string): Change => ({ kind: "remove", address });

interface Case {
  readonly name: string;
  readonly before: string;
  readonly changes: readonly Change[];
  readonly after: string | null;
  readonly version?: string;
}

const lines = (...calls: string[]): string => calls.map((call) => `        ${call}\n`).join("");
const conf = (...calls: string[]): string =>
  inFunction(
    `    val conf = NeuralNetConfiguration.Builder()\n${lines(...calls, ".list()", ".layer(DenseLayer.Builder().nIn(4).nOut(3).build())", ".build()")}`,
  );
const block = (calls: readonly string[], layer: readonly string[] = ["nIn(4)", "nOut(3)"]): string =>
  inFunction(`    val conf = NeuralNetConfiguration.Builder().apply {
${lines(...calls)}    }.list().apply {
        layer(DenseLayer.Builder().apply {
${layer.map((call) => `            ${call}\n`).join("")}        }.build())
    }.build()`);
const trained = (statements: string): string => `${conf()}
fun train() {
${statements}
}
`;

const cases: readonly Case[] = [
  {
    name: "a written value is replaced",
    before: conf(".l2(1e-4)"),
    changes: [set("train.l2", 0.001)],
    after: conf(".l2(0.001)"),
  },
  {
    name: "a whole number for a floating-point parameter gets its point",
    before: conf(".l2(1e-4)", ".updater(Sgd(1e-2))"),
    changes: [set("train.l2", 1), set("train.updater.learningRate", 1), set("defaults.biasInit", 0), set("train.seed", 7)],
    after: conf(".l2(1.0)", ".updater(Sgd(1.0))", ".biasInit(0.0)", ".seed(7)"),
  },
  {
    name: "a missing call goes on its own line before list()",
    before: conf(".l2(1e-4)"),
    changes: [set("train.updater", { name: "Adam", args: { learningRate: 0.001 } })],
    after: conf(".l2(1e-4)", ".updater(Adam(0.001))"),
  },
  {
    name: "a missing call becomes the last statement of the builder's block",
    before: block(["seed(1)", "l2(1e-4)"]),
    changes: [set("defaults.activation", "RELU")],
    after: block(["seed(1)", "l2(1e-4)", "activation(Activation.RELU)"]),
  },
  {
    name: "a missing call becomes the last statement of a layer's block",
    before: block(["seed(1)"]),
    changes: [set("layers.0.weightInit", "RELU")],
    after: block(["seed(1)"], ["nIn(4)", "nOut(3)", "weightInit(WeightInit.RELU)"]),
  },
  {
    name: "a block on one line stays on it",
    before: inFunction("    val conf = NeuralNetConfiguration.Builder().apply { seed(1) }.list().build()"),
    changes: [set("train.l2", 0.01)],
    after: inFunction("    val conf = NeuralNetConfiguration.Builder().apply { seed(1); l2(0.01) }.list().build()"),
  },
  {
    name: "a call in front of another statement of a run block",
    before: inFunction("    val conf = NeuralNetConfiguration.Builder().run {\n        list().build()\n    }"),
    changes: [set("train.l2", 0.01)],
    after: inFunction("    val conf = NeuralNetConfiguration.Builder().run {\n        l2(0.01)\n        list().build()\n    }"),
  },
  {
    name: "a statement of a block goes with its line",
    before: block(["seed(1)", "iterations(3) // passes", "l2(1e-4)"]),
    changes: [remove("train.iterations")],
    after: block(["seed(1)", "l2(1e-4)"]),
  },
  {
    name: "an assigned property keeps its form, and goes with its line",
    before: block(["seed = 1L", "l2 = 1e-4", "numIterations = 3"]),
    changes: [set("train.seed", 5), set("train.l2", 1), remove("train.iterations")],
    after: block(["seed = 5L", "l2 = 1.0"]),
  },
  {
    name: "two calls of 0.x in a block become one updater",
    before: block(["learningRate(0.1)", "seed(1)", "updater(Updater.ADAM)"]),
    changes: [
      {
        kind: "merge",
        remove: ["train.learningRate", "train.updater"],
        address: "train.updater",
        value: { name: "Adam", args: { learningRate: 0.1 } },
      },
    ],
    after: block(["updater(Adam(0.1))", "seed(1)"]),
    version: "1.0.0-M2.1",
  },
  {
    name: "a private constant with no other use is changed itself",
    before: inFunction(
      "    val hidden = 20\n    val conf = NeuralNetConfiguration.Builder().list().layer(DenseLayer.Builder().nOut(hidden).build()).build()",
    ),
    changes: [set("layers.0.nOut", 30)],
    after: inFunction(
      "    val hidden = 30\n    val conf = NeuralNetConfiguration.Builder().list().layer(DenseLayer.Builder().nOut(hidden).build()).build()",
    ),
  },
  {
    name: "a constant that a text names, too, stays",
    before: inFunction(
      '    val hidden = 20\n    println("$hidden units")\n    val conf = NeuralNetConfiguration.Builder().list().layer(DenseLayer.Builder().nOut(hidden).build()).build()',
    ),
    changes: [set("layers.0.nOut", 30)],
    after: inFunction(
      '    val hidden = 20\n    println("$hidden units")\n    val conf = NeuralNetConfiguration.Builder().list().layer(DenseLayer.Builder().nOut(30).build()).build()',
    ),
  },
  {
    name: "an array keeps its form",
    before: inFunction(
      "    val conf = NeuralNetConfiguration.Builder().list().layer(ConvolutionLayer.Builder(intArrayOf(5, 5)).stride(*intArrayOf(1, 1)).padding(1, 1).build()).build()",
    ),
    changes: [set("layers.0.kernel", [3, 3]), set("layers.0.stride", [2, 2]), set("layers.0.padding", [0, 0])],
    after: inFunction(
      "    val conf = NeuralNetConfiguration.Builder().list().layer(ConvolutionLayer.Builder(intArrayOf(3, 3)).stride(*intArrayOf(2, 2)).padding(0, 0).build()).build()",
    ),
  },
  {
    name: "a dropout object keeps its form",
    before: block([], ["dropOut(Dropout(0.1))"]),
    changes: [set("layers.0.dropOut", 0.5)],
    after: block([], ["dropOut(Dropout(0.5))"]),
  },
  {
    name: "a layer is put into the list's block, and numbers grow",
    before: inFunction(`    val conf = NeuralNetConfiguration.Builder().list().apply {
        layer(0, DenseLayer.Builder().nOut(3).build())
        layer(1, OutputLayer.Builder().nOut(2).build())
    }.build()`),
    changes: [{ kind: "insertLayer", before: 1, layer: { kind: "DenseLayer", settings: { nOut: 5 } } }],
    after: inFunction(`    val conf = NeuralNetConfiguration.Builder().list().apply {
        layer(0, DenseLayer.Builder().nOut(3).build())
        layer(1, DenseLayer.Builder().nOut(5).build())
        layer(2, OutputLayer.Builder().nOut(2).build())
    }.build()`),
  },
  {
    name: "a layer is replaced, its block included",
    before: block(["seed(1)"]),
    changes: [{ kind: "replaceLayer", index: 0, layer: { kind: "LSTM", settings: { nIn: 4, nOut: 3 } } }],
    after: inFunction(`    val conf = NeuralNetConfiguration.Builder().apply {
        seed(1)
    }.list().apply {
        layer(LSTM.Builder().nIn(4).nOut(3).build())
    }.build()`),
  },
  {
    name: "an input type is added to the list's block",
    before: block(["seed(1)"]),
    changes: [set("inputs.0.type", { name: "feedForward", args: { size: 4 } })],
    after: block(["seed(1)"]).replace("        }.build())\n", "        }.build())\n        setInputType(InputType.feedForward(4))\n"),
  },
  {
    name: "epochs are the second argument from 1.0.0-beta on",
    before: trained("    val net = MultiLayerNetwork(conf)\n    net.fit(iter)"),
    changes: [set("train.epochs", 10)],
    after: trained("    val net = MultiLayerNetwork(conf)\n    net.fit(iter, 10)"),
  },
  {
    name: "before they are a loop",
    before: trained("    val net = MultiLayerNetwork(conf)\n    net.fit(iter)\n    net.output(x)"),
    changes: [set("train.epochs", 10)],
    after: trained("    val net = MultiLayerNetwork(conf)\n    repeat(10) {\n        net.fit(iter)\n    }\n    net.output(x)"),
    version: "0.9.1",
  },
  {
    name: "a data set has no second argument: a loop",
    before: trained(
      "    val all = RecordReaderDataSetIterator(reader, 150, 4, 3).next()\n    val part = all.splitTestAndTrain(0.7)\n    val net = MultiLayerNetwork(conf)\n    net.fit(part.train)",
    ),
    changes: [set("train.epochs", 10)],
    after: trained(
      "    val all = RecordReaderDataSetIterator(reader, 150, 4, 3).next()\n    val part = all.splitTestAndTrain(0.7)\n    val net = MultiLayerNetwork(conf)\n    repeat(10) {\n        net.fit(part.train)\n    }",
    ),
  },
  {
    name: "a minibatch of an iterator is not trained over and over",
    before: trained("    val net = MultiLayerNetwork(conf)\n    while (iter.hasNext()) {\n        net.fit(iter.next())\n    }"),
    changes: [set("train.epochs", 10)],
    after: null,
  },
  {
    name: "scaling is three statements behind the iterator",
    before: trained(
      "    val train = RecordReaderDataSetIterator(reader, 32, 4, 3) // flowers\n    val net = MultiLayerNetwork(conf)\n    net.fit(train)",
    ),
    changes: [set("data.normalize", { name: "standardize", args: {} })],
    after: trained(`    val train = RecordReaderDataSetIterator(reader, 32, 4, 3) // flowers
    val normalizer: DataNormalization = NormalizerStandardize()
    normalizer.fit(train)
    train.reset()
    train.setPreProcessor(normalizer)
    val net = MultiLayerNetwork(conf)
    net.fit(train)`),
  },
  {
    name: "what an unfollowed loop makes cannot be changed",
    before: inFunction(
      "    val l = NeuralNetConfiguration.Builder().list()\n    for (i in sizes) l.layer(DenseLayer.Builder().nOut(i).build())\n    val c = l.build()",
    ),
    changes: [set("layers.0.nOut", 3)],
    after: null,
  },
];

const stripImports = (text: string): string => text.replace(/^import .*\r?\n/gm, "");

describe("changes become Kotlin", () => {
  for (const { name, before, changes, after, version } of cases) {
    test(name, () => {
      const result = edited(before, changes, version);
      assert.equal(result === null ? null : stripImports(result), after === null ? null : stripImports(after));
    });
  }

  test("a newly named class is imported once, in order, without a semicolon", () => {
    const text =
      "package a\n\nimport org.deeplearning4j.nn.conf.NeuralNetConfiguration\nimport org.nd4j.linalg.factory.Nd4j\n\nval c = NeuralNetConfiguration.Builder().list().build()\n";
    const after = edited(text, [set("train.updater", { name: "Adam", args: { learningRate: 0.01 } }), set("defaults.activation", "RELU")]);
    assert.equal(
      after,
      "package a\n\nimport org.deeplearning4j.nn.conf.NeuralNetConfiguration\nimport org.nd4j.linalg.activations.Activation\nimport org.nd4j.linalg.factory.Nd4j\nimport org.nd4j.linalg.learning.config.Adam\n\n" +
        "val c = NeuralNetConfiguration.Builder().updater(Adam(0.01)).activation(Activation.RELU).list().build()\n",
    );
  });

  test("the first import stands behind the file's annotations and package", () => {
    const text = '@file:JvmName("Nets")\n\npackage org.deeplearning4j.mine\n\nval c = NeuralNetConfiguration.Builder().list().build()\n';
    const after = edited(text, [set("defaults.activation", "RELU")]);
    assert.ok(after?.includes("package org.deeplearning4j.mine\nimport org.nd4j.linalg.activations.Activation\n"), after ?? "");
    const script =
      '#!/usr/bin/env kotlin\n@file:DependsOn("org.deeplearning4j:deeplearning4j-core:1.0.0-M2.1")\nval c = NeuralNetConfiguration.Builder().list().build()\n';
    assert.ok(
      edited(script, [set("defaults.activation", "RELU")])?.includes('M2.1")\nimport org.nd4j.linalg.activations.Activation\nval c'),
    );
  });

  test("line ends and tabs stay as they are", () => {
    const text = block(["l2(1e-4)"]).replaceAll("        ", "\t\t").replaceAll("\n", "\r\n");
    assert.ok(edited(text, [set("train.seed", 1)])?.includes("\t\tl2(1e-4)\r\n\t\tseed(1)\r\n    }.list()"));
  });

  test("an edited network says what was asked for", () => {
    const after = edited(block(["seed(1)"]), [set("train.updater", { name: "Nesterovs", args: { learningRate: 0.05, momentum: 0.9 } })]);
    assert.ok(after);
    const updater = onlyNetwork(after).train.updater?.value;
    assert.ok(typeof updater === "object" && updater !== null && "name" in updater);
    assert.equal(updater.name, "Nesterovs");
  });
});
