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

/** Arrays and lists that are changed by another name. */
public class ArraysChanged {
    private static void doubled(int[] sizes) { for (int i = 0; i < sizes.length; i++) sizes[i] *= 2; }
    private static void addHidden(List<Layer> layers) {
        layers.add(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build());
    }
    MultiLayerConfiguration byAlias() {
        int[] sizes = {4, 8, 2};
        int[] same = sizes;
        same[1] = 16;
        return net(sizes[0], sizes[1], sizes[2]);
    }
    private MultiLayerConfiguration net(int in, int hidden, int out) {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new DenseLayer.Builder().nIn(in).nOut(hidden).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(hidden).nOut(out).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration byHelper() {
        int[] sizes = {4, 8, 2};
        doubled(sizes);
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(new DenseLayer.Builder().nIn(sizes[0]).nOut(sizes[1]).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(sizes[1]).nOut(sizes[2]).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration listByHelper() {
        List<Layer> layers = new ArrayList<>();
        addHidden(layers);
        layers.add(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build());
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list(layers.toArray(new Layer[0])).build();
    }
    MultiLayerConfiguration filled() {
        int[] sizes = new int[3];
        Arrays.fill(sizes, 12);
        double[] rates = new double[]{0.1, 0.2}.clone();
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(rates[1])).list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(sizes[1]).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(sizes[2]).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
}
