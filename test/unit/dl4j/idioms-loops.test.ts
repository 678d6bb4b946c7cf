import { describe } from "node:test";
import { idiom, inMain } from "./idioms.js";

describe("loops", () => {
  inMain(
    "layers added in a loop with constant bounds, an index computed in it",
    `
    final int WIDTH = 200;
    NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder();
    builder.seed(7);
    NeuralNetConfiguration.ListBuilder list = builder.list();
    for (int i = 0; i < 2; i++) {
      LSTM.Builder hidden = new LSTM.Builder();
      hidden.nIn(i == 0 ? 30 : WIDTH);
      hidden.nOut(WIDTH).activation(Activation.TANH);
      list.layer(i, hidden.build());
    }
    list.layer(2, new RnnOutputLayer.Builder(LossFunction.MCXENT).nIn(WIDTH).nOut(30).build());
    MultiLayerConfiguration conf = list.build();`,
    `
    conf (layers) seed=7
      LSTM nIn=30{i == 0 ? 30 : WIDTH} nOut=200{WIDTH} activation=TANH index=0{i}
      LSTM nIn=200{i == 0 ? 30 : WIDTH} nOut=200{WIDTH} activation=TANH index=1{i}
      RnnOutputLayer loss=MCXENT nIn=200{WIDTH} nOut=30 index=2`,
  );

  inMain(
    "sizes in an array",
    `
    int[] sizes = {784, 100, 50, 10};
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (int i = 1; i < sizes.length - 1; i++)
      list.layer(i - 1, new DenseLayer.Builder().nIn(sizes[i - 1]).nOut(sizes[i]).build());
    list.layer(sizes.length - 2, new OutputLayer.Builder().nIn(sizes[sizes.length - 2]).nOut(sizes[sizes.length - 1]).build());
    MultiLayerNetwork net = new MultiLayerNetwork(list.build());`,
    `
    net (layers)
      DenseLayer nIn=784{sizes[i - 1]} nOut=100{sizes[i]} index=0{i - 1}
      DenseLayer nIn=100{sizes[i - 1]} nOut=50{sizes[i]} index=1{i - 1}
      OutputLayer nIn=50{sizes[sizes.length - 2]} nOut=10{sizes[sizes.length - 1]} index=2{sizes.length - 2}`,
  );

  inMain(
    "lists of names and sizes that are other ones in each round",
    `
    ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in");
    String last = "in";
    for (int i = 0; i < 2; i++) {
      String left = "left".concat("-").concat(String.valueOf(i));
      graph.addLayer(left, new ConvolutionLayer.Builder().kernelSize(new int[] {i + 1, i + 2}).nOut(3).build(), last);
      graph.addVertex("both" + i, new MergeVertex(), new String[] {left, last});
      last = "both" + i;
    }
    graph.setOutputs(last);
    ComputationGraphConfiguration conf = graph.build();`,
    `
    conf (graph) outputs=both1{last} in:
      left-0: ConvolutionLayer <in> kernel=1, 2{new int[] {i + 1, i + 2}} nOut=3
      both0: MergeVertex <left-0, in>
      left-1: ConvolutionLayer <both0> kernel=2, 3{new int[] {i + 1, i + 2}} nOut=3
      both1: MergeVertex <left-1, both0>`,
  );

  inMain(
    "for each, while, and do-while",
    `
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    int in = 4;
    for (int size : new int[] {8, 6}) {
      list.layer(new DenseLayer.Builder().nIn(in).nOut(size).build());
      in = size;
    }
    int k = 0;
    while (k < 2) {
      list.layer(new DropoutLayer.Builder(0.5 + k * 0.25).build());
      k++;
    }
    do { list.layer(new ActivationLayer.Builder().activation(Activation.RELU).build()); } while (--k > 1);
    list.layer(new OutputLayer.Builder().nIn(in).nOut(3).build());
    MultiLayerConfiguration conf = list.build();`,
    `
    conf (layers)
      DenseLayer nIn=4{in} nOut=8{size}
      DenseLayer nIn=8{in} nOut=6{size}
      DropoutLayer dropOut=0.5{0.5 + k * 0.25}
      DropoutLayer dropOut=0.75{0.5 + k * 0.25}
      ActivationLayer activation=RELU
      OutputLayer nIn=6{in} nOut=3`,
  );

  inMain(
    "a list of sizes",
    `
    List<Integer> sizes = Arrays.asList(20, 10);
    List<Integer> more = new ArrayList<>();
    more.add(5);
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (int i = 0; i < sizes.size(); i++) list.layer(new DenseLayer.Builder().nOut(sizes.get(i)).build());
    for (Integer size : more) list.layer(new DenseLayer.Builder().nOut(size).build());
    MultiLayerConfiguration conf = list.build();`,
    `
    conf (layers)
      DenseLayer nOut=20{sizes.get(i)}
      DenseLayer nOut=10{sizes.get(i)}
      DenseLayer nOut=5{size}`,
  );

  inMain(
    "break, continue, and loops in loops",
    `
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (int block = 1; block <= 3; block++) {
      if (block == 2) continue;
      for (int n = 0; ; n++) {
        if (n == 2) break;
        list.layer(new DenseLayer.Builder().nOut(block * 10 + n).build());
      }
    }
    MultiLayerConfiguration conf = list.build();`,
    `
    conf (layers)
      DenseLayer nOut=10{block * 10 + n}
      DenseLayer nOut=11{block * 10 + n}
      DenseLayer nOut=30{block * 10 + n}
      DenseLayer nOut=31{block * 10 + n}`,
  );

  idiom(
    "a loop whose bounds are not known: some layer, any number of times",
    `
class Example {
  MultiLayerConfiguration create(int depth, int[] sizes) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    list.layer(0, new DenseLayer.Builder().nOut(8).build());
    int width = 10;
    for (int i = 1; i < depth; i++) {
      list.layer(i, new DenseLayer.Builder().nOut(width).build());
      width = width * 2;
    }
    list.layer(depth, new OutputLayer.Builder().nIn(width).nOut(3).build());
    return list.build();
  }
}`,
    `
    create (layers)
      DenseLayer nOut=8 index=0
      Layer
      OutputLayer nIn=?{width} nOut=3 index=?{depth}`,
  );

  inMain(
    "a loop that makes a network in each round: one text, one network",
    `
    for (int size : new int[] {10, 20}) {
      MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().seed(1).list()
          .layer(new DenseLayer.Builder().nOut(size).build())
          .layer(new OutputLayer.Builder().nOut(2).build())
          .build();
    }`,
    `
    conf (layers) seed=1
      DenseLayer nOut=?{size}
      OutputLayer nOut=2`,
  );

  inMain(
    "a loop that trains is not followed, and changes nothing",
    `
    MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list()
        .layer(new OutputLayer.Builder().nIn(4).nOut(2).build()).build());
    for (int i = 0; i < 1000000; i++) net.fit(iterator);`,
    `
    net (layers) trained=true{fit} epochs=1000000
      OutputLayer nIn=4 nOut=2`,
  );
});
