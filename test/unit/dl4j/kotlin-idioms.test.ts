// How people write networks in Kotlin, and what nnlint reads: values, and the text that each stands in.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { settingAt } from "../../../core/src/frontends/dl4j/edit/written-file.js";
import type { NewValue, WrittenNetwork } from "../../../core/src/model/index.js";
import { inFile, inFunction, onlyNetwork, read } from "./kotlin-reading.js";
import { plain, textOf } from "./reading.js";

interface Idiom {
  readonly name: string;
  readonly text: string;
  /** Values by address; `null` is unknown, `undefined` not written. */
  readonly says: Readonly<Record<string, NewValue | null | undefined>>;
  /** The text that values stand in, by address. */
  readonly at?: Readonly<Record<string, string>>;
  readonly network?: string;
}

const dense = "DenseLayer.Builder().nIn(4).nOut(8).build()";
const output = "OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(3).build()";
const conf = (calls: string): string =>
  inFunction(`    val conf = NeuralNetConfiguration.Builder()${calls}.list().layer(${dense}).layer(${output}).build()`);
const oneLayer = (layer: string, before = ""): string =>
  inFunction(`${before}\n    val conf = NeuralNetConfiguration.Builder().list().layer(0, ${layer}).build()`);

const idioms: readonly Idiom[] = [
  {
    name: "one chain with leading dots",
    text: inFunction(`    val conf = NeuralNetConfiguration.Builder()
        .seed(123)
        .updater(Adam(1e-3))
        .list()
        .layer(0, ${dense})
        .layer(1, ${output})
        .build()`),
    says: { "train.seed": 123, "train.updater.learningRate": 0.001, "layers.0.nOut": 8, "layers.1.loss": "MCXENT" },
    at: { "train.seed": "123", "train.updater.learningRate": "1e-3", "layers.1.loss": "LossFunctions.LossFunction.MCXENT" },
    network: "conf",
  },
  {
    name: "blocks on the builders",
    text: inFunction(`    val conf = NeuralNetConfiguration.Builder().apply {
        seed(123)
        updater(Nesterovs(0.1, 0.9))
    }.list().apply {
        layer(0, DenseLayer.Builder().apply {
            nIn(4)
            nOut(8)
            activation(Activation.RELU)
        }.build())
        layer(1, ${output})
        setInputType(InputType.feedForward(4))
    }.build()`),
    says: {
      "train.seed": 123,
      "train.updater.momentum": 0.9,
      "layers.0.nIn": 4,
      "layers.0.activation": "RELU",
      "layers.1.nOut": 3,
      "inputs.0.type.size": 4,
    },
    at: { "train.seed": "123", "layers.0.activation": "Activation.RELU", "inputs.0.type.size": "4" },
    network: "conf",
  },
  {
    name: "assignments to the builders' properties",
    text: inFunction(`    val conf = NeuralNetConfiguration.Builder().apply {
        seed = 123L
        this.l2 = 1e-4
        isMiniBatch = false
        numIterations = 3
        iUpdater = Sgd(0.1)
    }.list().apply {
        layer(DenseLayer.Builder().apply { nIn = 4; nOut = 8; activationFn = Activation.TANH.activationFunction }.build())
        inputType = InputType.feedForward(4)
        isPretrain = false
    }.build()`),
    says: {
      "train.seed": 123,
      "train.l2": 1e-4,
      "train.miniBatch": false,
      "train.iterations": 3,
      "train.updater.learningRate": 0.1,
      "layers.0.nIn": 4,
      "layers.0.activation": "TANH",
      "inputs.0.type.size": 4,
      "train.pretrain": false,
    },
    at: { "train.seed": "123L", "train.l2": "1e-4", "layers.0.nIn": "4" },
  },
  {
    name: "run and with, whose last value counts",
    text: inFunction(`    val conf = with(NeuralNetConfiguration.Builder()) {
        seed(5)
        list().run {
            layer(DenseLayer.Builder().run { nIn(4); nOut(8); build() })
            layer(${output})
            build()
        }
    }`),
    says: { "train.seed": 5, "layers.0.nOut": 8, "layers.1.nOut": 3 },
    network: "conf",
  },
  {
    name: "also and let, with and without a name for the object",
    text: inFunction(`    val conf = NeuralNetConfiguration.Builder()
        .also { it.seed(5) }
        .also { builder -> builder.l2(0.01) }
        .let { it.list() }
        .also { list -> list.layer(${dense}) }
        .build()`),
    says: { "train.seed": 5, "train.l2": 0.01, "layers.0.nIn": 4 },
  },
  {
    name: "a builder in a variable, continued by statements and blocks",
    text: inFunction(`    val builder = NeuralNetConfiguration.Builder()
    builder.seed(5)
    builder.apply { l2(0.01) }
    builder.l1(0.02).apply { biasInit(0.5) }
    with(builder) { weightInit(WeightInit.RELU) }
    val layers = builder.list()
    layers.layer(0, ${dense})
    val conf = layers.build()`),
    says: {
      "train.seed": 5,
      "train.l2": 0.01,
      "train.l1": 0.02,
      "defaults.biasInit": 0.5,
      "defaults.weightInit": "RELU",
      "layers.0.nIn": 4,
    },
    network: "conf",
  },
  {
    name: "a block that is the last to build, its list kept in a variable",
    text: inFunction(`    val layers = NeuralNetConfiguration.Builder().seed(5).list().apply {
        layer(${dense})
    }`),
    says: { "train.seed": 5, "layers.0.nIn": 4 },
    network: "layers",
  },
  {
    name: "calls in branches are not certain",
    text: inFunction(`    val conf = NeuralNetConfiguration.Builder().apply {
        if (deep) l2(0.01) else l2(0.1)
        when (mode) { 1 -> seed(1) }
    }.list().apply { layer(${dense}) }.build()`),
    says: { "train.l2": null, "train.seed": null, "layers.0.nIn": 4 },
  },
  {
    name: "constants of the file, of an object and of a companion",
    text: inFile(`const val HIDDEN = 20
private const val RATE = 1e-2

object Settings { const val SEED = 7L }

class Net {
    companion object { const val CLASSES = 3 }
    private val inputs = 2 * 2
    fun build() = NeuralNetConfiguration.Builder().seed(Settings.SEED).updater(Sgd(RATE)).list()
        .layer(DenseLayer.Builder().nIn(inputs).nOut(HIDDEN).build())
        .layer(OutputLayer.Builder().nIn(HIDDEN).nOut(CLASSES).build())
        .build()
}`),
    says: {
      "train.seed": 7,
      "train.updater.learningRate": 0.01,
      "layers.0.nIn": 4,
      "layers.0.nOut": 20,
      "layers.1.nOut": 3,
    },
    at: { "layers.0.nOut": "HIDDEN", "train.seed": "Settings.SEED" },
    network: "build",
  },
  {
    name: "arithmetic, conversions and functions of mathematics",
    text: `import kotlin.math.sqrt\n${oneLayer("DenseLayer.Builder().nIn(28 * 28).nOut((sqrt(16.0) * 7 / 2).toInt()).biasInit(-1e-1).build()")}`,
    says: { "layers.0.nIn": 784, "layers.0.nOut": 14, "layers.0.biasInit": -0.1 },
    at: { "layers.0.nIn": "28 * 28" },
  },
  {
    name: "if and when on constants",
    text: oneLayer(
      "DenseLayer.Builder().nIn(if (wide) 10 else 5).nOut(when { wide -> 100; else -> 50 }).biasInit(when (level) { 1, 2 -> 0.5; else -> 0.0 }).build()",
      "    val wide = false\n    val level = 2",
    ),
    says: { "layers.0.nIn": 5, "layers.0.nOut": 50, "layers.0.biasInit": 0.5 },
  },
  {
    name: "parameters are unknown, variables are what they were last assigned",
    text: inFile(`fun build(rate: Double = 0.1, deep: Boolean): MultiLayerConfiguration {
    var hidden = 10
    hidden += 5
    var inputs = 4
    if (deep) inputs = 8
    return NeuralNetConfiguration.Builder().updater(Sgd(rate)).list().layer(DenseLayer.Builder().nIn(inputs).nOut(hidden).build()).build()
}`),
    says: { "train.updater.learningRate": null, "layers.0.nIn": null, "layers.0.nOut": 15 },
    network: "build",
  },
  {
    name: "numbers with suffixes, underscores, points and exponents",
    text: conf(".seed(1_000L).l2(.5e-3).l1(1f).biasInit(0x10.toDouble())"),
    says: { "train.seed": 1000, "train.l2": 0.0005, "train.l1": 1, "defaults.biasInit": 16 },
    at: { "train.seed": "1_000L", "train.l2": ".5e-3" },
  },
  {
    name: "imported constants, renamed imports and type aliases",
    text: `import org.nd4j.linalg.activations.Activation.*
import org.deeplearning4j.nn.conf.layers.DenseLayer as Dense
typealias Conf = NeuralNetConfiguration.Builder
${inFunction("    val conf = Conf().activation(TANH).list().layer(Dense.Builder().nOut(3).activation(RELU).build()).build()")}`,
    says: { "defaults.activation": "TANH", "layers.0.nOut": 3, "layers.0.activation": "RELU" },
  },
  {
    name: "full names",
    text: inFunction(
      "    val conf = org.deeplearning4j.nn.conf.NeuralNetConfiguration.Builder().updater(org.nd4j.linalg.learning.config.Adam(0.1)).list().build()",
    ),
    says: { "train.updater.learningRate": 0.1 },
  },
  {
    name: "arrays and spread arrays",
    text: oneLayer(
      "ConvolutionLayer.Builder(intArrayOf(5, 5), intArrayOf(2, 2)).padding(*intArrayOf(1, 1)).dilation(1, 1).nOut(20).build()",
    ),
    says: { "layers.0.kernel": [5, 5], "layers.0.stride": [2, 2], "layers.0.padding": [1, 1], "layers.0.dilation": [1, 1] },
    at: { "layers.0.kernel": "intArrayOf(5, 5)" },
  },
  {
    name: "builders of updaters and schedules from maps",
    text: inFunction(`    val rates = mutableMapOf<Int, Double>()
    rates[0] = 0.1
    rates.put(100, 0.01)
    val conf = NeuralNetConfiguration.Builder()
        .updater(Adam.builder().learningRate(1e-2).beta1(0.8).build())
        .list()
        .layer(DenseLayer.Builder().nOut(3).updater(Nesterovs(MapSchedule(ScheduleType.ITERATION, mapOf(0 to 0.2, 50 to 0.02)))).build())
        .layer(DenseLayer.Builder().nOut(3).updater(Sgd(MapSchedule(ScheduleType.EPOCH, rates))).build())
        .build()`),
    says: {
      "train.updater.beta1": 0.8,
      "layers.0.updater.learningRate.50": 0.02,
      "layers.1.updater.learningRate.0": 0.1,
      "layers.1.updater.learningRate.100": 0.01,
    },
    at: { "layers.0.updater.learningRate.50": "0.02", "layers.1.updater.learningRate.0": "0.1" },
  },
  {
    name: "a lazy property and a function with an expression for its body",
    text: inFile(`class Model {
    private val conf: MultiLayerConfiguration by lazy {
        val hidden = 12
        NeuralNetConfiguration.Builder().list().layer(DenseLayer.Builder().nOut(hidden).build()).build()
    }
}`),
    says: { "layers.0.nOut": 12 },
    network: "conf",
  },
  {
    name: "layers from functions of the file, called in a block",
    text: inFile(`fun hidden() = DenseLayer.Builder().nIn(4).nOut(8).build()

fun build(): MultiLayerConfiguration = NeuralNetConfiguration.Builder().list().apply {
    layer(hidden())
    layer(${output})
}.build()`),
    says: { "layers.0.nOut": 8, "layers.1.nOut": 3 },
    network: "build",
  },
  {
    name: "functions of the file with arguments, by name and by default",
    text: inFile(`fun dense(inputs: Int, units: Int = 16, act: Activation = Activation.RELU) =
    DenseLayer.Builder().nIn(inputs).nOut(units).activation(act).build()

fun build() = NeuralNetConfiguration.Builder().list()
    .layer(dense(4))
    .layer(dense(units = 8, inputs = 16))
    .layer(dense(8, act = Activation.TANH, units = 3))
    .build()`),
    says: {
      "layers.0.nIn": 4,
      "layers.0.nOut": 16,
      "layers.0.activation": "RELU",
      "layers.1.nIn": 16,
      "layers.1.nOut": 8,
      "layers.2.nOut": 3,
      "layers.2.activation": "TANH",
    },
    network: "build",
  },
  {
    name: "functions of the file on builders",
    text: inFile(`private fun NeuralNetConfiguration.Builder.common(rate: Double) = apply {
    seed(3)
    updater(Sgd(rate))
}

fun NeuralNetConfiguration.ListBuilder.dense(units: Int): NeuralNetConfiguration.ListBuilder = layer(DenseLayer.Builder().nOut(units).build())

fun build() = NeuralNetConfiguration.Builder().common(0.1).list().apply {
    dense(5)
    dense(6)
}.build()`),
    says: { "train.seed": 3, "train.updater.learningRate": 0.1, "layers.0.nOut": 5, "layers.1.nOut": 6 },
    network: "build",
  },
  {
    name: "loops over ranges and lists",
    text: inFunction(`    val sizes = listOf(4, 8, 16)
    val list = NeuralNetConfiguration.Builder().list()
    for (i in 0 until 2) list.layer(i, DenseLayer.Builder().nIn(sizes[i]).nOut(sizes[i + 1]).build())
    sizes.forEach { list.layer(DenseLayer.Builder().nOut(it).build()) }
    for (size in intArrayOf(1, 2)) { list.layer(DenseLayer.Builder().nOut(size).build()) }
    repeat(1) { list.layer(DenseLayer.Builder().nOut(7).build()) }
    for (n in 6 downTo 2 step 2) list.layer(DenseLayer.Builder().nOut(n).build())
    val conf = list.build()`),
    says: {
      "layers.0.nIn": 4,
      "layers.1.nOut": 16,
      "layers.2.nOut": 4,
      "layers.4.nOut": 16,
      "layers.6.nOut": 2,
      "layers.7.nOut": 7,
      "layers.8.nOut": 6,
      "layers.10.nOut": 2,
      "layers.11.nOut": undefined,
    },
  },
  {
    name: "a class whose header says what is built, made with arguments",
    text: inFile(`class Net(private val inputs: Int, val hidden: Int = 12, rate: Double = 0.1) {
    private val wide = hidden * 2
    private val updater = Sgd(rate)
    fun build() = NeuralNetConfiguration.Builder().updater(updater).list()
        .layer(DenseLayer.Builder().nIn(inputs).nOut(hidden).build())
        .layer(DenseLayer.Builder().nOut(wide).build())
        .build()
}

fun main() {
    val conf = Net(4, rate = 0.5).build()
}`),
    says: { "train.updater.learningRate": 0.5, "layers.0.nIn": 4, "layers.0.nOut": 12, "layers.1.nOut": 24 },
    network: "build",
  },
  {
    name: "names from templates in a graph",
    text: inFunction(`    val graph = NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
    for (i in 1..2) graph.addLayer("dense$i", DenseLayer.Builder().nOut(i).build(), if (i == 1) "in" else "dense\${i - 1}")
    graph.addLayer("out", OutputLayer.Builder().nOut(1).build(), "dense2").setOutputs("out")
    val conf = graph.build()`),
    says: { "layers.1.nOut": 2, "train.outputs": ["out"] },
  },
  {
    name: "a graph",
    text: inFunction(`    val graph = NeuralNetConfiguration.Builder().seed(1).graphBuilder()
        .addInputs("in")
        .addLayer("first", LSTM.Builder().nIn(3).nOut(4).build(), "in")
        .addVertex("merge", MergeVertex(), "in", "first")
        .addLayer("out", RnnOutputLayer.Builder(LossFunction.MSE).nIn(7).nOut(1).build(), "merge")
        .setOutputs("out")
        .build()`),
    says: { "layers.0.nOut": 4, "layers.2.loss": "MSE", "train.outputs": ["out"] },
  },
  {
    name: "comments, blank lines, semicolons, line breaks behind operators and safe calls",
    text: inFunction(`    val conf = NeuralNetConfiguration.Builder() // the builder
        /* a /* nested */ comment */

        .seed(100 +
            23)
        ?.l2(1e-3)!!
        .list()
        // .layer(${output})
        .layer(${dense}); // done
    val other = 3`),
    says: { "train.seed": 123, "train.l2": 0.001, "layers.0.nIn": 4, "layers.1.nOut": undefined },
    at: { "train.seed": "100 +\n            23" },
  },
  {
    name: "texts with templates are left alone",
    text: inFunction(`    val i = 1
    val conf = NeuralNetConfiguration.Builder().list()
        .layer(DenseLayer.Builder().name("dense$i").nOut(3).build())
        .layer(DenseLayer.Builder().name("sum of \${listOf("a", "b").joinToString { "\${it}(" }} {").nOut(4).build())
        .layer(DenseLayer.Builder().name("price: \\$5").nOut(5).build())
        .build()`),
    says: { "layers.0.nOut": 3, "layers.1.nOut": 4, "layers.2.nOut": 5 },
  },
  {
    name: "an own property of the block's object hides the field around it",
    text: inFile(`class Net(private val inputs: Int) {
    val seed = 12L
    val rate = 0.5
    fun build() = NeuralNetConfiguration.Builder().apply { seed(seed); l2(rate) }.list().layer(${dense}).build()
}`),
    says: { "train.seed": null, "train.l2": 0.5 },
  },
  {
    name: "a field that a block may assign to is unknown",
    text: inFile(`class Net {
    private var rate = 0.5
    fun change(net: Other) = net.apply { rate = 0.1 }
    fun build() = NeuralNetConfiguration.Builder().l2(rate).list().layer(${dense}).build()
}`),
    says: { "train.l2": null },
  },
];

