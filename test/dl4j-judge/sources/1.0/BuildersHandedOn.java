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

/** Builders that other objects' methods go on with. */
public class BuildersHandedOn {
    interface Part { void addTo(NeuralNetConfiguration.ListBuilder list); }
    static class Hidden implements Part {
        private final int in, out;
        Hidden(int in, int out) { this.in = in; this.out = out; }
        @Override public void addTo(NeuralNetConfiguration.ListBuilder list) {
            list.layer(new DenseLayer.Builder().nIn(in).nOut(out).activation(Activation.RELU).build());
        }
    }
    static class Output implements Part {
        @Override public void addTo(NeuralNetConfiguration.ListBuilder list) {
            list.layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(1).activation(Activation.IDENTITY).build());
        }
    }
    MultiLayerConfiguration parts() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).updater(new Adam(1e-3)).list();
        Part first = new Hidden(4, 8);
        first.addTo(list);
        Part last = new Output();
        last.addTo(list);
        return list.build();
    }
    MultiLayerConfiguration partsInAnArray() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).updater(new Adam(1e-3)).list();
        Part[] parts = {new Hidden(4, 16), new Hidden(16, 8), new Output()};
        for (Part part : parts) part.addTo(list);
        return list.build();
    }
    MultiLayerConfiguration anonymous() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).updater(new Adam(1e-3)).list();
        Part hidden = new Part() {
            @Override public void addTo(NeuralNetConfiguration.ListBuilder to) {
                to.layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build());
            }
        };
        hidden.addTo(list);
        new Output().addTo(list);
        return list.build();
    }
    MultiLayerConfiguration lambda() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).updater(new Adam(1e-3)).list();
        Part hidden = to -> to.layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build());
        hidden.addTo(list);
        new Output().addTo(list);
        return list.build();
    }
}
