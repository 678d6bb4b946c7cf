import { describe } from "node:test";
import { idiom } from "./idioms.js";

describe("methods", () => {
  idiom(
    "helper methods that make layers, with their arguments",
    `
class Example {
  int[] pooling = {2, 2};
  private ConvolutionLayer conv(String name, int in, int out, int[] kernel, double bias) {
    return new ConvolutionLayer.Builder(kernel, new int[] {1, 1}).name(name).nIn(in).nOut(out).biasInit(bias).build();
  }
  private ConvolutionLayer conv3x3(String name, int out) {
    return conv(name, 0, out, new int[] {3, 3}, 0);
  }
  private SubsamplingLayer pool(String name, int... kernel) {
    return new SubsamplingLayer.Builder(kernel, pooling).name(name).build();
  }
  MultiLayerConfiguration create() {
    int k = 0;
    return new NeuralNetConfiguration.Builder().list()
        .layer(k++, conv("c1", 3, 50, new int[] {5, 5}, 0.5))
        .layer(k++, pool("p1", 2, 2))
        .layer(k++, conv3x3("c2", 100))
        .layer(k, new OutputLayer.Builder().nOut(10).build())
        .build();
  }
}`,
    `
    create (layers)
      c1: ConvolutionLayer kernel=5, 5{kernel} stride=1, 1{new int[] {1, 1}} nIn=3{in} nOut=50{out} biasInit=0.5{bias} index=0{k++}
      p1: SubsamplingLayer kernel=2, 2{kernel} stride=2, 2{pooling} index=1{k++}
      c2: ConvolutionLayer kernel=3, 3{kernel} stride=1, 1{new int[] {1, 1}} nIn=0{in} nOut=100{out} biasInit=0{bias} index=2{k++}
      OutputLayer nOut=10 index=3{k}`,
  );

  idiom(
    "blocks added to a builder that is an argument, names put together",
    `
class Example {
  private static String block(ComputationGraphConfiguration.GraphBuilder graph, String name, int width, String input) {
    graph.addLayer(name + "_conv", new ConvolutionLayer.Builder(3, 3).nOut(width).build(), input)
        .addLayer(name + "_bn", new BatchNormalization(), name + "_conv");
    return name + "_bn";
  }
  static ComputationGraph create() {
    ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in");
    String last = "in";
    for (int i = 1; i <= 2; i++) last = block(graph, "b" + i, 16 * i, last);
    graph.addLayer("out", new OutputLayer.Builder().nOut(10).build(), last).setOutputs("out");
    return new ComputationGraph(graph.build());
  }
}`,
    `
    create (graph) outputs=out in:
      b1_conv: ConvolutionLayer <in> kernel=3, 3 nOut=16{width}
      b1_bn: BatchNormalization <b1_conv>
      b2_conv: ConvolutionLayer <b1_bn> kernel=3, 3 nOut=32{width}
      b2_bn: BatchNormalization <b2_conv>
      out: OutputLayer <b2_bn> nOut=10`,
  );

  idiom(
    "a builder from a method, finished twice: two networks",
    `
class Example {
  private static NeuralNetConfiguration.ListBuilder base(int seed) {
    return new NeuralNetConfiguration.Builder().seed(seed).list();
  }
  static void create() {
    MultiLayerConfiguration small = base(1).layer(new OutputLayer.Builder().nOut(2).build()).build();
    NeuralNetConfiguration.ListBuilder builder = base(2);
    builder.layer(new DenseLayer.Builder().nOut(30).build());
    MultiLayerConfiguration large = builder.layer(new OutputLayer.Builder().nOut(3).build()).build();
  }
}`,
    `
    small (layers) seed=1{seed}
      OutputLayer nOut=2
    large (layers) seed=2{seed}
      DenseLayer nOut=30
      OutputLayer nOut=3`,
  );

  idiom(
    "a configuration with parameters: known where all calls agree",
    `
class Example {
  static MultiLayerConfiguration configure(int in, int hidden) {
    return new NeuralNetConfiguration.Builder().list()
        .layer(new DenseLayer.Builder().nIn(in).nOut(hidden).build())
        .layer(new OutputLayer.Builder().nIn(hidden).nOut(3).build())
        .build();
  }
  public static void main(String[] args) {
    MultiLayerNetwork a = new MultiLayerNetwork(configure(4, 10));
    MultiLayerNetwork b = new MultiLayerNetwork(configure(4, 20));
  }
}`,
    `
    configure (layers)
      DenseLayer nIn=4{in} nOut=?{hidden}
      OutputLayer nIn=?{hidden} nOut=3`,
  );

  idiom(
    "fields that the constructor sets, from the arguments of its only call",
    `
class Model {
  private final int hidden;
  private final double rate;
  private MultiLayerNetwork net;
  Model(int hidden, double rate) {
    this.hidden = hidden;
    this.rate = rate;
    create();
  }
  private void create() {
    MultiLayerConfiguration conf;
    conf = new NeuralNetConfiguration.Builder().updater(new Adam(rate)).list()
        .layer(new DenseLayer.Builder().nIn(4).nOut(hidden).build())
        .layer(new OutputLayer.Builder().nIn(this.hidden).nOut(3).build()).build();
    net = new MultiLayerNetwork(conf);
  }
  public static void main(String[] args) {
    Model model = new Model(30, 1e-3);
  }
}`,
    `
    conf (layers) updater=Adam(learningRate 0.001{rate})
      DenseLayer nIn=4 nOut=30{hidden}
      OutputLayer nIn=30{this.hidden} nOut=3`,
  );

  idiom(
    "a builder in a field, continued by methods that something else calls",
    `
class GraphMaker {
  private final ComputationGraphConfiguration.GraphBuilder conf;
  private int count = 0;
  GraphMaker() {
    conf = new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).graphBuilder().addInputs("in");
  }
  void addBlock(String input) {
    conf.addLayer("dense" + count, new DenseLayer.Builder().nOut(5).build(), input);
    count++;
  }
  ComputationGraphConfiguration finish(String last) {
    conf.addLayer("out", new OutputLayer.Builder().nOut(2).build(), last).setOutputs("out");
    return conf.build();
  }
}`,
    `
    finish (graph) updater=Sgd(learningRate 0.1) outputs=out in:
      Layer <?>
      out: OutputLayer <?> nOut=2`,
  );

  idiom(
    "configurations chosen by a switch, and what is left of a method after a return",
    `
class Example {
  static MultiLayerConfiguration choose(String type) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    switch (type) {
      case "small":
        return list.layer(new OutputLayer.Builder().nOut(1).build()).build();
      case "large":
        list.layer(new DenseLayer.Builder().nOut(20).build());
        MultiLayerConfiguration large = list.layer(new OutputLayer.Builder().nOut(2).build()).build();
        return large;
      default:
        break;
    }
    list.layer(new OutputLayer.Builder().nOut(3).build());
    return list.build();
  }
}`,
    `
    choose (layers)
      OutputLayer nOut=1
    large (layers)
      DenseLayer nOut=20
      OutputLayer nOut=2
    choose2 (layers)
      OutputLayer nOut=3`,
  );

  idiom(
    "lambdas and anonymous classes",
    `
class Example {
  Supplier<MultiLayerConfiguration> supplier = () -> new NeuralNetConfiguration.Builder().list()
      .layer(new OutputLayer.Builder().nOut(1).build()).build();
  Factory factory = new Factory() {
    @Override public MultiLayerConfiguration make() {
      return new NeuralNetConfiguration.Builder().list().layer(new OutputLayer.Builder().nOut(2).build()).build();
    }
  };
  void run(Map<Integer, Layer> layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    layers.forEach((index, layer) -> list.layer(index, layer));
    MultiLayerConfiguration conf = list.build();
  }
}`,
    `
    supplier (layers)
      OutputLayer nOut=1
    make (layers)
      OutputLayer nOut=2
    conf (layers)
      Layer`,
  );

  idiom(
    "a builder that comes from elsewhere, and one that other code may change",
    `
class Example {
  MultiLayerConfiguration given(NeuralNetConfiguration.Builder builder) {
    return builder.seed(3).list().layer(new DenseLayer.Builder().nOut(3).build()).build();
  }
  MultiLayerConfiguration changed() {
    NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder().seed(3);
    Presets.apply(builder);
    NeuralNetConfiguration.ListBuilder list = builder.l2(1e-4).list();
    Presets.addHidden(list);
    return list.layer(new OutputLayer.Builder().nOut(2).build()).build();
  }
}`,
    `
    given (layers) seed=3
      DenseLayer nOut=3
    changed (layers) seed=?{3} l2=0.0001{1e-4}
      Layer
      OutputLayer nOut=2`,
  );
});
