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

/** Names of layers and vertices that are worked out. */
public class NamesPutTogether {
    ComputationGraphConfiguration letters() {
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).graphBuilder().addInputs("in");
        String before = "in";
        for (int i = 0; i < 3; i++) {
            String name = "d" + (char) ('a' + i);
            graph.addLayer(name, new DenseLayer.Builder().nIn(4).nOut(4).activation(Activation.TANH).build(), before);
            before = name;
        }
        return graph.addLayer("out", new OutputLayer.Builder(LossFunction.MSE).nIn(4).nOut(2).activation(Activation.IDENTITY).build(), before).setOutputs("out").build();
    }
    ComputationGraphConfiguration formatted() {
        ComputationGraphConfiguration.GraphBuilder graph = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).graphBuilder().addInputs("in");
        String before = "in";
        for (int i = 0; i < 2; i++) {
            String name = String.format("block%02d_%s", i, "dense");
            graph.addLayer(name, new DenseLayer.Builder().nIn(4).nOut(4).activation(Activation.TANH).build(), before);
            before = name;
        }
        return graph.addLayer("out", new OutputLayer.Builder(LossFunction.MSE).nIn(4).nOut(2).activation(Activation.IDENTITY).build(), before).setOutputs("out").build();
    }
    ComputationGraphConfiguration joined() {
        String a = String.join("-", "conv", "1"), b = "\u0041out ".trim();
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(1E-3f)).graphBuilder().addInputs("in")
            .addLayer(a, new DenseLayer.Builder().nIn(4).nOut(4).activation(Activation.TANH).build(), "in")
            .addLayer(b, new OutputLayer.Builder(LossFunction.MSE).nIn(4).nOut(2).activation(Activation.IDENTITY).build(), a)
            .setOutputs(b).build();
    }
}
