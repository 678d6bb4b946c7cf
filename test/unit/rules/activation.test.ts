import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { allFindings, findingsOf, fixed, nnet, titles } from "./linting.js";

const classifier = (labels: string, output: string) =>
  nnet(`network example {
  data { train: csv("train.csv"), label: "y", labels: ${labels}, normalize: standardize }
  train { epochs: 50, updater: adam(learningRate: 1e-3) }
  input: vector(4)
  layer dense { nOut: 16, activation: relu, weightInit: relu }
  layer output { ${output} }
}
`);

const unfit = (source: Parameters<typeof findingsOf>[1]) => findingsOf("activation/unfit-for-loss", source);

describe("of the two sides of an unfit pair, the one that the labels ask for is repaired", () => {
  test("classes: softmax, and never a squared error", async () => {
    const [finding] = await unfit(classifier("oneHot(3)", "nOut: 3, activation: identity, loss: mcxent"));
    assert.deepEqual(titles(finding), ["Set activation to SOFTMAX"]);
  });

  test("real targets: the loss, and never softmax", async () => {
    const [finding] = await unfit(classifier("real", "nOut: 1, activation: identity, loss: mcxent"));
    assert.deepEqual(titles(finding), ["Set loss to MSE"]);
  });

  test("one unit: never softmax, which would always say 1", async () => {
    const [finding] = await unfit(classifier("binary", "nOut: 1, activation: sigmoid, loss: mcxent"));
    assert.deepEqual(titles(finding), ["Set loss to XENT"]);
  });
});

test("a label column that nothing says the classes of becomes one-hot together with the softmax", async () => {
  const source = nnet(`network example {
  data { train: csv("train.csv"), label: "y", normalize: standardize }
  input: vector(4)
  layer dense { nOut: 16, activation: relu, weightInit: relu }
  layer output { nOut: 3, activation: identity, loss: mcxent }
}
`);
  const [finding] = await unfit(source);
  const after = fixed(source, finding, "Set activation to SOFTMAX and labels to oneHot(3)");
  assert.match(after.text, /label: "y", labels: oneHot\(3\)/);
  assert.deepEqual(
    (await allFindings(after)).filter(({ severity }) => severity === "error"),
    [],
  );
});

test("where neither side fits the labels, both are written", async () => {
  const [finding] = await unfit(classifier("binary", "nOut: 2, activation: softmax, loss: mse"));
  assert.deepEqual(titles(finding), ["Set loss to XENT and activation to SIGMOID"]);
});

test("an unwritten sigmoid is repaired together with a written one, which would be left alone", async () => {
  const source = nnet(`network example {
  input: vector(4)
  layer dense { nOut: 16 }
  layer dense { nOut: 16, activation: sigmoid }
  layer output { nOut: 3, activation: softmax, loss: mcxent }
}
`);
  const [finding] = await findingsOf("activation/implicit-sigmoid", source);
  const after = fixed(source, finding, "Set the activation of 2 layers to RELU");
  assert.deepEqual(
    (await allFindings(after)).filter(({ severity }) => severity === "warning").map(({ rule }) => rule),
    [],
  );
});

describe("unwritten activations", () => {
  const hidden = (count: number) =>
    nnet(`network example {
  input: vector(4)
${"  layer dense { nOut: 16 }\n".repeat(count)}  layer output { nOut: 3, activation: softmax, loss: mcxent }
}
`);

  test("writing the sigmoid out is offered where a written one is only remarked", async () => {
    const [finding] = await findingsOf("activation/implicit-sigmoid", hidden(1));
    assert.deepEqual(titles(finding), ["Set activation to RELU", "Set activation to LEAKYRELU", "Write activation SIGMOID"]);
  });

  test("it is not offered where three written sigmoids would be a warning", async () => {
    const findings = await findingsOf("activation/implicit-sigmoid", hidden(3));
    assert.equal(findings.length, 3);
    assert.deepEqual(titles(findings[0]), ["Set activation to RELU", "Set activation to LEAKYRELU"]);
  });

  test("each layer is reported once, not as saturating too", async () => {
    const rules = (await allFindings(hidden(3))).map(({ rule }) => rule);
    assert.ok(!rules.includes("activation/saturating"));
  });
});

test("layers of a stack are repaired together, each where it is written, and the recurrent layer keeps its tanh", async () => {
  const source = nnet(`network example {
  defaults { activation: tanh }
  input: sequence(features: 8, length: 20)
  layer lstm { nOut: 16 }
  layer dense { nOut: 16 }
  layer dense { nOut: 16 }
  layer dense { nOut: 16, activation: tanh }
  layer rnnOutput { nOut: 3, activation: softmax, loss: mcxent }
}
`);
  const [finding] = await findingsOf("activation/saturating", source);
  const after = fixed(source, finding, "Set the activation of 3 layers to RELU");
  assert.match(after.text, /defaults \{ activation: tanh \}/);
  assert.equal(after.text.match(/nOut: 16, activation: relu/g)?.length, 3);
  assert.deepEqual(await findingsOf("activation/saturating", after), []);
});
