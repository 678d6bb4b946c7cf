import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Change } from "../../../core/src/model/index.js";
import { edited, inMethod, onlyNetwork } from "./reading.js";

const set = (address: string, value: Extract<Change, { kind: "set" }>["value"]): Change => ({ kind: "set", address, value });

interface Case {
  readonly name: string;
  readonly before: string;
  readonly changes: readonly Change[];
  readonly after: string | null;
  readonly version?: string;
}

const conf = (calls: string): string => inMethod(`        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()\n${calls};`);
const newLine = (...calls: string[]): string => calls.map((call) => `            ${call}`).join("\n");
const tail = [".list()", ".layer(new DenseLayer.Builder().nIn(4).nOut(3).build())", ".build()"];

const lstm = "new LSTM.Builder().nIn(4).nOut(3).build()";
const series = (first: string, second: string) => conf(newLine(".list()", `.layer(${first})`, `.layer(${second})`, ".build()"));
const outputOf = (kind: string) => `new ${kind}.Builder(LossFunctions.LossFunction.MCXENT).nIn(3).nOut(2).build()`;

const reader = (name: string) => `        RecordReader ${name}Reader = new CSVRecordReader();
        ${name}Reader.initialize(new FileSplit(new File("${name}.csv")));
        DataSetIterator ${name} = new RecordReaderDataSetIterator(${name}Reader, 32, 4, 3);
`;
const scaledBy = (...scaling: string[]) =>
  inMethod(`${reader("train")}${reader("held")}        DataNormalization scaler = new NormalizerStandardize();
${scaling.map((statement) => `        ${statement}\n`).join("")}        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
${newLine(...tail)};
        MultiLayerNetwork net = new MultiLayerNetwork(conf);
        net.fit(train, 50);
        net.evaluate(held);`);
const used = ["train.setPreProcessor(scaler);", "held.setPreProcessor(scaler);"];

/** Two networks from one method. */
const withHelper = (first: string, second: string, activation = "act") => `import org.deeplearning4j.nn.conf.*;
import org.nd4j.linalg.activations.Activation;
class Example {
    DenseLayer dense(int n, Activation act) { return new DenseLayer.Builder().nIn(n).nOut(3).activation(${activation}).build(); }
    MultiLayerConfiguration a() { return new NeuralNetConfiguration.Builder().list().layer(dense(4, Activation.${first})).build(); }
    MultiLayerConfiguration b() { return new NeuralNetConfiguration.Builder().list().layer(dense(4, Activation.${second})).build(); }
}`;