describe("idioms of Kotlin", () => {
  for (const { name, text, says, at = {}, network: expected } of idioms) {
    test(name, () => {
      const network = onlyNetwork(text);
      const seen = Object.fromEntries(Object.keys(says).map((address) => [address, valueAt(network, address)]));
      assert.deepEqual(seen, says);
      for (const [address, written] of Object.entries(at)) assert.equal(textOf(text, settingAt(network, address)), written, address);
      if (expected !== undefined) assert.equal(network.name, expected);
    });
  }
});

function valueAt(network: WrittenNetwork, address: string): NewValue | null | undefined {
  const setting = settingAt(network, address);
  return setting && (plain(setting.value) ?? null);
}

describe("several networks, other files", () => {
  test("each network of a file under its name", () => {
    const { networks } = read(
      inFile(`fun first() = NeuralNetConfiguration.Builder().list().layer(${dense}).build()
class A {
    val second = NeuralNetConfiguration.Builder().list().layer(${dense}).build()
    init { val third = NeuralNetConfiguration.Builder().apply { seed(1) }.list().apply { layer(${dense}) }.build() }
}`),
    );
    assert.deepEqual(
      networks.map((network) => [network.name, network.notation, network.layers.length]),
      [
        ["first", "kotlin", 1],
        ["second", "kotlin", 1],
        ["third", "kotlin", 1],
      ],
    );
  });

  test("a file that does not mention the library holds no network", () => {
    assert.deepEqual(read(conf("").replaceAll("deeplearning4j", "other")).networks, []);
  });
});

