// Classes and functions of the file's own in Kotlin: what a subclass says instead, what is set on objects, functions between builders.
import { describe } from "node:test";
import { inFile } from "./kotlin-reading.js";
import { reads } from "./kotlin-idiom.js";

const network = (nIn: string, units: string, activation = "Activation.TANH"): string =>
  `NeuralNetConfiguration.Builder().list()
    .layer(DenseLayer.Builder().nIn(${nIn}).nOut(${units}).activation(${activation}).build())
    .layer(OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(${units}).nOut(2).build()).build()`;
const setUp = (classes: string, before: string): string =>
  inFile(`${classes}\nfun main() {\n    ${before}\n    val conf = ${network("3", "c.units")}\n}`);
const [first, second] = [
  `DenseLayer.Builder().nIn(3).nOut(8).build()`,
  `OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(2).build()`,
];
const sizes = { "layers.0.nIn": 3, "layers.0.nOut": 8, "layers.1.nIn": 8 };

describe("classes above and below", () => {
  reads([
    {
      name: "a subclass says what its base leaves open, and what it says otherwise",
      text: inFile(`abstract class Base(val width: Int) {
    open fun activation() = Activation.TANH
    abstract fun inputs(): Int
    fun build() = ${network("inputs()", "width", "activation()")}
}
class Mine : Base(8) {
    override fun activation() = Activation.RELU
    override fun inputs() = 3
}
fun main() { Mine().build() }`),
      says: { ...sizes, "layers.0.activation": "RELU" },
    },
    {
      name: "where several classes say it otherwise, it is not known",
      text: inFile(`open class Base {
    open fun activation() = Activation.TANH
    fun build() = ${network("3", "8", "activation()")}
}
class Mine : Base() { override fun activation() = Activation.RELU }`),
      says: { ...sizes, "layers.0.activation": null },
    },
    {
      name: "a function of another object, not the file's own of that name",
      text: inFile(`object Small { fun units() = 8 }
fun units() = 99
fun main() { val conf = ${network("3", "Small.units()")} }`),
      says: sizes,
    },
  ]);
});

describe("properties of the file's own objects", () => {
  const config = "class Config { var units = 4 }";
  reads([
    { name: "assigned", text: setUp(config, "val c = Config()\n    c.units = 8"), says: sizes },
    { name: "in apply", text: setUp(config, "val c = Config().apply { units = 8 }"), says: sizes },
    { name: "in also", text: setUp(config, "val c = Config().also { it.units = 8 }"), says: sizes },
    { name: "in with", text: setUp(config, "val c = Config()\n    with(c) { units = 8 }"), says: sizes },
    { name: "in a copy", text: setUp("data class Config(val units: Int = 4)", "val c = Config().copy(units = 8)"), says: sizes },
    { name: "changed by an operator", text: setUp(config, "val c = Config()\n    c.units += 4"), says: { "layers.0.nOut": null } },
  ]);
});

describe("functions between builders", () => {
  const list = "NeuralNetConfiguration.Builder().list()";
  const builder = "NeuralNetConfiguration.ListBuilder";
  reads([
    {
      name: "infix",
      text: inFile(`infix fun ${builder}.then(layer: Layer) = layer(layer)
fun main() { val conf = (${list} then ${first} then ${second}).build() }`),
      says: sizes,
    },
    {
      name: "an operator",
      text: inFile(`operator fun ${builder}.plus(layer: Layer) = layer(layer)
fun main() { val conf = (${list} + ${first} + ${second}).build() }`),
      says: sizes,
    },
    {
      name: "an operator on numbers stays what it is beside one of the file's own",
      text: inFile(`operator fun ${builder}.plus(layer: Layer) = layer(layer)
fun main() { val conf = ${network("1 + 2", "4 + 4")} }`),
      says: sizes,
    },
    {
      name: "an operator that assigns",
      text: inFile(`operator fun ${builder}.plusAssign(layer: Layer) { layer(layer) }
fun main() {
    val list = ${list}
    list += ${first}
    list += ${second}
    val conf = list.build()
}`),
      says: sizes,
    },
  ]);
});
