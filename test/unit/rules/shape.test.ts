import assert from "node:assert/strict";
import { test } from "node:test";
import { allFindings, findingsOf, fixed, java, nnet, titles } from "./linting.js";

const mismatches = (source: Parameters<typeof findingsOf>[1]) => findingsOf("shape/nin-mismatch", source);

test("changing nOut changes the written nIn of every layer that it feeds", async () => {
  const source = nnet(`network two {
  input: vector(4)
  layer dense shared { nOut: 16, activation: relu, weightInit: relu }
  layer dense left from shared { nIn: 20, nOut: 8, activation: relu, weightInit: relu }
  layer dense right from shared { nIn: 16, nOut: 8, activation: relu, weightInit: relu }
  vertex merge both from left, right
  layer output result from both { nOut: 3, activation: softmax, loss: mcxent }
}
`);
  const [finding] = await mismatches(source);
  const after = fixed(source, finding, "Set nOut of layer shared to 20");
  assert.match(after.text, /layer dense right from shared \{ nIn: 20,/);
  assert.deepEqual(
    (await allFindings(after)).filter(({ severity }) => severity === "error"),
    [],
  );
});

test("a size that comes from several layers is set on the layer itself only", async () => {
  const source = nnet(`network merged {
  input: vector(4)
  layer dense a { nOut: 8, activation: relu, weightInit: relu }
  layer dense b from a { nOut: 8, activation: relu, weightInit: relu }
  vertex merge both from a, b
  layer output result from both { nIn: 8, nOut: 3, activation: softmax, loss: mcxent }
}
`);
  const [finding] = await mismatches(source);
  assert.match(finding?.message ?? "", /gives 16\.$/);
  assert.deepEqual(titles(finding), ["Set nIn to 16"]);
});

const perceptron = (override: string) =>
  java(
    `
    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
        .updater(new Adam(1e-3))
        .list()
        .layer(new DenseLayer.Builder().nIn(4).nOut(16).activation(Activation.RELU).build())
        .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(20).nOut(3).activation(Activation.SOFTMAX).build())
        ${override}
        .build();`,
    "1.0.0-M2.1",
  );

test("1.0.0-M2.1 replaces a wrong nIn in a list, unless it is told not to", async () => {
  assert.equal((await mismatches(perceptron(""))).length, 0);
  assert.equal((await mismatches(perceptron(".overrideNinUponBuild(false)"))).length, 1);
});
