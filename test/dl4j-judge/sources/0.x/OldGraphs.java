package org.example.graphs;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

public class OldGraphs {
    private static final String IN = "in";

    ComputationGraphConfiguration residual() {
        GraphBuilder gb = new NeuralNetConfiguration.Builder().seed(5).updater(Updater.ADAM).learningRate(3e-4).activation(Activation.RELU).graphBuilder();
        gb.addInputs(IN);
        gb.addLayer("first", new DenseLayer.Builder().nIn(16).nOut(16).build(), IN);
        gb.addLayer("second", new DenseLayer.Builder().nIn(16).nOut(16).build(), "first");
        gb.addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "second");
        gb.addVertex("scaled", new ScaleVertex(0.5), "sum");
        gb.addVertex("part", new SubsetVertex(0, 7), "scaled");
        gb.addLayer("out", new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(4).build(), "part");
        gb.setOutputs("out");
        return gb.build();
    }

    ComputationGraphConfiguration twoInputsTwoOutputs() {
        return new NeuralNetConfiguration.Builder().seed(6).learningRate(0.01).graphBuilder()
            .addInputs("image", "numbers")
            .addLayer("conv", new ConvolutionLayer.Builder(5, 5).nIn(1).nOut(4).activation(Activation.RELU).build(), "image")
            .addLayer("flat", new DenseLayer.Builder().nIn(4 * 24 * 24).nOut(20).activation(Activation.TANH).build(), new CnnToFeedForwardPreProcessor(24, 24, 4), "conv")
            .addLayer("dense", new DenseLayer.Builder().nIn(3).nOut(5).activation(Activation.TANH).build(), "numbers")
            .addVertex("merge", new MergeVertex(), "flat", "dense")
            .addVertex("norm", new L2NormalizeVertex(), "merge")
            .addLayer("classes", new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(25).nOut(3).build(), "norm")
            .addLayer("value", new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).nIn(25).nOut(1).build(), "norm")
            .setOutputs("classes", "value")
            .build();
    }

    ComputationGraphConfiguration triplets() {
        return new NeuralNetConfiguration.Builder().seed(7).learningRate(0.01).graphBuilder()
            .addInputs("a", "b")
            .addVertex("stack", new StackVertex(), "a", "b")
            .addLayer("shared", new DenseLayer.Builder().nIn(10).nOut(6).activation(Activation.TANH).build(), "stack")
            .addVertex("left", new UnstackVertex(0, 2), "shared")
            .addVertex("right", new UnstackVertex(1, 2), "shared")
            .addVertex("distance", new L2Vertex(), "left", "right")
            .addLayer("lossLayer", new LossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build(), "distance")
            .setOutputs("lossLayer")
            .setInputTypes(InputType.feedForward(10), InputType.feedForward(10))
            .build();
    }
}
