import assert from "node:assert/strict";
import { test } from "node:test";
import { allFindings, findingsOf, java, titles } from "./linting.js";

/** A network that is trained further: what it has of its own cannot be seen. */
const fineTuned = (updater: string, version: string) =>
  java(
    `
    FineTuneConfiguration tuning = new FineTuneConfiguration.Builder()
        .seed(5)
        .weightInit(WeightInit.RELU)
        .updater(${updater})
        .build();
    ComputationGraph net = new TransferLearning.GraphBuilder(pretrained)
        .fineTuneConfiguration(tuning)
        .nOutReplace("fc2", 1024, WeightInit.XAVIER)
        .build();`,
    version,
  );

test("the rate and the momentum of a network that is trained further are told apart", async () => {
  const [finding, another] = await findingsOf("learning-rate/momentum-as-rate", fineTuned("new Nesterovs(5e-5)", "1.0.0-M2.1"));
  assert.equal(another, undefined);
  assert.equal(finding?.message, "new Nesterovs(5e-5) sets the momentum to 5e-5; the learning rate stays 0.1.");
  assert.deepEqual(titles(finding), ["Set learning rate to 5e-5 and momentum to 0.9"]);
});

test("what a pretrained network may have, such as a distribution, is not reported", async () => {
  for (const version of ["1.0.0-beta3", "1.0.0-M2.1"])
    assert.deepEqual(await allFindings(fineTuned("new Nesterovs(5e-5, 0.9)", version)), [], version);
});
