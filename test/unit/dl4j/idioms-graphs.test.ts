import { describe } from "node:test";
import { idiom, inMain } from "./idioms.js";

describe("graphs", () => {
  inMain(
    "a preprocessor that is said before its layer",
    `
    ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in")
        .addLayer("d", new DenseLayer.Builder().nIn(2).nOut(98).build(), "in")
        .inputPreProcessor("up", new FeedForwardToCnnPreProcessor(7, 7, 2))
        .inputPreProcessor("nowhere", new FeedForwardToCnnPreProcessor(7, 7, 2))
        .addLayer("up", new Upsampling2D.Builder(2).build(), "d")
        .setOutputs("up")
        .build();`,
    `
    conf (graph) outputs=up in:
      d: DenseLayer <in> nIn=2 nOut=98
      up: Upsampling2D <d> size=2, 2{2} preprocessor=FeedForwardToCnnPreProcessor{new FeedForwardToCnnPreProcessor(7, 7, 2)}`,
  );

  inMain(
    "inputs, layers, vertices of all kinds, outputs",
    `
    ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder()
        .graphBuilder()
        .addInputs("a", "b")
        .setInputTypes(InputType.feedForward(10), InputType.recurrent(5, 7))
        .addLayer("d1", new DenseLayer.Builder().nOut(4).build(), "a")
        .addLayer("rnn", new LSTM.Builder().nOut(4).build(), "b")
        .addVertex("last", new LastTimeStepVertex("b"), "rnn")
        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "d1", "last")
        .addVertex("part", new SubsetVertex(0, 2), "sum")
        .addVertex("both", new MergeVertex(), "sum", "part")
        .addVertex("own", new MyVertex(3), "both")
        .layer("out", new OutputLayer.Builder().nOut(2).build(), "own", "d1")
        .setOutputs("out")
        .backpropType(BackpropType.TruncatedBPTT).tBPTTForwardLength(5).tBPTTBackwardLength(4)
        .build();`,
    `
    conf (graph) outputs=out backpropType=TruncatedBPTT tbpttForward=5 tbpttBackward=4 a:feedForward(size 10) b:recurrent(size 5, steps 7)
      d1: DenseLayer <a> nOut=4
      rnn: LSTM <b> nOut=4
      last: LastTimeStepVertex <rnn> input=b
      sum: ElementWiseVertex <d1, last> op=Add
      part: SubsetVertex <sum> first=0 last=2
      both: MergeVertex <sum, part>
      own: MyVertex <both>
      out: OutputLayer <own, d1> nOut=2`,
  );

  inMain(
    "lists of names, preprocessors, appended layers, removed vertices",
    `
    String[] inputs = {"x", "y"};
    List<String> names = Arrays.asList("u", "v");
    ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().graphBuilder();
    graph.addInputs(inputs);
    graph.addInputs(names);
    graph.addLayer("d", new DenseLayer.Builder().nOut(4).build(), new CnnToFeedForwardPreProcessor(4, 4, 1), inputs);
    graph.appendLayer("e", new DenseLayer.Builder().nOut(3).build());
    graph.addLayer("gone", new DenseLayer.Builder().build(), "d");
    graph.removeVertex("gone");
    graph.addLayer("f", new OutputLayer.Builder().build(), nameOf(3));
    graph.setOutputs(new String[] {"f"});
    ComputationGraph net = new ComputationGraph(graph.build());`,
    `
    net (graph) outputs=f{new String[] {"f"}} x: y: u: v:
      d: DenseLayer <x, y> nOut=4 preprocessor=CnnToFeedForwardPreProcessor{new CnnToFeedForwardPreProcessor(4, 4, 1)}
      e: DenseLayer nOut=3
      f: OutputLayer <?>`,
  );

  idiom(
    "residual blocks: a variable that goes on, arrays of filters, a condition on an argument",
    `
class ResNet {
  private final int[] filters = {16, 32};
  private ComputationGraphConfiguration.GraphBuilder graph;
  ComputationGraphConfiguration create() {
    graph = new NeuralNetConfiguration.Builder().convolutionMode(ConvolutionMode.Same).graphBuilder()
        .addInputs("input").setInputTypes(InputType.convolutional(32, 32, 3));
    String last = conv("stem", 16, "input");
    for (int stage = 0; stage < filters.length; stage++) last = block("s" + stage, filters[stage], last, stage > 0);
    graph.addLayer("out", new OutputLayer.Builder().nOut(10).build(), last).setOutputs("out");
    return graph.build();
  }
  private String conv(String name, int width, String in) {
    graph.addLayer(name, new ConvolutionLayer.Builder(3, 3).nOut(width).build(), in);
    return name;
  }
  private String block(String name, int width, String in, boolean project) {
    String shortcut = in;
    if (project) {
      graph.addLayer(name + "p", new ConvolutionLayer.Builder(1, 1).nOut(width).build(), in);
      shortcut = name + "p";
    }
    graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), conv(name + "c", width, in), shortcut);
    return name;
  }
}`,
    `
    create (graph) outputs=out convolutionMode=Same input:convolutional(height 32, width 32, channels 3)
      stem: ConvolutionLayer <input> kernel=3, 3 nOut=16{width}
      s0c: ConvolutionLayer <stem> kernel=3, 3 nOut=16{width}
      s0: ElementWiseVertex <s0c, stem> op=Add
      s1p: ConvolutionLayer <s0> kernel=1, 1 nOut=32{width}
      s1c: ConvolutionLayer <s0> kernel=3, 3 nOut=32{width}
      s1: ElementWiseVertex <s1c, s1p> op=Add
      out: OutputLayer <s1> nOut=10`,
  );

  inMain(
    "a builder made by its constructor",
    `
    NeuralNetConfiguration.Builder base = new NeuralNetConfiguration.Builder().seed(4);
    ComputationGraphConfiguration.GraphBuilder graph = new ComputationGraphConfiguration.GraphBuilder(base);
    graph.addInputs("in").addLayer("out", new OutputLayer.Builder().nOut(2).build(), "in").setOutputs("out");
    ComputationGraphConfiguration conf = graph.build();`,
    `
    conf (graph) seed=4 outputs=out in:
      out: OutputLayer <in> nOut=2`,
  );

  idiom(
    "transfer learning",
    `
class Example {
  ComputationGraph graph(ComputationGraph vgg) {
    FineTuneConfiguration fineTune = new FineTuneConfiguration.Builder().updater(new Nesterovs(5e-5, 0.9)).seed(123).build();
    return new TransferLearning.GraphBuilder(vgg).fineTuneConfiguration(fineTune).setFeatureExtractor("fc2")
        .removeVertexKeepConnections("predictions")
        .addLayer("predictions", new OutputLayer.Builder(LossFunction.MCXENT).nIn(4096).nOut(5).build(), "fc2")
        .build();
  }
  MultiLayerNetwork list(MultiLayerNetwork old) {
    TransferLearning.Builder builder = new TransferLearning.Builder(old);
    builder.fineTuneConfiguration(new FineTuneConfiguration.Builder().l2(1e-4).dropOut(0.5).build());
    builder.setFeatureExtractor(1).removeOutputLayer().nOutReplace(0, 10, WeightInit.XAVIER);
    for (int i = 0; i < 2; i++) builder.addLayer(new DenseLayer.Builder().nOut(8).build());
    return builder.addLayer(new OutputLayer.Builder().nOut(2).build()).build();
  }
}`,
    `
    graph (transfer) updater=Nesterovs(learningRate 0.00005{5e-5}, momentum 0.9) seed=123
      predictions: OutputLayer <fc2> loss=MCXENT nIn=4096 nOut=5
    list (transfer) l2=0.0001{1e-4} dropOut=0.5
      DenseLayer nOut=8
      DenseLayer nOut=8
      OutputLayer nOut=2`,
  );
});
