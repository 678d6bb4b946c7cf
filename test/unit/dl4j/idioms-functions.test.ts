import { describe } from "node:test";
import { idiom, inMain } from "./idioms.js";

describe("records, enumerations and lambdas", () => {
  idiom(
    "a record that holds the numbers, and its accessors",
    `
record Config(int units, double rate) {
  double half() { return rate / 2; }
}
class Example {
  static MultiLayerConfiguration create() {
    Config config = new Config(64, 0.02);
    return new NeuralNetConfiguration.Builder().l2(config.half()).l1(config.rate()).list()
        .layer(new DenseLayer.Builder().nOut(config.units()).build()).build();
  }
}`,
    `
    create (layers) l2=0.01{config.half()} l1=0.02{config.rate()}
      DenseLayer nOut=64{config.units()}`,
  );

  idiom(
    "constants of an enumeration that are made with numbers",
    `
enum Size {
  SMALL(64, 0.9), LARGE(512, 0.5);
  final int units;
  private final double keep;
  Size(int units, double keep) { this.units = units; this.keep = keep; }
  double keep() { return keep; }
}
class Example {
  static MultiLayerConfiguration create() {
    Size size = Size.LARGE;
    return new NeuralNetConfiguration.Builder().list()
        .layer(new DenseLayer.Builder().nOut(size.units).dropOut(size.keep()).build())
        .layer(new OutputLayer.Builder().nIn(Size.SMALL.units).nOut(3).build()).build();
  }
}`,
    `
    create (layers)
      DenseLayer nOut=512{size.units} dropOut=0.5{size.keep()}
      OutputLayer nIn=64{Size.SMALL.units} nOut=3`,
  );

  inMain(
    "lambdas in variables, which see what is around them",
    `
int width = 10;
Function<Integer, DenseLayer> dense = n -> new DenseLayer.Builder().nIn(width).nOut(n).build();
Supplier<OutputLayer> out = () -> { return new OutputLayer.Builder().nOut(3).build(); };
UnaryOperator<NeuralNetConfiguration.Builder> common = b -> b.seed(1).l2(0.1);
MultiLayerConfiguration conf = common.apply(new NeuralNetConfiguration.Builder()).list().layer(dense.apply(4)).layer(out.get()).build();`,
    `
    conf (layers) seed=1 l2=0.1
      DenseLayer nIn=10{width} nOut=4{n}
      OutputLayer nOut=3`,
  );

  inMain(
    "loops that are written as calls",
    `
int[] sizes = {4, 8, 16};
NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
IntStream.range(0, sizes.length - 1).mapToObj(i -> new DenseLayer.Builder().nIn(sizes[i]).nOut(sizes[i + 1]).build()).forEach(list::layer);
List.of(6, 5).forEach(n -> list.layer(new DenseLayer.Builder().nOut(n).build()));
Arrays.stream(sizes).map(n -> n * 2).forEach(n -> { list.layer(new ActivationLayer.Builder().name("a" + n).build()); });
MultiLayerConfiguration conf = list.build();`,
    `
    conf (layers)
      DenseLayer nIn=4{sizes[i]} nOut=8{sizes[i + 1]}
      DenseLayer nIn=8{sizes[i]} nOut=16{sizes[i + 1]}
      DenseLayer nOut=6{n}
      DenseLayer nOut=5{n}
      a8: ActivationLayer
      a16: ActivationLayer
      a32: ActivationLayer`,
  );

  inMain(
    "what a lambda adds that is handed on is not known",
    `
NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
Runnable step = () -> list.layer(new DenseLayer.Builder().nOut(4).build());
twice(step);
MultiLayerConfiguration conf = list.layer(new OutputLayer.Builder().nOut(3).build()).build();`,
    `
    conf (layers)
      Layer
      OutputLayer nOut=3`,
  );

  inMain(
    "what a stream leaves out is not known",
    `
NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
list.layer(new DenseLayer.Builder().nOut(4).build());
layers.stream().filter(one -> one != null).forEach(list::layer);
MultiLayerConfiguration conf = list.build();`,
    `
    conf (layers)
      DenseLayer nOut=4
      Layer`,
  );
});
