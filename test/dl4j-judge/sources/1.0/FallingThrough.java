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

/** A switch whose cases go on into the next. */
public class FallingThrough {
    private static final int DEPTH = 2;
    private static int width(String size) {
        int width = 1;
        switch (size) {
            case "large": width *= 4;
            case "medium": width *= 4;
            case "small": width *= 4; break;
            default: width = 5;
        }
        return width;
    }
    MultiLayerConfiguration layers() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list();
        switch (DEPTH) {
            case 3: list.layer(new DenseLayer.Builder().nIn(8).nOut(8).activation(Activation.RELU).build());
            case 2: list.layer(new DenseLayer.Builder().nIn(8).nOut(8).activation(Activation.TANH).build());
            case 1: list.layer(new DenseLayer.Builder().nIn(8).nOut(8).activation(Activation.ELU).build()); break;
            default: throw new IllegalStateException();
        }
        return list.layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build()).build();
    }
    MultiLayerConfiguration sizes() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new DenseLayer.Builder().nIn(8).nOut(width("large")).activation(Activation.RELU).build())
            .layer(new DenseLayer.Builder().nIn(width("large")).nOut(width("small")).activation(Activation.RELU).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(width("small")).nOut(2).activation(Activation.IDENTITY).build()).build();
    }
}
