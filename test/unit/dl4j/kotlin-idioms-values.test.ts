// How people write values in Kotlin: constants, conditions, names, texts, arrays, comments around them.
import { describe } from "node:test";
import { inFile, inFunction } from "./kotlin-reading.js";
import { conf, dense, oneLayer, output, reads, type Idiom } from "./kotlin-idiom.js";

const idioms: readonly Idiom[] = [
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

describe("Kotlin's values", () => {
  reads(idioms);
});
