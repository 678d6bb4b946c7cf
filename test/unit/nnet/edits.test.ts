import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { Change } from "../../../core/src/model/change.js";
import type { NewValue } from "../../../core/src/model/value.js";
import { applyEdits } from "./apply-edits.js";
import { bareProject } from "./project.js";

const digits = `// Handwritten digits.
network digits {
  data {
    train:     csv("digits-train.csv")
    label:     "digit"
    batchSize: 64
  }

  train {
    seed:    123
    updater: nesterovs(learningRate: 0.006, momentum: 0.9) // the usual one
    gradientNormalization: clipL2PerLayer(1.0)
    earlyStopping { patience: 3 }
  }

  input: vector(784)
  layer dense  { nOut: 100, dropOut: keep(0.5) }
  // the answer
  layer output { nOut: 10, activation: softmax, loss: mcxent }
}
`;

const bare = `network a {
  input: vector(2)
  layer dense { nOut: 3 }
  layer output
}
`;

const graph = `network g {
  input { in: vector(4) }
  layer dense a from in { nOut: 4 }
  layer dense b from a { nOut: 4 }
  vertex scale(2.5) s from b
  layer output out from s, a { nOut: 3 }
}
`;

function edited(text: string, ...changes: readonly Change[]): string | null {
  const edits = nnet.edit(nnet.read(text, bareProject), 0, changes);
  return edits === null ? null : applyEdits(text, edits);
}

/** The text after the changes is the text with these replacements. */
function becomes(text: string, changes: readonly Change[], ...replacements: readonly (readonly [string, string])[]): void {
  let expected = text;
  for (const [from, to] of replacements) {
    assert.ok(expected.includes(from), `the text has ${JSON.stringify(from)}`);
    expected = expected.replace(from, () => to);
  }
  assert.equal(edited(text, ...changes), expected);
}

const set = (address: string, value: NewValue): Change => ({ kind: "set", address, value });
const remove = (address: string): Change => ({ kind: "remove", address });

describe("changing a value that is written", () => {
  const table: readonly (readonly [string, NewValue, string, string])[] = [
    ["train.updater.learningRate", 0.1, "0.006", "0.1"],
    ["train.updater.learningRate", 0.0001, "0.006", "1e-4"],
    ["train.updater.learningRate", 0.001, "0.006", "0.001"],
    [
      "train.updater.learningRate",
      { name: "StepSchedule", args: { initialValue: 0.1, decayRate: 0.5, step: 10 } },
      "0.006",
      "step(initialValue: 0.1, decayRate: 0.5, step: 10)",
    ],
    [
      "train.updater",
      { name: "Adam", args: { learningRate: 0.001 } },
      "nesterovs(learningRate: 0.006, momentum: 0.9)",
      "adam(learningRate: 0.001)",
    ],
    ["train.updater", { name: "NoOp", args: {} }, "nesterovs(learningRate: 0.006, momentum: 0.9)", "none"],
    ["train.gradientNormalizationThreshold", 5, "clipL2PerLayer(1.0)", "clipL2PerLayer(5.0)"],
    ["train.gradientNormalization", "ClipElementWiseAbsoluteValue", "clipL2PerLayer(1.0)", "clipElementWiseAbsoluteValue(1.0)"],
    ["train.gradientNormalization", "None", "clipL2PerLayer(1.0)", "none"],
    ["train.earlyStopping.patience", 5, "patience: 3", "patience: 5"],
    ["train.earlyStopping.maxEpochs", 100, "patience: 3", "patience: 3, maxEpochs: 100"],
    ["data.label", 3, '"digit"', "3"],
    ["data.train", { name: "builtin", args: { name: "moons", examples: 500 } }, 'csv("digits-train.csv")', "builtin(moons, examples: 500)"],
    ["data.train.header", false, '"digits-train.csv"', '"digits-train.csv", header: false'],
    ["layers.0.dropOut", 0.8, "keep(0.5)", "keep(0.8)"],
    ["layers.1.loss", "MSE", "mcxent", "mse"],
    ["layers.1.activation", { name: "LEAKYRELU", args: { alpha: 0.2 } }, "softmax", "leakyRelu(0.2)"],
    ["inputs.0.type.size", 10, "784", "10"],
  ];
  for (const [address, value, from, to] of table) {
    test(`${address}: ${from} becomes ${to}`, () => {
      becomes(digits, [set(address, value)], [from, to]);
    });
  }

  test("a probability of dropping stays one", () => {
    becomes("network a { layer dense { dropOut: drop(0.9) } }", [set("layers.0.dropOut", 0.8)], ["drop(0.9)", "drop(0.2)"]);
  });

  test("one number for both dimensions stays one", () => {
    becomes("network a { layer convolution { kernel: 5 } }", [set("layers.0.kernel", [3, 3])], ["5", "3"]);
    becomes("network a { layer convolution { kernel: [5, 5] } }", [set("layers.0.kernel", [3, 3])], ["[5, 5]", "[3, 3]"]);
  });

  test("the length of one direction leaves the other", () => {
    const text = "network a { train { backprop: truncated(20) } }";
    becomes(text, [set("train.tbpttForward", 50)], ["truncated(20)", "truncated(forward: 50, backward: 20)"]);
    becomes(text, [set("train.tbpttBackward", 10)], ["truncated(20)", "truncated(20, backward: 10)"]);
  });

  test("the value within a wrapper and the argument of a vertex", () => {
    becomes("network a { layer bidirectional(lstm) { nOut: 3 } }", [set("layers.0.inner.nOut", 5)], ["3", "5"]);
    becomes(graph, [set("layers.2.factor", 0.5)], ["scale(2.5)", "scale(0.5)"]);
  });
});

