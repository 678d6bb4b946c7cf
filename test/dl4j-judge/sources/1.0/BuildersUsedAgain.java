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

/** Builders that are used more than once. */
public class BuildersUsedAgain {
    MultiLayerConfiguration layerBuilderTwice() {
        DenseLayer.Builder dense = new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH);
        DenseLayer first = dense.build();
        dense.nIn(8).nOut(6).activation(Activation.RELU);
        DenseLayer second = dense.build();
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(first).layer(second)
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(6).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration clonedBuilder() {
        NeuralNetConfiguration.Builder base = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).l2(1e-4);
        NeuralNetConfiguration.Builder other = base.clone();
        other.updater(new Nesterovs(0.3)).seed(9);
        base.updater(new Adam(1e-3));
        return base.list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration fromTheClone() {
        NeuralNetConfiguration.Builder base = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).l2(1e-4);
        NeuralNetConfiguration.Builder other = base.clone();
        base.updater(new Adam(1e-3));
        other.seed(9);
        return other.list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration lastFirst() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(1, new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .build();
    }
    MultiLayerConfiguration listAndOneMore() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1))
            .list(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration listReplaced() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1))
            .list(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration oneObjectTwice() {
        DenseLayer equal = new DenseLayer.Builder().nIn(8).nOut(8).activation(Activation.TANH).build();
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(equal).layer(equal)
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
}
