package org.example.zoo;

import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Residual, inception and dense blocks, as model zoos write them. */
public class ZooBlocks {
    private final int[] inputShape = {3, 16, 16};
    private final int numClasses = 5;
    private final long seed = 1234;
    private IUpdater updater = new RmsProp(0.1, 0.96, 0.001);
    private WeightInit weightInit = WeightInit.RELU;

    private void identityBlock(ComputationGraphConfiguration.GraphBuilder graph, int[] kernelSize, int[] filters, String stage, String block, String input) {
        String convName = "res" + stage + block + "_branch";
        String batchName = "bn" + stage + block + "_branch";
        String activationName = "act" + stage + block + "_branch";
        String shortcutName = "short" + stage + block + "_branch";
        graph.addLayer(convName + "2a", new ConvolutionLayer.Builder(new int[] {1, 1}).nOut(filters[0]).build(), input)
            .addLayer(batchName + "2a", new BatchNormalization(), convName + "2a")
            .addLayer(activationName + "2a", new ActivationLayer.Builder().activation(Activation.RELU).build(), batchName + "2a")
            .addLayer(convName + "2b", new ConvolutionLayer.Builder(kernelSize).nOut(filters[1]).convolutionMode(ConvolutionMode.Same).build(), activationName + "2a")
            .addLayer(batchName + "2b", new BatchNormalization(), convName + "2b")
            .addVertex(shortcutName, new ElementWiseVertex(ElementWiseVertex.Op.Add), batchName + "2b", input)
            .addLayer(convName, new ActivationLayer.Builder().activation(Activation.RELU).build(), shortcutName);
    }

