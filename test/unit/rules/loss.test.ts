import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsOf, nnet, titles } from "./linting.js";

const network = (labels: string, output: string) =>
  nnet(`network example {
  data { train: csv("train.csv"), label: "y", labels: ${labels}, normalize: standardize }
  input: vector(4)
  layer dense { nOut: 16, activation: relu, weightInit: relu }
  layer output { ${output} }
}
`);

const unfit = (source: ReturnType<typeof network>) => findingsOf("loss/unfit-for-task", source);

test("answers of yes or no get XENT with sigmoid", async () => {
  const [finding] = await unfit(network("binary", "nOut: 1, activation: sigmoid, loss: mse"));
  assert.deepEqual(titles(finding), ["Set loss to XENT"]);
});

test("a hinge loss on one-hot labels is said to want -1 and 1", async () => {
  const [finding] = await unfit(network("oneHot(3)", "nOut: 3, activation: tanh, loss: hinge"));
  assert.equal(finding?.message, "HINGE wants labels of -1 and 1, but the labels are classes.");
  assert.deepEqual(titles(finding), ["Set loss to MCXENT and activation to SOFTMAX"]);
});

test("an unfit pair of activation and loss is said once", async () => {
  assert.deepEqual(await unfit(network("oneHot(3)", "nOut: 3, activation: softmax, loss: mse")), []);
});

test("a softmax with real labels is left to the rule on labels", async () => {
  assert.deepEqual(await unfit(network("real", "nOut: 3, activation: softmax, loss: mcxent")), []);
});
