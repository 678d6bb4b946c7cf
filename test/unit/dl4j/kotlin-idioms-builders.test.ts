// How people call builders in Kotlin: chains, blocks, functions, loops, graphs.
import { describe } from "node:test";
import { inFile, inFunction } from "./kotlin-reading.js";
import { dense, output, reads, type Idiom } from "./kotlin-idiom.js";

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
];

describe("Kotlin's builders", () => {
  reads(idioms);
});
