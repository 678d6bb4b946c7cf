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

/** Words and comments that trip a parser. */
public class OddWords {
    private static int with(int n) { return n; }
    private static Activation to(String name) { return Activation.fromString(name); }
    private static int uses() { return 6; }
    private static int opens() { return 5; }
    private int provides = 3;
    MultiLayerConfiguration words() {
        int exports = 4, requires = 8, transitive = 2, open = 7, module = 9;
        return new NeuralNetConfiguration.Builder().seed(module).updater(new Sgd(0.1)).list()
            .layer(new DenseLayer.Builder().nIn(with(exports)).nOut(requires).activation(to("relu")).build())
            .layer(new DenseLayer.Builder().nIn(requires).nOut(uses()).activation(Activation.TANH).build())
            .layer(new DenseLayer.Builder().nIn(uses()).nOut(opens()).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(opens()).nOut(transitive).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration comments() {
        return new /* the builder */ NeuralNetConfiguration.Builder().seed(1) // seed
            .updater(new /*sgd*/ Sgd(/* rate */ 0.1)).list()
            .layer(new // dense
                DenseLayer.Builder().nIn(/*in*/ 4 /*four*/).nOut(8 // eight
                ).activation(Activation.TANH).build())
            .layer(new OutputLayer /* out */ .Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation . /* id */ IDENTITY).build())
            .build();
    }
}
