package org.example.graphs;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.graph.rnn.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

public class ModernGraphs {
    ComputationGraphConfiguration vertices() {
        return new NeuralNetConfiguration.Builder().seed(9).updater(new Adam(1e-3)).activation(Activation.RELU).graphBuilder()
            .addInputs("x", "y")
            .setInputTypes(InputType.feedForward(8), InputType.feedForward(8))
            .addLayer("a", new DenseLayer.Builder().nOut(8).build(), "x")
            .addLayer("b", new DenseLayer.Builder().nOut(8).build(), "y")
            .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b")
            .addVertex("difference", new ElementWiseVertex(ElementWiseVertex.Op.Subtract), "a", "b")
            .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "a", "b")
            .addVertex("largest", new ElementWiseVertex(ElementWiseVertex.Op.Max), "sum", "difference")
            .addVertex("mean", new ElementWiseVertex(ElementWiseVertex.Op.Average), "largest", "product")
            .addVertex("merged", new MergeVertex(), "mean", "a")
            .addVertex("part", new SubsetVertex(2, 9), "merged")
            .addVertex("times", new ScaleVertex(2), "part")
            .addVertex("plus", new ShiftVertex(1), "times")
            .addVertex("unit", new L2NormalizeVertex(), "plus")
            .addVertex("both", new StackVertex(), "unit", "a")
            .addVertex("one", new UnstackVertex(0, 2), "both")
            .addVertex("two", new UnstackVertex(1, 2), "both")
            .addVertex("far", new L2Vertex(), "one", "two")
            .addLayer("classes", new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build(), "one", "far")
            .addLayer("amount", new OutputLayer.Builder(LossFunction.MSE).nOut(1).activation(Activation.IDENTITY).build(), "two")
            .setOutputs("classes", "amount")
            .build();
    }

    ComputationGraphConfiguration sequences() {
        int hidden = 12;
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().seed(9).updater(new Adam(1e-3)).graphBuilder()
            .addInputs("question", "answer")
            .setInputTypes(InputType.recurrent(6), InputType.recurrent(7));
        graph.addLayer("encoder", new LSTM.Builder().nOut(hidden).activation(Activation.TANH).build(), "question")
            .addVertex("thought", new LastTimeStepVertex("question"), "encoder")
            .addVertex("repeated", new DuplicateToTimeSeriesVertex("answer"), "thought")
            .addVertex("backwards", new ReverseTimeSeriesVertex("answer"), "repeated")
            .addLayer("decoder", new LSTM.Builder().nOut(hidden).activation(Activation.TANH).build(), "answer", "backwards")
            .addLayer("output", new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(7).activation(Activation.SOFTMAX).build(), "decoder")
            .setOutputs("output");
        return graph.build();
    }

    ComputationGraphConfiguration inception() {
        return new NeuralNetConfiguration.Builder().seed(9).activation(Activation.RELU).graphBuilder()
            .addInputs("image")
            .addLayer("stem", new ConvolutionLayer.Builder(3, 3).nIn(3).nOut(6).padding(1, 1).build(), "image")
            .addLayer("left", new ConvolutionLayer.Builder(1, 1).nOut(4).build(), "stem")
            .addLayer("right", new ConvolutionLayer.Builder(3, 3).nOut(5).padding(1, 1).build(), "stem")
            .addLayer("pool", new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[]{3, 3}, new int[]{1, 1}, new int[]{1, 1}).build(), "stem")
            .addVertex("joined", new MergeVertex(), "left", "right", "pool")
            .addLayer("small", new GlobalPoolingLayer.Builder().poolingType(PoolingType.AVG).build(), "joined")
            .addLayer("out", new OutputLayer.Builder(LossFunction.MCXENT).nOut(10).activation(Activation.SOFTMAX).build(), "small")
            .setOutputs("out")
            .setInputTypes(InputType.convolutional(12, 12, 3))
            .build();
    }

    ComputationGraphConfiguration byHand() {
        return new NeuralNetConfiguration.Builder().seed(9).graphBuilder()
            .addInputs("in")
            .addLayer("dense", new DenseLayer.Builder().nIn(4).nOut(6).activation(Activation.TANH).build(), "in")
            .addLayer("rnn", new LSTM.Builder().nIn(6).nOut(5).activation(Activation.TANH).build(), new FeedForwardToRnnPreProcessor(), "dense")
            .addVertex("shape", new ReshapeVertex(-1, 5), "rnn")
            .addVertex("flat", new PreprocessorVertex(new org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor()), "rnn")
            .layer("out", new OutputLayer.Builder(LossFunction.MSE).nIn(5).nOut(2).activation(Activation.IDENTITY).build(), "flat")
            .setOutputs("out")
            .allowDisconnected(true)
            .build();
    }
}
