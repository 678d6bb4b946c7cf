import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import { LineIndex } from "../../../core/src/model/index.js";
import { inspectNetwork } from "../../../core/src/resolve/inspect.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { bareProject } from "./written.js";

const text = `network series {
  data { train: csvSequence("a/*.csv") labels: oneHot(3) batchSize: 16 }
  train {
    updater: nesterovs(learningRate: step(initialValue: 0.1, decayRate: 0.5, step: 10), momentum: 0.8)
    weightDecay: decay(0.02, applyLR: false)
  }
  defaults { activation: leakyRelu(0.2) weightInit: normal(0, 0.01) }
  input: sequence(features: 3)
  layer lastTimeStep(lstm) first { nOut: 4, dropOut: drop(0.25) }
  layer output { nOut: 3 }
}
`;

const setting = z.object({ value: z.unknown(), origin: z.string(), range: z.unknown() });
const layer = z.object({ name: z.string(), index: z.number(), kind: z.string(), from: z.array(z.string()) }).catchall(z.unknown());
const inspected = z.object({
  name: z.string(),
  notation: z.string(),
  kind: z.string(),
  framework: z.unknown(),
  train: z.record(z.string(), setting),
  data: z.record(z.string(), setting),
  inputs: z.array(z.object({ name: z.string(), type: setting })),
  layers: z.array(layer),
});

const [written] = nnet.read(text, bareProject).networks;
assert.ok(written);
const lines = new LineIndex(text);
const network = inspected.parse(JSON.parse(JSON.stringify(inspectNetwork(resolve(written), (range) => lines.lineRange(range)))));
const [first, last] = network.layers;
assert.ok(first && last);

/** The text that a setting's range marks. */
function marked(value: unknown): string {
  const position = z.object({ line: z.number(), character: z.number() });
  const { range } = z.object({ range: z.object({ start: position, end: position }) }).parse(value);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

describe("nnlint inspect", () => {
  test("says what network it is", () => {
    const { name, notation, kind, framework } = network;
    assert.deepEqual(
      { name, notation, kind, framework },
      {
        ...{ name: "series", notation: "nnet", kind: "layers" },
        framework: { name: "dl4j", version: "1.0.0-M2.1", versionFrom: "default" },
      },
    );
  });

  test("an updater is flat, with a schedule in the place of its number", () => {
    assert.deepEqual(network.train.updater?.value, {
      name: "Nesterovs",
      learningRate: { name: "StepSchedule", per: "iteration", initialValue: 0.1, decayRate: 0.5, step: 10 },
      momentum: 0.8,
    });
    assert.match(marked(network.train.updater), /^nesterovs\(.*\)$/);
  });

  test("a default has no range; a seed that is not written is unknown", () => {
    assert.deepEqual(network.train.l2, { value: 0, origin: "default", range: null });
    assert.deepEqual(network.train.seed, { value: null, origin: "unknown", range: null });
  });

  test("the minibatch's size stands in train, with the text in data", () => {
    assert.equal(network.train.batchSize?.value, 16);
    assert.equal(marked(network.train.batchSize), "16");
    assert.equal(network.data.batchSize, undefined);
  });

  test("weight decay, distributions and activations with a parameter are objects", () => {
    assert.deepEqual(network.train.weightDecay?.value, { coefficient: 0.02, applyLR: false });
    const inner = layer.parse(first.inner);
    assert.deepEqual(setting.parse(inner.weightInit).value, { name: "NormalDistribution", mean: 0, std: 0.01 });
    assert.deepEqual(setting.parse(inner.activation).value, { name: "LEAKYRELU", alpha: 0.2 });
  });

  test("a wrapper has its layer under inner, under the same name", () => {
    assert.deepEqual([first.name, first.kind, first.from], ["first", "LastTimeStep", ["input"]]);
    const inner = layer.parse(first.inner);
    assert.deepEqual([inner.name, inner.kind, inner.index], ["first", "LSTM", 0]);
    assert.deepEqual(setting.parse(inner.dropOut), { ...setting.parse(inner.dropOut), value: 0.75, origin: "explicit" });
    assert.equal(marked(inner.dropOut), "drop(0.25)");
  });

  test("shapes are lists, steps null when open", () => {
    assert.deepEqual(network.inputs[0]?.type.value, [3, null]);
    assert.deepEqual(setting.parse(layer.parse(first.inner).outputShape).value, [4, null]);
    assert.deepEqual(setting.parse(first.outputShape).value, [4]);
    assert.deepEqual(setting.parse(last.outputShape), { value: [3], origin: "inferred", range: null });
  });

  test("settings a layer lacks are left out; inherited ones mark their source", () => {
    assert.equal(last.kernel, undefined);
    assert.equal(last.name, "layer1");
    assert.deepEqual([setting.parse(last.activation).value, setting.parse(last.activation).origin], ["SOFTMAX", "default"]);
    assert.equal(setting.parse(last.weightInit).origin, "inherited");
    assert.equal(marked(last.weightInit), "normal(0, 0.01)");
  });
});

describe("the arguments of vertices", () => {
  const graph = `network g {
  input { a: vector(6) }
  vertex subset(1, 4) part from a
  vertex unstack(1, 2) half from a
  layer output o from part, half { nOut: 2 }
}
`;
  test("never hide what a vertex is and what feeds it", () => {
    const [first] = nnet.read(graph, bareProject).networks;
    assert.ok(first);
    const index = new LineIndex(graph);
    const json: unknown = JSON.parse(JSON.stringify(inspectNetwork(resolve(first), (range) => index.lineRange(range))));
    const [part, half] = inspected.parse(json).layers;
    assert.deepEqual([part?.from, setting.parse(part?.first).value, setting.parse(part?.last).value], [["a"], 1, 4]);
    assert.deepEqual([half?.from, half?.index, setting.parse(half?.part).value, setting.parse(half?.of).value], [["a"], 1, 1, 2]);
  });
});
