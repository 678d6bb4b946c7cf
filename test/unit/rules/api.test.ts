import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findingsOf, fixed, java, titles, type Source } from "./linting.js";

const network = (calls: string, layer = "", network = "") => `
    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
        ${calls}
        .list()
        .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.RELU)${layer}.build())
        .layer(1, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(3).activation(Activation.SOFTMAX).build())
        ${network}.build();`;

const newest = (calls: string, layer?: string) => java(network(calls, layer), "1.0.0-M2.1");
const removed = (source: Source) => findingsOf("api/removed", source);

describe("calls that Deeplearning4j 1.0 no longer has", () => {
  test("rate, momentum and updater become one updater, and nothing of them is left to report", async () => {
    const source = newest(".learningRate(0.006).updater(Updater.NESTEROVS).momentum(0.9).l2(1e-4)");
    const [learningRate, momentum] = await removed(source);
    assert.match(learningRate?.message ?? "", /^learningRate is gone/);
    assert.match(momentum?.message ?? "", /^momentum is gone/);
    const after = fixed(source, momentum, "Write updater(new Nesterovs(0.006, 0.9))");
    assert.match(after.text, /\.updater\(new Nesterovs\(0\.006, 0\.9\)\)\s*\.l2\(1e-4\)/);
    assert.deepEqual(await removed(after), []);
  });

  test("momentum without a rate keeps the rate of 0.x", async () => {
    const [momentum] = await removed(newest(".updater(Updater.NESTEROVS).momentum(0.8)"));
    assert.deepEqual(titles(momentum), ["Write updater(new Nesterovs(0.1, 0.8))"]);
  });

  test("Adam's decays go into its constructor", async () => {
    const [finding] = await removed(newest(".learningRate(0.001).updater(Updater.ADAM).adamMeanDecay(0.9).adamVarDecay(0.99)"));
    assert.deepEqual(titles(finding), ["Write updater(new Adam(0.001, 0.9, 0.99))"]);
  });

  test("a step policy becomes a schedule", async () => {
    const calls =
      ".learningRate(0.1).learningRateDecayPolicy(LearningRatePolicy.Step).lrPolicyDecayRate(0.5).lrPolicySteps(100).updater(Updater.SGD)";
    const source = newest(calls);
    const [finding] = await removed(source);
    const after = fixed(source, finding, "Write updater(new Sgd(new StepSchedule(…)))");
    assert.match(after.text, /new Sgd\(new StepSchedule\(ScheduleType\.ITERATION, 0\.1, 0\.5, 100\.0\)\)/);
  });

  test("an activation by its name is gone, in a variable too; one by its constant is not, whatever the variable is called", async () => {
    const forms = async (declaration: string) => {
      const layer = ".activation(activation)";
      const source = java(declaration + network(".updater(new Adam(1e-3))", layer), "1.0.0-M2.1");
      return (await removed(source)).map(({ message }) => message.split(" is gone")[0]);
    };
    assert.deepEqual(await forms('String activation = "identity";'), ["activation(String)"]);
    assert.deepEqual(await forms("Activation activation = Activation.IDENTITY;"), []);
  });

  test("a rate that cannot be known is not guessed", async () => {
    const [finding] = await removed(newest(".learningRate(rateFor(args)).updater(Updater.SGD)"));
    assert.ok(finding);
    assert.deepEqual(titles(finding), []);
  });

  test("a layer's own rate becomes a layer's updater, of the global kind", async () => {
    const source = newest(".updater(new Nesterovs(0.1, 0.9))", ".learningRate(0.01)");
    const [finding] = await removed(source);
    const after = fixed(source, finding, "Write updater(new Nesterovs(0.01, 0.9))");
    assert.match(after.text, /activation\(Activation\.RELU\)\.updater\(new Nesterovs\(0\.01, 0\.9\)\)\.build\(\)/);
  });

  test("regularization(false) goes together with the coefficients that it switched off", async () => {
    const source = newest(".updater(new Adam(1e-3)).regularization(false).l2(0.001)");
    const [finding] = await removed(source);
    const after = fixed(source, finding, "Remove regularization(false), and l2");
    assert.doesNotMatch(after.text, /regularization|l2\(/);
  });

  test("useDropConnect takes dropOut's value with it", async () => {
    const source = newest(".updater(new Adam(1e-3)).useDropConnect(true).dropOut(0.5)");
    const [finding] = await removed(source);
    const after = fixed(source, finding, "Write weightNoise(new DropConnect(0.5))");
    assert.match(after.text, /\.weightNoise\(new DropConnect\(0\.5\)\)/);
    assert.doesNotMatch(after.text, /dropOut/);
  });

  test("only removing what has no effect is safe", async () => {
    const [one] = await removed(newest(".iterations(1).updater(new Adam(1e-3))"));
    const [five] = await removed(newest(".iterations(5).updater(new Adam(1e-3))"));
    assert.deepEqual([one?.fixes[0]?.safety, five?.fixes[0]?.safety], ["safe", "suggested"]);
  });
});

describe("the version", () => {
  test("worked out from the calls: nothing is gone", async () => {
    assert.deepEqual(await removed(java(network(".learningRate(0.1).iterations(1)"))), []);
  });

  test("from the setting counts like one from a build file", async () => {
    const source = { ...newest(".learningRate(0.1)"), versionFrom: "setting" as const };
    assert.equal((await removed(source)).length, 1);
  });
});
