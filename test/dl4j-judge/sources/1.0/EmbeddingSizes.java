package org.example.styles;

import java.util.*;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.*;

/** Embeddings whose vocabulary meets an input type. */
public class EmbeddingSizes {
    MultiLayerConfiguration words() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new EmbeddingLayer.Builder().nIn(500).nOut(8).activation(Activation.IDENTITY).build())
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.feedForward(1)).build();
    }
    MultiLayerConfiguration sequences() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new EmbeddingSequenceLayer.Builder().nIn(500).nOut(8).build())
            .layer(new LSTM.Builder().nOut(6).activation(Activation.TANH).build())
            .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.recurrent(500)).build();
    }
    MultiLayerConfiguration sequencesOfOne() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new EmbeddingSequenceLayer.Builder().nIn(500).nOut(8).build())
            .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.recurrent(1, 20)).build();
    }
}
