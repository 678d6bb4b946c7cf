import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsOf, fixed, java, titles } from "./linting.js";

const network = (last: string, calls: string) =>
  java(
    `
    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
        .updater(new Adam(1e-3))
        .list()
        .layer(${last})
        .layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(50).nOut(3).activation(Activation.SOFTMAX).build())
        ${calls}
        .build();`,
    "1.0.0-M2.1",
  );

const lstm = "new LSTM.Builder().nIn(8).nOut(50).activation(Activation.TANH).build()";
const ignored = (source: Parameters<typeof findingsOf>[1]) => findingsOf("recurrent/tbptt-ignored", source);

test("one call for both lengths is one finding, and goes as one", async () => {
  const source = network(lstm, ".tBPTTLength(50)");
  const [finding, another] = await ignored(source);
  assert.equal(another, undefined);
  const after = fixed(source, finding, "Remove the tBPTT lengths");
  assert.doesNotMatch(after.text, /tBPTT/);
});

test("a backward length beyond the forward one is not switched on as it is", async () => {
  const source = network(lstm, ".tBPTTBackwardLength(80)");
  const [finding] = await ignored(source);
  const after = fixed(source, finding, "Set backpropType to TruncatedBPTT and the forward length to 80");
  assert.match(after.text, /\.backpropType\(BackpropType\.TruncatedBPTT\)/);
  assert.match(after.text, /\.tBPTTForwardLength\(80\)/);
});

test("where truncation would throw, only the removal is offered", async () => {
  const [finding] = await ignored(network(`new LastTimeStep(${lstm})`, ".tBPTTForwardLength(50)"));
  assert.deepEqual(titles(finding), ["Remove the tBPTT length"]);
});