describe("adding a setting", () => {
  test("in its canonical place, lined up with its neighbours", () => {
    becomes(digits, [set("train.epochs", 20)], ["    seed:    123\n", "    seed:    123\n    epochs:  20\n"]);
    becomes(digits, [set("train.l2", 0.0001)], ["// the usual one\n", "// the usual one\n    l2:      1e-4\n"]);
    becomes(
      digits,
      [set("data.normalize", { name: "standardize", args: {} })],
      ['    label:     "digit"\n', '    label:     "digit"\n    normalize: standardize\n'],
    );
    becomes(
      digits,
      [set("train.distributed", { name: "distributed", args: { workers: 2 } })],
      ["earlyStopping { patience: 3 }\n", "earlyStopping { patience: 3 }\n    distributed { workers: 2 }\n"],
    );
  });

  test("in a block on one line, with commas as there", () => {
    becomes(digits, [set("layers.0.activation", "RELU")], ["nOut: 100, dropOut", "nOut: 100, activation: relu, dropOut"]);
    becomes(bare, [set("layers.0.activation", "TANH")], ["nOut: 3 }", "nOut: 3, activation: tanh }"]);
    becomes(
      "network a { layer dense { nOut: 3  l1: 0.1 } }",
      [set("layers.0.activation", "TANH")],
      ["nOut: 3  ", "nOut: 3  activation: tanh  "],
    );
    becomes("network a { layer dense { l1: 0.1 } }", [set("layers.0.nOut", 3)], ["{ l1", "{ nOut: 3, l1"]);
  });

  test("with a comma after every line where the text has it so", () => {
    const text = "network a {\n  train {\n    seed: 1,\n    l2: 0.1\n  }\n}\n";
    becomes(text, [set("train.epochs", 2)], ["seed: 1,\n", "seed: 1,\n    epochs: 2,\n"]);
    becomes(text, [set("train.miniBatch", false)], ["l2: 0.1\n", "l2: 0.1,\n    miniBatch: false\n"]);
  });

  test("a layer without a block gets one", () => {
    becomes(bare, [set("layers.1.nOut", 3), set("layers.1.loss", "MSE")], ["layer output\n", "layer output { nOut: 3, loss: mse }\n"]);
    becomes("network a { layer dense {} }", [set("layers.0.nOut", 3)], ["{}", "{ nOut: 3 }"]);
  });

  test("a missing section is written in its place", () => {
    becomes(
      bare,
      [set("train.seed", 123), set("train.l2", 0.01)],
      ["{\n  input", "{\n  train {\n    seed: 123\n    l2: 0.01\n  }\n  input"],
    );
    becomes(digits, [set("defaults.activation", "RELU")], ["  }\n\n  input", "  }\n\n  defaults {\n    activation: relu\n  }\n\n  input"]);
    becomes("network a { layer dense }", [set("train.seed", 1)], ["{ layer", "{ train { seed: 1 } layer"]);
    becomes("network a {}", [set("train.seed", 1)], ["{}", "{ train { seed: 1 } }"]);
    becomes("network a {\n}", [set("inputs.0.type", { name: "feedForward", args: { size: 3 } })], ["{\n}", "{\n  input: vector(3)\n}"]);
  });

  test("a learning rate where no updater is written is that of sgd", () => {
    becomes(
      "network a { train { seed: 1 } }",
      [set("train.updater.learningRate", 0.1)],
      ["seed: 1", "seed: 1, updater: sgd(learningRate: 0.1)"],
    );
    becomes("network a { train { updater: adam } }", [set("train.updater.learningRate", 0.1)], ["adam", "adam(learningRate: 0.1)"]);
    becomes("network a { train { updater: adam(0.1) } }", [set("train.updater.beta1", 0.8)], ["0.1", "0.1, beta1: 0.8"]);
  });

  test("a clipping and its threshold become one value, in either order", () => {
    const clip = [set("train.gradientNormalization", "ClipL2PerLayer"), set("train.gradientNormalizationThreshold", 1)];
    for (const changes of [clip, clip.toReversed()]) {
      becomes("network a { train { seed: 1 } }", changes, ["seed: 1", "seed: 1, gradientNormalization: clipL2PerLayer(1.0)"]);
    }
    assert.equal(edited(bare, set("train.gradientNormalizationThreshold", 1)), null, "a threshold of nothing cannot be said");
  });

  test("truncated back-propagation with its lengths becomes one value", () => {
    becomes(
      "network a { train { seed: 1 } }",
      [set("train.tbpttBackward", 20), set("train.backpropType", "TruncatedBPTT"), set("train.tbpttForward", 20)],
      ["seed: 1", "seed: 1, backprop: truncated(forward: 20, backward: 20)"],
    );
  });

  test("tabs stay tabs, and Windows line ends stay", () => {
    const text = "network a {\r\n\ttrain {\r\n\t\tseed: 1\r\n\t}\r\n\tlayer dense\r\n}\r\n";
    becomes(
      text,
      [set("train.epochs", 2), set("data.batchSize", 8)],
      ["{\r\n\ttrain {\r\n\t\tseed: 1\r\n", "{\r\n\tdata {\r\n\t\tbatchSize: 8\r\n\t}\r\n\ttrain {\r\n\t\tseed: 1\r\n\t\tepochs: 2\r\n"],
    );
  });

  test("what the language cannot say is refused", () => {
    assert.equal(edited(bare, set("train.momentum", 0.9)), null);
    assert.equal(edited(bare, set("layers.0.dropOut", { name: "AlphaDropout", args: { p: 0.5 } })), null);
    assert.equal(edited(bare, set("layers.7.nOut", 1)), null);
    assert.equal(edited(bare, set("layers.0.activation", "MY_ACT")), null);
  });
});

