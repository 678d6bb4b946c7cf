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

/** Methods and constants of one name in several classes. */
public class SameNames {
    static int hidden() { return 10; }
    static double rate() { return 0.5; }
    static final int OUT = 9;
    static class Small { static int hidden() { return 20; } static double rate() { return 0.01; } static final int OUT = 3; }
    static class Large { static int hidden() { return 200; } static double rate() { return 0.001; } static final int OUT = 5; }
    MultiLayerConfiguration small() {
        return new NeuralNetConfiguration.Builder().updater(new Sgd(Small.rate())).list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(Small.hidden()).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(Small.hidden()).nOut(Small.OUT).activation(Activation.SOFTMAX).build())
            .build();
    }
    MultiLayerConfiguration large() {
        return new NeuralNetConfiguration.Builder().updater(new Sgd(Large.rate())).list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(Large.hidden()).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(Large.hidden()).nOut(Large.OUT).activation(Activation.SOFTMAX).build())
            .build();
    }
    MultiLayerConfiguration own() {
        return new NeuralNetConfiguration.Builder().updater(new Sgd(rate())).list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(hidden()).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(hidden()).nOut(OUT).activation(Activation.SOFTMAX).build())
            .build();
    }
}