describe("data and training", () => {
  const around = (statements: string): string =>
    inFunction(`    val conf = NeuralNetConfiguration.Builder().list().layer(${dense}).layer(${output}).build()\n${statements}`);
  const reader = `CSVRecordReader(0, ',').apply { initialize(FileSplit(File("iris.csv"))) }`;

  test("an iterator, its reader and scaler in blocks, epochs by repeat", () => {
    const network = onlyNetwork(
      around(`    val train = RecordReaderDataSetIterator(${reader}, 32, 4, 3)
    val scaler = NormalizerStandardize().apply { fit(train) }
    train.preProcessor = scaler
    val net = MultiLayerNetwork(conf).apply { init() }
    repeat(20) { net.fit(train) }`),
    );
    const seen = ["data.train.path", "data.batchSize", "data.label", "data.labels.classes", "train.epochs"].map((one) =>
      valueAt(network, one),
    );
    assert.deepEqual(seen, ["iris.csv", 32, 4, 3, 20]);
    assert.equal(valueAt(network, "data.normalize.fittedOn"), "train");
  });

  for (const [loop, epochs] of [
    ["for (epoch in 0 until 5) net.fit(train)", 5],
    ["for (epoch in 1..5) { net.fit(train) }", 5],
    ["for (epoch in 0..<5) { net.fit(train) }", 5],
    ["(0 until 5).forEach { net.fit(train) }", 5],
    ["(1..5).forEach { epoch -> net.fit(train) }", 5],
    ["net.fit(train, 5)", 5],
    ["net.fit(train)", 1],
    ["for (epoch in 0 until args.size) net.fit(train)", null],
    ["while (net.score() > 0.1) net.fit(train)", null],
    ["for (epoch in 10 downTo 1) net.fit(train)", null],
  ] as const)
    test(loop, () => {
      const network = onlyNetwork(
        around(`    val train = MnistDataSetIterator(64, true, 123)\n    val net = MultiLayerNetwork(conf)\n    net.init()\n    ${loop}`),
      );
      assert.equal(valueAt(network, "train.epochs"), epochs);
    });

  test("a split by Kotlin's properties", () => {
    const network = onlyNetwork(
      around(`    val all = RecordReaderDataSetIterator(${reader}, 150, 4, 3).next()
    val split = all.splitTestAndTrain(0.75)
    val net = MultiLayerNetwork(conf)
    net.fit(split.train)`),
    );
    assert.equal(valueAt(network, "data.test.fraction"), 0.25);
  });
});