describe("taking a setting out", () => {
  test("with its line, its comment and its comma", () => {
    becomes(digits, [remove("train.updater")], ["    updater: nesterovs(learningRate: 0.006, momentum: 0.9) // the usual one\n", ""]);
    becomes(digits, [remove("layers.0.dropOut")], ["nOut: 100, dropOut: keep(0.5)", "nOut: 100"]);
    becomes(digits, [remove("layers.1.nOut")], ["nOut: 10, activation", "activation"]);
    const commas = "network a {\n  train {\n    seed: 1,\n    l2: 0.1\n  }\n}\n";
    becomes(commas, [remove("train.l2")], ["seed: 1,\n    l2: 0.1\n", "seed: 1\n"]);
  });

  test("an argument with its comma", () => {
    becomes(digits, [remove("train.updater.momentum")], [", momentum: 0.9", ""]);
    becomes(digits, [remove("train.updater.learningRate")], ["learningRate: 0.006, ", ""]);
    becomes(digits, [remove("train.gradientNormalizationThreshold")], ["clipL2PerLayer(1.0)", "clipL2PerLayer"]);
  });

  test("with the block that becomes empty", () => {
    becomes(bare, [remove("layers.0.nOut")], ["layer dense { nOut: 3 }", "layer dense"]);
    becomes(digits, [remove("train.earlyStopping.patience")], ["    earlyStopping { patience: 3 }\n", ""]);
    const text = "network a {\n  train {\n    seed: 1\n  }\n\n  input: vector(2)\n}\n";
    becomes(text, [remove("train.seed")], ["  train {\n    seed: 1\n  }\n\n", ""]);
  });

  test("several at once", () => {
    becomes(
      digits,
      [remove("train.updater.momentum"), set("train.seed", 5), remove("data.label"), set("data.shuffle", false)],
      [", momentum: 0.9", ""],
      ["123", "5"],
      ['    label:     "digit"\n', ""],
      ["    batchSize: 64\n", "    batchSize: 64\n    shuffle:   false\n"],
    );
  });

  test("of something that is not written changes nothing", () => {
    becomes(digits, [remove("train.l1")]);
  });

  test("settings merged into one", () => {
    const change: Change = { kind: "merge", remove: ["train.l1", "train.l2"], address: "train.weightDecay", value: 0.01 };
    becomes("network a { train { seed: 1, l1: 0.1, l2: 0.2 } }", [change], ["l1: 0.1, l2: 0.2", "weightDecay: 0.01"]);
  });
});

