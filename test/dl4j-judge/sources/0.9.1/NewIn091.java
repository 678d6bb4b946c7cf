package org.example.kinds;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class NewIn091 {
    MultiLayerConfiguration frozen() {
        return new NeuralNetConfiguration.Builder().seed(13).learningRate(0.01).activation(Activation.SIGMOID)
            .trainingWorkspaceMode(WorkspaceMode.SINGLE).inferenceWorkspaceMode(WorkspaceMode.SINGLE)
            .list()
            .layer(0, new FrozenLayer(new DenseLayer.Builder().nIn(32).nOut(16).build()))
            .layer(1, new OutputLayer.Builder(LossFunctions.LossFunction.SQUARED_LOSS).nIn(16).nOut(2).build())
            .build();
    }

    ComputationGraphConfiguration graph() {
        return new NeuralNetConfiguration.Builder().seed(14).learningRate(0.01).graphBuilder()
            .addInputs("x")
            .addLayer("a", new LSTM.Builder().nIn(3).nOut(4).activation(Activation.TANH).build(), "x")
            .addVertex("more", new ShiftVertex(0.25), "a")
            .addLayer("y", new RnnOutputLayer.Builder(LossFunctions.LossFunction.MEAN_ABSOLUTE_ERROR).activation(Activation.IDENTITY).nIn(4).nOut(1).build(), "more")
            .setOutputs("y")
            .build();
    }
}