    ComputationGraphConfiguration residual() {
        ComputationGraphConfiguration.GraphBuilder graph = graphBuilder();
        identityBlock(graph, new int[] {3, 3}, new int[] {4, 8}, "2", "a", "stem");
        identityBlock(graph, new int[] {3, 3}, new int[] {4, 8}, "2", "b", "res2a_branch");
        graph.addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "res2b_branch")
            .addLayer("output", new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(numClasses).activation(Activation.SOFTMAX).build(), "pool")
            .setOutputs("output");
        return graph.build();
    }

    private ComputationGraphConfiguration.GraphBuilder graphBuilder() {
        return new NeuralNetConfiguration.Builder().seed(seed)
            .activation(Activation.IDENTITY)
            .updater(updater)
            .weightInit(new TruncatedNormalDistribution(0.0, 0.5))
            .l1(1e-7).l2(5e-5)
            .miniBatch(true)
            .convolutionMode(ConvolutionMode.Truncate)
            .graphBuilder()
            .addInputs("input").setInputTypes(InputType.convolutional(inputShape[2], inputShape[1], inputShape[0]))
            .addLayer("stem", new ConvolutionLayer.Builder(new int[] {3, 3}, new int[] {1, 1}).nOut(8).build(), "input");
    }

    private static ConvolutionLayer conv1x1(int in, int out, double bias) {
        return new ConvolutionLayer.Builder(new int[] {1, 1}, new int[] {1, 1}, new int[] {0, 0}).nIn(in).nOut(out).biasInit(bias).build();
    }

    private static ConvolutionLayer conv3x3(int in, int out, double bias) {
        return new ConvolutionLayer.Builder(new int[] {3, 3}, new int[] {1, 1}, new int[] {1, 1}).nIn(in).nOut(out).biasInit(bias).build();
    }

    private ComputationGraphConfiguration.GraphBuilder inception(ComputationGraphConfiguration.GraphBuilder graph, String name, int inputSize, int[][] config, String inputLayer) {
        graph.addLayer(name + "-cnn1", conv1x1(inputSize, config[0][0], 0.2), inputLayer)
            .addLayer(name + "-cnn2", conv1x1(inputSize, config[1][0], 0.2), inputLayer)
            .addLayer(name + "-cnn4", conv3x3(config[1][0], config[1][1], 0.2), name + "-cnn2")
            .addVertex(name + "-depthconcat1", new MergeVertex(), name + "-cnn1", name + "-cnn4");
        return graph;
    }

    ComputationGraphConfiguration inceptions() {
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().seed(seed).activation(Activation.RELU)
            .updater(new Nesterovs(1e-2, 0.9)).weightInit(weightInit).graphBuilder();
        graph.addInputs("input").setInputTypes(InputType.convolutional(8, 8, 3));
        inception(graph, "3a", 3, new int[][] {{4}, {2, 6}}, "input");
        inception(graph, "3b", 10, new int[][] {{6}, {3, 5}}, "3a-depthconcat1");
        graph.addLayer("fc1", new DenseLayer.Builder().nOut(20).dropOut(0.4).build(), "3b-depthconcat1")
            .addLayer("output", new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nIn(20).nOut(numClasses).activation(Activation.SOFTMAX).build(), "fc1")
            .setOutputs("output");
        return graph.build();
    }

    ComputationGraphConfiguration denseBlock() {
        ComputationGraphConfiguration.GraphBuilder g = new NeuralNetConfiguration.Builder().seed(3).updater(new Adam(1e-3))
            .graphBuilder().addInputs("in").setInputTypes(InputType.convolutional(6, 6, 2));
        String previous = "in";
        for (int i = 0; i < 3; i++) {
            String conv = "conv" + i, merge = "merge" + i;
            g.addLayer(conv, new ConvolutionLayer.Builder(3, 3).nOut(4).convolutionMode(ConvolutionMode.Same).activation(Activation.RELU).build(), previous);
            g.addVertex(merge, new MergeVertex(), previous, conv);
            previous = merge;
        }
        g.addLayer("gap", new GlobalPoolingLayer.Builder().poolingType(PoolingType.AVG).build(), previous);
        g.addLayer("out", new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).activation(Activation.SOFTMAX).nOut(2).build(), "gap");
        return g.setOutputs("out").build();
    }

    MultiLayerConfiguration vggLike() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(seed).updater(new Nesterovs()).activation(Activation.RELU)
            .weightInit(new NormalDistribution(0, 0.01)).list();
        int[] filters = {4, 8};
        int layer = 0;
        for (int f : filters) {
            for (int repeat = 0; repeat < 2; repeat++)
                list.layer(layer++, new ConvolutionLayer.Builder().kernelSize(3, 3).stride(1, 1).padding(1, 1).nOut(f).build());
            list.layer(layer++, new SubsamplingLayer.Builder().poolingType(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build());
        }
        list.layer(layer++, new DenseLayer.Builder().nOut(32).dropOut(0.5).build());
        list.layer(layer, new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).name("output").nOut(numClasses).activation(Activation.SOFTMAX).build());
        list.setInputType(InputType.convolutionalFlat(16, 16, 3));
        return list.build();
    }

    ComputationGraphConfiguration unet() {
        ComputationGraphConfiguration.GraphBuilder g = new NeuralNetConfiguration.Builder().seed(1).updater(new AdaDelta()).weightInit(WeightInit.RELU)
            .l2(5e-5).miniBatch(true).graphBuilder();
        g.addLayer("conv1", new ConvolutionLayer.Builder(3, 3).stride(1, 1).nOut(4).convolutionMode(ConvolutionMode.Same).activation(Activation.RELU).build(), "input")
            .addLayer("pool1", new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}).stride(2, 2).build(), "conv1")
            .addLayer("conv2", new ConvolutionLayer.Builder(3, 3).stride(1, 1).nOut(8).convolutionMode(ConvolutionMode.Same).activation(Activation.RELU).build(), "pool1")
            .addLayer("up1", new Upsampling2D.Builder(2).build(), "conv2")
            .addVertex("merge1", new MergeVertex(), "conv1", "up1")
            .addLayer("conv3", new ConvolutionLayer.Builder(1, 1).stride(1, 1).nOut(1).convolutionMode(ConvolutionMode.Same).activation(Activation.IDENTITY).build(), "merge1")
            .addLayer("output", new CnnLossLayer.Builder(LossFunctions.LossFunction.XENT).activation(Activation.SIGMOID).build(), "conv3")
            .setOutputs("output");
        g.addInputs("input").setInputTypes(InputType.convolutional(16, 16, 3));
        return g.build();
    }

    ComputationGraphConfiguration xceptionLike() {
        return new NeuralNetConfiguration.Builder().seed(2).updater(new AdaDelta()).weightInit(WeightInit.RELU).graphBuilder()
            .addInputs("input")
            .setInputTypes(InputType.convolutional(12, 12, 3))
            .addLayer("sep", new SeparableConvolution2D.Builder(3, 3).nOut(6).hasBias(false).convolutionMode(ConvolutionMode.Same).build(), "input")
            .addLayer("bn", new BatchNormalization(), "sep")
            .addLayer("shortcut", new ConvolutionLayer.Builder(1, 1).nOut(6).hasBias(false).convolutionMode(ConvolutionMode.Same).build(), "input")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "bn", "shortcut")
            .addLayer("avg", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "add")
            .addLayer("predictions", new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(4).activation(Activation.SOFTMAX).build(), "avg")
            .setOutputs("predictions")
            .build();
    }

    ComputationGraphConfiguration twoInputs() {
        return new NeuralNetConfiguration.Builder().updater(new Adam(1e-2)).graphBuilder()
            .addInputs("left", "right")
            .addLayer("l", new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build(), "left")
            .addLayer("r", new DenseLayer.Builder().nIn(5).nOut(4).activation(Activation.TANH).build(), "right")
            .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "l", "r")
            .addVertex("scaled", new ScaleVertex(0.5), "product")
            .addVertex("shifted", new ShiftVertex(1), "scaled")
            .addVertex("norm", new L2NormalizeVertex(), "shifted")
            .addLayer("out", new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(4).nOut(1).activation(Activation.IDENTITY).build(), "norm")
            .setOutputs("out")
            .build();
    }

    ComputationGraphConfiguration twoOutputs() {
        return new NeuralNetConfiguration.Builder().updater(new Adam(1e-2)).graphBuilder()
            .addInputs("in")
            .addLayer("body", new DenseLayer.Builder().nIn(10).nOut(8).activation(Activation.RELU).build(), "in")
            .addVertex("first", new SubsetVertex(0, 3), "body")
            .addVertex("rest", new SubsetVertex(4, 7), "body")
            .addLayer("class", new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(4).nOut(3).activation(Activation.SOFTMAX).build(), "first")
            .addLayer("value", new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(4).nOut(1).activation(Activation.TANH).build(), "rest")
            .setOutputs("class", "value")
            .build();
    }

    ComputationGraphConfiguration siamese() {
        return new NeuralNetConfiguration.Builder().updater(new Sgd(0.01)).graphBuilder()
            .addInputs("a", "b")
            .addVertex("both", new StackVertex(), "a", "b")
            .addLayer("shared", new DenseLayer.Builder().nIn(6).nOut(4).activation(Activation.SIGMOID).build(), "both")
            .addVertex("ua", new UnstackVertex(0, 2), "shared")
            .addVertex("ub", new UnstackVertex(1, 2), "shared")
            .addVertex("distance", new L2Vertex(), "ua", "ub")
            .addLayer("out", new LossLayer.Builder(LossFunctions.LossFunction.MSE).activation(Activation.IDENTITY).build(), "distance")
            .setOutputs("out")
            .build();
    }
}
