import { describe } from "node:test";
import { idiom, inMain } from "./idioms.js";

describe("values", () => {
  idiom(
    "constants: static final, fields set once, arithmetic, casts, Math, conditions on constants",
    `
class Example {
  static final int WIDTH = 1 << 5;
  private static final boolean DEEP = false;
  private final double rate = 1e-3;
  private long seed = 12345L;
  MultiLayerConfiguration conf() {
    int half = WIDTH / 2, odd = 7 / 2;
    float keep = .5f;
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(new Nesterovs(rate * 10, 1 - 0.1))
        .dropOut(keep)
        .l2(Math.pow(10, -4))
        .list()
        .layer(new DenseLayer.Builder().nIn(28 * 28).nOut(DEEP ? 100 : half).biasInit((double) odd).build())
        .layer(new OutputLayer.Builder().nIn(Math.max(half, 3)).nOut((int) 3.9).build())
        .build();
  }
}`,
    `
    conf (layers) seed=12345{seed} updater=Nesterovs(learningRate 0.01{rate * 10}, momentum 0.9{1 - 0.1}) l2=0.0001{Math.pow(10, -4)} dropOut=0.5{keep}
      DenseLayer nIn=784{28 * 28} nOut=16{DEEP ? 100 : half} biasInit=3{(double) odd}
      OutputLayer nIn=16{Math.max(half, 3)} nOut=3{(int) 3.9}`,
  );

  idiom(
    "fields that others set: an annotation of the field, or of the class",
    `
@Builder class Example {
  @Builder.Default private int classes = 0;
  private int hidden = 8;
  private final int inputs = 4;
  @Getter private static int more = 5;
  MultiLayerConfiguration conf() {
    return new NeuralNetConfiguration.Builder().list()
        .layer(new DenseLayer.Builder().nIn(inputs).nOut(hidden).build())
        .layer(new DenseLayer.Builder().nOut(more).build())
        .layer(new OutputLayer.Builder().nOut(classes).build())
        .build();
  }
}`,
    `
    conf (layers)
      DenseLayer nIn=4{inputs} nOut=?{hidden}
      DenseLayer nOut=5{more}
      OutputLayer nOut=?{classes}`,
  );

  inMain(
    "variables that change on the way",
    `
    int in = 10, i = 0;
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list()
        .layer(i++, new DenseLayer.Builder().nIn(in).nOut(in *= 2).build());
    in += 5;
    list.layer(i, new DenseLayer.Builder().nOut(in).build());
    list.layer(++i, new OutputLayer.Builder().nOut(args.length).build());
    MultiLayerConfiguration conf = list.build();`,
    `
    conf (layers)
      DenseLayer nIn=10{in} nOut=20{in *= 2} index=0{i++}
      DenseLayer nOut=25{in} index=1{i}
      OutputLayer nOut=?{args.length} index=2{++i}`,
  );

  inMain(
    "a condition that is known takes one branch; one that is not leaves both values unknown",
    `
    final boolean REGULARIZE = true;
    NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder();
    if (REGULARIZE) builder.l2(1e-4); else builder.l2(0.5);
    if (args.length > 0) builder.seed(1); else builder.seed(2);
    if (args.length > 1) builder.updater(new Adam(0.1));
    int width = 10;
    if (args.length > 2) width = 20;
    MultiLayerConfiguration conf = builder.list().layer(new OutputLayer.Builder().nIn(width).nOut(2).build()).build();`,
    `
    conf (layers) l2=0.0001{1e-4} seed=?{2} updater=?{new Adam(0.1)}
      OutputLayer nIn=?{width} nOut=2`,
  );

  idiom(
    "enumerations in all spellings",
    `
import static org.nd4j.linalg.activations.Activation.RELU;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
class Example {
  static final Activation HIDDEN = Activation.TANH;
  WeightInit init = WeightInit.XAVIER;
  MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
      .weightInit(init)
      .optimizationAlgo(org.deeplearning4j.nn.api.OptimizationAlgorithm.LBFGS)
      .list()
      .layer(new DenseLayer.Builder().activation(RELU).build())
      .layer(new DenseLayer.Builder().activation(HIDDEN).build())
      .layer(new DenseLayer.Builder().activation(new ActivationLReLU(0.2)).build())
      .layer(new DenseLayer.Builder().activation(Activation.fromString("elu")).build())
      .layer(new DenseLayer.Builder().activation(new Custom()).build())
      .layer(new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY.getActivationFunction()).build())
      .layer(new OutputLayer.Builder().lossFunction(new LossMCXENT()).build())
      .build();
}`,
    `
    conf (layers) optimizationAlgo=LBFGS weightInit=XAVIER{init}
      DenseLayer activation=RELU
      DenseLayer activation=TANH{HIDDEN}
      DenseLayer activation=LEAKYRELU(alpha 0.2)
      DenseLayer activation=ELU{Activation.fromString("elu")}
      DenseLayer activation=?{new Custom()}
      OutputLayer loss=MSE activation=IDENTITY{Activation.IDENTITY.getActivationFunction()}
      OutputLayer loss=MCXENT{new LossMCXENT()}`,
  );

  inMain(
    "updaters: objects, builders, in variables, with setters, with schedules",
    `
    IUpdater updater = new Adam(1e-3);
    Map<Integer, Double> steps = new HashMap<>();
    steps.put(0, 0.1);
    steps.put(100, 0.01);
    Sgd changed = new Sgd(0.1);
    changed.setLearningRate(0.2);
    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().updater(updater).list()
        .layer(new DenseLayer.Builder().updater(Adam.builder().learningRate(2e-3).beta1(0.8).build()).build())
        .layer(new DenseLayer.Builder().updater(new Nesterovs.Builder().learningRate(0.1).momentum(0.7).build()).build())
        .layer(new DenseLayer.Builder().updater(new Nesterovs(new MapSchedule(ScheduleType.ITERATION, steps), 0.9)).build())
        .layer(new DenseLayer.Builder().updater(new Sgd(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 10))).build())
        .layer(new DenseLayer.Builder().updater(changed).build())
        .layer(new DenseLayer.Builder().updater(chosen()).build())
        .build();`,
    `
    conf (layers) updater=Adam(learningRate 0.001{1e-3})
      DenseLayer updater=Adam(learningRate 0.002{2e-3}, beta1 0.8)
      DenseLayer updater=Nesterovs(learningRate 0.1, momentum 0.7)
      DenseLayer updater=Nesterovs(learningRate MapSchedule(0 0.1, 100 0.01, per iteration{ScheduleType.ITERATION}), momentum 0.9)
      DenseLayer updater=Sgd(learningRate StepSchedule(initialValue 0.1, decayRate 0.5, step 10, per epoch{ScheduleType.EPOCH}))
      DenseLayer updater=Sgd(learningRate 0.2)
      DenseLayer updater=?{chosen()}`,
  );

  inMain(
    "the separate calls of 0.x",
    `
    Map<Integer, Double> rates = new HashMap<Integer, Double>();
    rates.put(0, 0.01);
    rates.put(1000, 0.001);
    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
        .iterations(1).regularization(true).l2(5e-4)
        .learningRate(.01)//.biasLearningRate(0.02)
        .learningRateDecayPolicy(LearningRatePolicy.Schedule)
        .learningRateSchedule(rates)
        /* .momentum(0.5) */
        .updater(Updater.NESTEROVS).momentum(0.9)
        .list(2)
        .layer(0, new RBM.Builder(RBM.HiddenUnit.RECTIFIED, RBM.VisibleUnit.GAUSSIAN).nIn(4).nOut(3).activation("relu").build())
        .layer(1, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(3).nOut(3).activation("softmax").build())
        .backprop(true).pretrain(false)
        .build();`,
    `
    conf (layers) iterations=1 regularization=true l2=0.0005{5e-4} learningRate=0.01{.01} learningRatePolicy=Schedule learningRateSchedule=MapSchedule(0 0.01, 1000 0.001, per iteration{}) updater=Nesterovs() momentum=0.9 backprop=true pretrain=false
      RBM hiddenUnit=RECTIFIED visibleUnit=GAUSSIAN nIn=4 nOut=3 activation=RELU{"relu"} index=0
      OutputLayer loss=MCXENT nIn=3 nOut=3 activation=SOFTMAX{"softmax"} index=1`,
  );

  inMain(
    "dropout, noise, distributions, penalties as objects",
    `
    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
        .regularization(Arrays.asList(new L1Regularization(1e-5), new WeightDecay(0.01, true)))
        .weightNoise(new DropConnect(0.8))
        .constrainWeights(new MaxNormConstraint(2.0, 1))
        .list()
        .layer(new DenseLayer.Builder().dropOut(new Dropout(0.6)).weightInit(new NormalDistribution(0, 0.01)).build())
        .layer(new DenseLayer.Builder().dropOut(new GaussianDropout(0.1)).weightInit(WeightInit.DISTRIBUTION).dist(new UniformDistribution(-1, 1)).build())
        .layer(new DenseLayer.Builder().dropOut(myDropout).weightInit(new WeightInitXavier()).weightNoise(new WeightNoise(new NormalDistribution(0, 1))).build())
        .build();`,
    `
    conf (layers) l1=0.00001{1e-5} weightDecay=WeightDecay(coefficient 0.01, applyLR true) dropConnect=0.8{new DropConnect(0.8)} constrainWeights=MaxNormConstraint(maxNorm 2{2.0}, dimensions 1){new MaxNormConstraint(2.0, 1)}
      DenseLayer dropOut=0.6{new Dropout(0.6)} weightInit=NormalDistribution(mean 0, std 0.01)
      DenseLayer dropOut=GaussianDropout(rate 0.1) weightInit=UniformDistribution(lower -1, upper 1) dist=UniformDistribution(lower -1, upper 1)
      DenseLayer dropOut=?{myDropout} weightInit=XAVIER{new WeightInitXavier()} dropConnect=WeightNoise(distribution NormalDistribution(mean 0, std 1), applyToBias false{}, additive true{})`,
  );

  inMain(
    "text that is put together",
    `
    String stage = "res" + 2 + 'a', sep = "_";
    ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder().graphBuilder()
        .addInputs("in")
        .addLayer(stage + sep + "branch".toUpperCase(), new DenseLayer.Builder().nOut(2).build(), "in")
        .addLayer(String.valueOf(3) + Integer.toString(4), new DenseLayer.Builder().nOut(2).build(), stage.concat("_BRANCH"))
        .addLayer("x" + 1.5 + unknown, new OutputLayer.Builder().build(), "34")
        .setOutputs("x").build();`,
    `
    conf (graph) outputs=x in:
      res2a_BRANCH: DenseLayer <in> nOut=2
      34: DenseLayer <res2a_BRANCH> nOut=2
      OutputLayer <34>`,
  );
});
