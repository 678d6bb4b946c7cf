import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../../core/src/analysis/analyse.js";
import { defaultConfiguration } from "../../../core/src/analysis/configure.js";
import { describeSetting } from "../../../core/src/analysis/describe-setting.js";
import { adviceStarts } from "../../../core/src/analysis/guideline-advice.js";
import { guidelinePage, guidelineSections } from "../../../core/src/analysis/pages.js";
import type { Notation } from "../../../core/src/model/index.js";

const config = `network iris {
  train { updater: nesterovs(learningRate: 0.05, momentum: 0.9), epochs: 10 }
  defaults { activation: relu }
  input: vector(4)
  layer dense { nOut: 16 }
  layer lstm { nOut: 5, activation: tanh }
  layer output { nOut: 3, activation: softmax, loss: mcxent }
}
`;

const java = `import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
class Iris {
  static final double RATE = 0.1;
  Object conf() {
    return new NeuralNetConfiguration.Builder().learningRate(RATE).updater(Updater.SGD).list()
      .layer(0, new DenseLayer.Builder().nIn(4).nOut(3).build())
      .layer(1, new OutputLayer.Builder().nIn(3).nOut(2).build())
      .build();
  }
}
`;

/** What is told at the first place of `word` in the text. */
async function at(word: string, text = config, notation: Notation = "nnet") {
  const offset = text.indexOf(word);
  assert.ok(offset >= 0, `"${word}" stands in the text`);
  const analysed = await analyse(text, notation, {
    project: { version: null, configuration: defaultConfiguration },
    data: { profile: () => Promise.resolve(undefined) },
  });
  const described = describeSetting(analysed, offset + 1);
  return { ...described, on: described && text.slice(described.range.start, described.range.end) };
}

describe("what is told of a setting", () => {
  test("a value: its meaning, that it is in force, and the guideline's advice", async () => {
    const { markdown, advice, on } = await at("0.05");
    assert.equal(on, "0.05");
    assert.match(markdown ?? "", /^\*\*Learning rate\*\* `train\.updater\.learningRate`\n\nHow far each update moves the weights\./);
    assert.match(markdown ?? "", /In force: `0\.05`, written here; for `0` \(DenseLayer\), `1` \(LSTM\), `2` \(OutputLayer\)\./);
    assert.equal(advice?.section, "learning-rate");
    assert.match(advice.markdown, /\*\*Typical values\*\* are in the range of 0\.1 to 1e-6\./);
  });

  test("a name is told as its value is, and the smallest part counts", async () => {
    assert.equal((await at("momentum")).on, "momentum");
    assert.match((await at("nesterovs")).markdown ?? "", /In force: `Nesterovs\(learningRate: 0\.05, momentum: 0\.9\)`/);
  });

  test("a value for all layers is told with the layers that take it", async () => {
    assert.match((await at("relu")).markdown ?? "", /In force: `RELU`, written here; for `0` \(DenseLayer\)\.\s/);
  });

  test("the advice on an activation is that for its layer", async () => {
    assert.match((await at("relu")).advice?.markdown ?? "", /^\*\*Hidden layers\*\*/);
    assert.match((await at("tanh")).advice?.markdown ?? "", /^\*\*LSTM layers\*\* are the exception/);
    assert.match((await at("softmax")).advice?.markdown ?? "", /^\*\*The output layer\*\* depends/);
  });

  test("a layer's kind shows what the layer does not say itself", async () => {
    const { markdown = "", on } = await at("dense");
    assert.equal(on, "dense");
    assert.match(markdown, /^\*\*DenseLayer\*\* `0`: gives 16, 80 parameters\n/);
    assert.match(markdown, /\| Activation \| `activation` \| `RELU` \| inherited from line 3 \|/);
    assert.match(markdown, /\| Inputs \| `nIn` \| `4` \| inferred from what is around it \|/);
    assert.match(markdown, /By default of Deeplearning4j 1\.0\.0-M2\.1: .*`hasBias` true/);
    assert.doesNotMatch(markdown, /`nOut`/);
  });

  test("in builder calls, the constant that a value is read from", async () => {
    const { markdown = "" } = await at("learningRate(RATE)", java, "java");
    assert.match(markdown, /In force: `0\.1`, from `RATE`, line 3; for `0` \(DenseLayer\), `1` \(OutputLayer\)\./);
    assert.match(
      (await at("DenseLayer", java, "java")).markdown ?? "",
      /`SIGMOID`|By default of Deeplearning4j 0\.9\.1: .*`activation` SIGMOID/,
    );
  });

  test("nothing is told of an input's sizes, of punctuation, and outside of networks", async () => {
    assert.equal((await at("4)")).markdown?.startsWith("**Input type**"), true);
    assert.equal((await at("{")).markdown, undefined);
    assert.equal((await at("class Iris", java, "java")).markdown, undefined);
  });
});

test("every piece of advice stands in a guideline's page", () => {
  const pages = guidelineSections.map((section) => guidelinePage(section)?.replace(/\*\*/g, "") ?? "");
  for (const start of Object.values(adviceStarts).flat())
    assert.ok(
      pages.some((page) => page.split("\n").some((line) => line.replace(/^- /, "").startsWith(start))),
      `"${start}" begins a paragraph or an item`,
    );
});