describe("changing layers", () => {
  test("one is put in, above the comment of the next", () => {
    becomes(
      digits,
      [{ kind: "insertLayer", before: 1, layer: { kind: "BatchNormalization", settings: {} } }],
      ["  // the answer\n", "  layer batchNormalization\n  // the answer\n"],
    );
    becomes(
      digits,
      [{ kind: "insertLayer", before: 2, layer: { kind: "DropoutLayer", settings: { dropOut: 0.5 } } }],
      ["loss: mcxent }\n", "loss: mcxent }\n  layer dropout { dropOut: keep(0.5) }\n"],
    );
  });

  test("in a graph it stands between the next one and what feeds that", () => {
    becomes(
      graph,
      [{ kind: "insertLayer", before: 1, layer: { kind: "BatchNormalization", settings: {} } }],
      ["  layer dense b from a", "  layer batchNormalization batchNormalization1 from a\n  layer dense b from batchNormalization1"],
    );
  });

  test("one becomes another and keeps what stays right", () => {
    const layer = { kind: "RnnOutputLayer", settings: { nOut: 10, activation: "SOFTMAX", loss: "MCXENT" } };
    becomes(digits, [{ kind: "replaceLayer", index: 1, layer }], ["layer output", "layer rnnOutput"]);
    const dense = { kind: "DenseLayer", settings: { nOut: 10, activation: "RELU" } };
    becomes(
      digits,
      [{ kind: "replaceLayer", index: 1, layer: dense }],
      ["output { nOut: 10, activation: softmax, loss: mcxent }", "dense { nOut: 10, activation: relu }"],
    );
  });

  test("one is taken out, and what it fed is fed by what fed it", () => {
    becomes(digits, [{ kind: "removeLayer", index: 0 }], ["  layer dense  { nOut: 100, dropOut: keep(0.5) }\n", ""]);
    becomes(graph, [{ kind: "removeLayer", index: 2 }], ["  vertex scale(2.5) s from b\n", ""], ["from s, a", "from b, a"]);
  });

  test("several changes use the indices of the text as it stands", () => {
    becomes(
      bare,
      [
        { kind: "insertLayer", before: 1, layer: { kind: "BatchNormalization", settings: {} } },
        { kind: "insertLayer", before: 1, layer: { kind: "ActivationLayer", settings: { activation: "RELU" } } },
        { kind: "removeLayer", index: 0 },
        set("layers.1.nOut", 2),
      ],
      ["  layer dense { nOut: 3 }\n", "  layer batchNormalization\n  layer activation { activation: relu }\n"],
      ["layer output\n", "layer output { nOut: 2 }\n"],
    );
  });
});