const cases: readonly Case[] = [
  {
    name: "a method's text that gives another network another value is left",
    before: withHelper("SIGMOID", "ELU"),
    changes: [set("layers.0.activation", "RELU")],
    after: null,
  },
  {
    name: "a method's text that gives all networks the same value is changed",
    before: withHelper("SIGMOID", "SIGMOID"),
    changes: [set("layers.0.activation", "RELU")],
    after: withHelper("SIGMOID", "SIGMOID", "Activation.RELU"),
  },
  {
    name: "a scaler is fitted on the training data in the place of the test data",
    before: scaledBy("scaler.fit(held);", ...used),
    changes: [set("data.normalize.fittedOn", "train")],
    after: scaledBy("scaler.fit(train);", ...used),
  },
  {
    name: "a scaler that is fitted before the training data is there is left",
    before: scaledBy("scaler.fit(held);", ...used)
      .replace(reader("train"), "")
      .replace("scaler.fit(held);\n", `scaler.fit(held);\n${reader("train")}`),
    changes: [set("data.normalize.fittedOn", "train")],
    after: null,
  },
  {
    name: "a layer of another kind keeps what is set on it",
    before: series(lstm, outputOf("OutputLayer")),
    changes: [{ kind: "changeKind", index: 1, layer: { kind: "RnnOutputLayer", settings: {} } }],
    after: series(lstm, outputOf("RnnOutputLayer")),
  },
  {
    name: "what a layer of another kind needs stands behind its constructor",
    before: conf(newLine(...tail)),
    changes: [{ kind: "changeKind", index: 0, layer: { kind: "OutputLayer", settings: { loss: "MSE" } } }],
    after: conf(newLine(...tail).replace("DenseLayer.Builder()", "OutputLayer.Builder().lossFunction(LossFunctions.LossFunction.MSE)")),
  },
  {
    name: "a layer in a variable is wrapped where it is added",
    before: inMethod(
      `LSTM inner = ${lstm};\nMultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list().layer(inner).layer(${outputOf("OutputLayer")}).build();`,
    ),
    changes: [{ kind: "wrapLayer", index: 0, wrapper: "LastTimeStep" }],
    after: null,
  },
  {
    name: "a name in a variable is not respelled",
    before: inMethod(`int i = 2;\nMultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list().layer(i, ${lstm}).build();`),
    changes: [{ kind: "respell", at: { start: 8, end: 9 }, as: "1" }],
    after: null,
  },
  {
    name: "a written value is replaced",
    before: conf(newLine(".l2(1e-4)", ...tail)),
    changes: [set("train.l2", 0.001)],
    after: conf(newLine(".l2(0.001)", ...tail)),
  },
  {
    name: "a missing call goes on its own line before list()",
    before: conf(newLine(".l2(1e-4)", ...tail)),
    changes: [set("train.seed", 123)],
    after: conf(newLine(".l2(1e-4)", ".seed(123)", ...tail)),
  },
  {
    name: "a missing call goes on the same line in a chain of one line",
    before: inMethod("MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().l2(1e-4).list().build();"),
    changes: [set("train.seed", 123)],
    after: inMethod("MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().l2(1e-4).seed(123).list().build();"),
  },
  {
    name: "a chain with trailing dots keeps them",
    before: conf(newLine(".l2(1e-4).", "momentum(0.9).", "list().", "build()")),
    changes: [set("train.seed", 123)],
    after: conf(newLine(".l2(1e-4).", "momentum(0.9).", "seed(123).", "list().", "build()")),
    version: "0.9.1",
  },
  {
    name: "a local constant with no other use is changed itself",
    before: inMethod(
      "int hidden = 20;\nMultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list().layer(0, new DenseLayer.Builder().nOut(hidden).build()).build();",
    ),
    changes: [set("layers.0.nOut", 30)],
    after: inMethod(
      "int hidden = 30;\nMultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list().layer(0, new DenseLayer.Builder().nOut(hidden).build()).build();",
    ),
  },
  {
    name: "a constant that is used twice stays, the call gets the number",
    before: inMethod(
      "int n = 20;\nMultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list().layer(0, new DenseLayer.Builder().nIn(n).nOut(n).build()).build();",
    ),
    changes: [set("layers.0.nOut", 30)],
    after: inMethod(
      "int n = 20;\nMultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list().layer(0, new DenseLayer.Builder().nIn(n).nOut(30).build()).build();",
    ),
  },
  {
    name: "an updater without arguments gets its rate",
    before: conf(newLine(".updater(new Adam())", ...tail)),
    changes: [set("train.updater.learningRate", 0.001)],
    after: conf(newLine(".updater(new Adam(0.001))", ...tail)).replace("import org.d", "import org.d"),
  },
  {
    name: "Nesterovs with its momentum alone gets the rate before it",
    before: conf(newLine(".updater(new Nesterovs(0.9))", ...tail)),
    changes: [set("train.updater.learningRate", 0.1)],
    after: conf(newLine(".updater(new Nesterovs(0.1, 0.9))", ...tail)),
  },
  {
    name: "an updater's builder gets the rate as a call",
    before: conf(newLine(".updater(Adam.builder().beta1(0.8).build())", ...tail)),
    changes: [set("train.updater.learningRate", 0.01)],
    after: conf(newLine(".updater(Adam.builder().beta1(0.8).learningRate(0.01).build())", ...tail)),
  },
  {
    name: "0.x gets the rate as a call of its own",
    before: conf(newLine(".updater(Updater.NESTEROVS)", ...tail)),
    changes: [set("train.updater.learningRate", 0.1)],
    after: conf(newLine(".updater(Updater.NESTEROVS)", ".learningRate(0.1)", ...tail)),
    version: "0.8.0",
  },
  {
    name: "an updater of 0.x becomes a constant and separate calls",
    before: conf(newLine(".learningRate(5)", ".updater(Updater.SGD)", ...tail)),
    changes: [set("train.updater", { name: "Nesterovs", args: { learningRate: 0.1, momentum: 0.9 } })],
    after: conf(newLine(".learningRate(0.1)", ".updater(Updater.NESTEROVS)", ".momentum(0.9)", ...tail)),
    version: "0.8.0",
  },
  {
    name: "two calls of 0.x become one updater",
    before: conf(newLine(".seed(1)", ".learningRate(0.1)", ".updater(Updater.ADAM)", ...tail)),
    changes: [
      {
        kind: "merge",
        remove: ["train.learningRate", "train.updater"],
        address: "train.updater",
        value: { name: "Adam", args: { learningRate: 0.1 } },
      },
    ],
    after: conf(newLine(".seed(1)", ".updater(new Adam(0.1))", ...tail)),
    version: "1.0.0-M2.1",
  },
  {
    name: "a call goes with its line and its comment",
    before: conf(newLine(".iterations(1) // passes", ".seed(1)", ...tail)),
    changes: [{ kind: "remove", address: "train.iterations" }],
    after: conf(newLine(".seed(1)", ...tail)),
  },
  {
    name: "a call on a shared line goes alone",
    before: conf(newLine(".iterations(1).seed(1)", ...tail)),
    changes: [{ kind: "remove", address: "train.iterations" }],
    after: conf(newLine(".seed(1)", ...tail)),
  },
  {
    name: "old files keep naming activations by strings",
    before: conf(newLine('.activation("tanh")', ...tail)),
    changes: [set("defaults.activation", "RELU")],
    after: conf(newLine('.activation("relu")', ...tail)),
    version: "0.9.1",
  },
  {
    name: "the spelling of a loss is kept",
    before: conf(newLine(".list()", ".layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nOut(3).build())", ".build()")),
    changes: [set("layers.0.loss", "MCXENT")],
    after: conf(newLine(".list()", ".layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(3).build())", ".build()")),
  },
  {
    name: "a kernel keeps its form",
    before: conf(
      newLine(".list()", ".layer(new ConvolutionLayer.Builder(new int[]{5, 5}, new int[] {1, 1}).stride(2, 2).build())", ".build()"),
    ),
    changes: [set("layers.0.kernel", [3, 3]), set("layers.0.stride", [1, 1])],
    after: conf(
      newLine(".list()", ".layer(new ConvolutionLayer.Builder(new int[]{3, 3}, new int[] {1, 1}).stride(1, 1).build())", ".build()"),
    ),
  },
  {
    name: "a layer is put between others and the numbers grow",
    before: conf(
      newLine(
        ".list()",
        ".layer(0, new DenseLayer.Builder().nOut(3).build())",
        ".layer(1, new OutputLayer.Builder().nOut(2).build())",
        ".build()",
      ),
    ),
    changes: [{ kind: "insertLayer", before: 1, layer: { kind: "DenseLayer", settings: { nOut: 5 } } }],
    after: conf(
      newLine(
        ".list()",
        ".layer(0, new DenseLayer.Builder().nOut(3).build())",
        ".layer(1, new DenseLayer.Builder().nOut(5).build())",
        ".layer(2, new OutputLayer.Builder().nOut(2).build())",
        ".build()",
      ),
    ),
  },
  {
    name: "a layer that a loop makes cannot be changed",
    before: inMethod(
      "ListBuilder l = new NeuralNetConfiguration.Builder().list();\nfor (int i = 0; i < 2; i++) l.layer(i, new DenseLayer.Builder().nOut(i).build());\nMultiLayerConfiguration c = l.build();",
    ),
    changes: [set("layers.0.nOut", 3)],
    after: null,
  },
];

