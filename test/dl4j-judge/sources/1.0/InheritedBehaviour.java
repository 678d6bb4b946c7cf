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

/** Super calls, default methods and constants that come from above. */
public class InheritedBehaviour {
    interface Sizes { int IN = 7; int WIDTH = 24; Activation ACT = Activation.ELU; default int outputs() { return 2; } }
    static class Base {
        protected static final double RATE = 0.02;
        protected int units = 12;
        protected double decay = 1e-4;
        Base() { }
        Base(int units) { this.units = units; }
        NeuralNetConfiguration.Builder global() { return new NeuralNetConfiguration.Builder().seed(5).updater(new Sgd(RATE)); }
    }
    static class Wide extends Base implements Sizes {
        Wide() { super(48); decay = 1e-6; }
        @Override NeuralNetConfiguration.Builder global() { return super.global().l2(decay).activation(ACT); }
        MultiLayerConfiguration conf() {
            return global().list()
                .layer(new DenseLayer.Builder().nIn(IN).nOut(units).build())
                .layer(new DenseLayer.Builder().nIn(units).nOut(WIDTH).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(WIDTH).nOut(outputs()).activation(Activation.SOFTMAX).build())
                .build();
        }
    }
    MultiLayerConfiguration wide() { return new Wide().conf(); }
}
