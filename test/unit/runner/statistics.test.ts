import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import * as tf from "@tensorflow/tfjs-core";
import { z } from "zod";
import { openBackend } from "../../../runner/src/backends/open-backend.js";
import { dropoutOf } from "../../../runner/src/layers/dropout.js";
import { mathOf } from "../../../runner/src/layers/kinds.js";
import { seededRandom } from "../../../runner/src/network/random.js";
import { trainingJob } from "../../../runner/src/protocol/job.js";
import { chooseNetwork } from "../../../runner/src/run/choose-network.js";
import { networkIn } from "../runner-process/networks.js";
import { wasmFolder } from "./opening.js";

// What Deeplearning4j 1.0.0-M2.1 draws, against what is drawn here: means, deviations and limits.

const statistics = z.object({ count: z.number(), mean: z.number(), std: z.number(), min: z.number(), max: z.number(), zeros: z.number() });
type Statistics = z.infer<typeof statistics>;

const read = (file: string): unknown => JSON.parse(readFileSync(`test/golden/${file}`, "utf8"));

function statisticsOf(values: ArrayLike<number>): Statistics {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const std = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length);
  const [min, max] = all.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  return { count: all.length, mean, std, min, max, zeros: all.filter((value) => value === 0).length / all.length };
}

/** Alike within what two samples of that size differ by: five standard errors. */
function assertAlike(actual: Statistics, expected: Statistics): void {
  const errors = 5 * Math.SQRT2;
  const size = Math.sqrt(Math.min(actual.count, expected.count));
  const close = (key: "mean" | "std" | "zeros", allowed: number) => {
    assert.ok(Math.abs(actual[key] - expected[key]) <= allowed + 1e-6, `${key} is ${actual[key]}, Deeplearning4j has ${expected[key]}`);
  };
  close("mean", (errors * expected.std) / size);
  close("std", (errors * expected.std) / size);
  close("zeros", errors * 0.5 * (expected.zeros === 0 || expected.zeros === 1 ? 0 : 1 / size));
}

const golden = z.object({
  weightInit: z.array(
    statistics.extend({ weightInit: z.string(), layer: z.string(), array: z.string(), biasForgetGate: statistics.optional() }),
  ),
});

/** A network with the layer that a golden line describes. */
function textOf(layer: string, weightInit: string): string {
  const sizes = [...layer.matchAll(/\d+/g)].map(Number);
  const settings = `weightInit: ${weightInit}, activation: tanh`;
  const [kind] = layer.split(" ");
  switch (kind) {
    case "dense":
      return `input: vector(${sizes[0]})\n layer dense { nOut: ${sizes[1]}, ${settings} }\n layer output { nOut: 2, activation: softmax, loss: mcxent }`;
    case "convolution":
      return `input: image(height: 9, width: 9, channels: 8)\n layer convolution { nOut: 16, kernel: [3, 3], stride: [${sizes.at(-1)}, ${sizes.at(-1)}], ${settings} }\n layer output { nOut: 2, activation: softmax, loss: mcxent }`;
    default:
      return `input: sequence(features: 40, length: 3)\n layer ${kind} { nOut: 60, ${settings} }\n layer rnnOutput { nOut: 2, activation: softmax, loss: mcxent }`;
  }
}

describe("initial weights are drawn as Deeplearning4j draws them", () => {
  const { weightInit: lines } = golden.parse(read("statistics-weights.json"));
  const names = [...new Set(lines.map(({ weightInit }) => weightInit))];
  assert.equal(names.length, 19);
  for (const name of names)
    test(name, () => {
      for (const line of lines.filter(({ weightInit }) => weightInit === name)) {
        const network = networkIn(`network a {\n ${textOf(line.layer, name)}\n}`);
        const [layer] = network.layers;
        assert.ok(layer);
        const { arrays } = mathOf(layer, network);
        const random = seededRandom(11);
        const drawn = new Map(arrays.map(({ name: array, initial }) => [array, initial(random)]));
        const values = drawn.get(line.array);
        assert.ok(values);
        assert.equal(values.length, line.count, `${line.layer}: as many weights`);
        assertAlike(statisticsOf(values), line);
        const { biasForgetGate } = line;
        if (biasForgetGate) assertAlike(statisticsOf(drawn.get("b")?.slice(60, 120) ?? []), biasForgetGate);
        // A uniform distribution ends where Deeplearning4j's does.
        if (name.includes("UNIFORM"))
          assert.ok(Math.abs(statisticsOf(values).max - line.max) < 0.02 * line.max, `${line.layer}: the largest`);
      }
    });
});

/** `.nnet` has no words for most kinds of dropout. */
const javaText = (dropOut: string) => `import org.deeplearning4j.nn.conf.*;
class A {
  void build() {
  MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list()
    .layer(new DenseLayer.Builder().nIn(4).nOut(3).activation(Activation.RELU).dropOut(${dropOut}).build())
    .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(3).nOut(2).activation(Activation.SOFTMAX).build())
    .build();
  }
}`;

describe("dropout draws as Deeplearning4j does, on a layer's input", () => {
  before(() => openBackend("cpu", { wasmFolder }));
  const lines = z
    .object({ dropout: z.array(z.object({ what: z.string(), training: statistics, distinctWhenTraining: z.array(z.unknown()) })) })
    .parse(read("statistics-dropout.json")).dropout;
  const written: Readonly<Record<string, string>> = {
    "Dropout(0.8), input constant 2.0": "0.8",
    "Dropout(0.5), input constant 2.0": "0.5",
    "AlphaDropout(0.8), input constant 2.0": "new AlphaDropout(0.8)",
    "GaussianDropout(0.3), input constant 2.0": "new GaussianDropout(0.3)",
    "GaussianNoise(0.5), input constant 2.0": "new GaussianNoise(0.5)",
  };
  for (const [what, dropOut] of Object.entries(written))
    test(what, () => {
      const line = lines.find((one) => one.what === what);
      assert.ok(line);
      const { network } = chooseNetwork(trainingJob.parse({ text: javaText(dropOut), path: "A.java", notation: "java" }));
      const [layer] = network.layers;
      const drop = layer && dropoutOf(layer);
      assert.ok(drop);
      const values = tf.tidy(() => drop(tf.fill([200_000], 2), seededRandom(3)).dataSync());
      assertAlike(statisticsOf(values), line.training);
      const [first] = line.distinctWhenTraining;
      if (typeof first === "number") {
        const distinct = [...new Set(values)].sort((a, b) => a - b);
        assert.equal(distinct.length, line.distinctWhenTraining.length);
        distinct.forEach((value, index) => {
          assert.ok(Math.abs(value - Number(line.distinctWhenTraining[index])) < 1e-3);
        });
      }
    });
});