const stripImports = (text: string): string => text.replace(/^import .*\r?\n/gm, "");

describe("changes become Java", () => {
  for (const { name, before, changes, after, version } of cases) {
    test(name, () => {
      const result = edited(before, changes, version);
      assert.equal(result === null ? null : stripImports(result), after === null ? null : stripImports(after));
    });
  }

  test("a newly named class is imported once, in order", () => {
    const text =
      "package a;\n\nimport org.deeplearning4j.nn.conf.NeuralNetConfiguration;\nimport org.nd4j.linalg.factory.Nd4j;\n\nclass A { Object c = new NeuralNetConfiguration.Builder().list().build(); }\n";
    const after = edited(text, [set("train.updater", { name: "Adam", args: { learningRate: 0.01 } }), set("defaults.activation", "RELU")]);
    assert.equal(
      after,
      "package a;\n\nimport org.deeplearning4j.nn.conf.NeuralNetConfiguration;\nimport org.nd4j.linalg.activations.Activation;\nimport org.nd4j.linalg.factory.Nd4j;\nimport org.nd4j.linalg.learning.config.Adam;\n\n" +
        "class A { Object c = new NeuralNetConfiguration.Builder().updater(new Adam(0.01)).activation(Activation.RELU).list().build(); }\n",
    );
  });

  test("line ends and tabs stay as they are", () => {
    const text = conf(newLine(".l2(1e-4)", ...tail))
      .replaceAll("            ", "\t\t\t")
      .replaceAll("\n", "\r\n");
    const after = edited(text, [set("train.seed", 1)]);
    assert.ok(after?.includes(".l2(1e-4)\r\n\t\t\t.seed(1)\r\n\t\t\t.list()"));
  });

  test("an edited network says what was asked for", () => {
    const before = conf(newLine(...tail));
    const after = edited(before, [set("train.updater", { name: "Nesterovs", args: { learningRate: 0.05, momentum: 0.9 } })]);
    assert.ok(after);
    const updater = onlyNetwork(after).train.updater?.value;
    assert.ok(typeof updater === "object" && updater !== null && "name" in updater);
    assert.equal(updater.name, "Nesterovs");
  });
});
