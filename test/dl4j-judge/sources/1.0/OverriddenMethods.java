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

/** What a subclass says instead, by methods that the base class calls. */
public class OverriddenMethods {
    abstract static class Template {
        protected Activation hidden() { return Activation.TANH; }
        protected IUpdater updater() { return new Sgd(0.1); }
        protected int width() { return 16; }
        protected abstract Layer output();
        protected void regularize(NeuralNetConfiguration.Builder builder) { builder.l2(1e-3); }
        MultiLayerConfiguration build() {
            NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder().seed(1).updater(updater());
            regularize(builder);
            return builder.list()
                .layer(new DenseLayer.Builder().nIn(4).nOut(width()).activation(hidden()).build())
                .layer(output())
                .build();
        }
    }
    static class Classifier extends Template {
        @Override protected Activation hidden() { return Activation.RELU; }
        @Override protected IUpdater updater() { return new Adam(1e-3); }
        @Override protected int width() { return 32; }
        @Override protected Layer output() {
            return new OutputLayer.Builder(LossFunction.MCXENT).nIn(width()).nOut(3).activation(Activation.SOFTMAX).build();
        }
        @Override protected void regularize(NeuralNetConfiguration.Builder builder) { builder.l2(1e-5).weightInit(WeightInit.RELU); }
    }
    MultiLayerConfiguration classifier() { return new Classifier().build(); }
}
