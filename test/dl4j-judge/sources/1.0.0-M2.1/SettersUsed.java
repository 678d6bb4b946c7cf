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

/** What setters change, before and after build(). */
public class SettersUsed {
    MultiLayerConfiguration onTheGlobalBuilder() {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1));
        builder.setSeed(77);
        builder.setMiniBatch(false);
        builder.setIUpdater(new Adam(1e-3));
        return builder.list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration onLayerBuilders() {
        OutputLayer.Builder output = new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.SOFTMAX);
        output.setNOut(3);
        output.setLossFn(new org.nd4j.linalg.lossfunctions.impl.LossMCXENT());
        output.setLayerName("decision");
        DenseLayer.Builder dense = new DenseLayer.Builder().nIn(4).nOut(6).activation(Activation.TANH);
        dense.setNOut(8);
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(dense.build())
            .layer(output.build())
            .build();
    }
    MultiLayerConfiguration onBuiltLayers() {
        DenseLayer dense = new DenseLayer.Builder().nIn(4).nOut(6).activation(Activation.TANH).build();
        dense.setNOut(8);
        dense.setIUpdater(new Adam(0.02));
        dense.setLayerName("hidden");
        OutputLayer output = new OutputLayer.Builder(LossFunction.MCXENT).nIn(6).nOut(2).activation(Activation.SOFTMAX).build();
        output.setNIn(8);
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(dense)
            .layer(output)
            .build();
    }
    private static <T extends BaseLayer> T named(T layer, String name) { layer.setLayerName(name); return layer; }
    MultiLayerConfiguration namedByAHelper() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(0.1)).list()
            .layer(named(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build(), "first"))
            .layer(named(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build(), "last"))
            .build();
    }
    MultiLayerConfiguration updaterSetLater() {
        Adam adam = new Adam(1e-2);
        adam.setBeta1(0.8);
        adam.setLearningRate(1e-3);
        return new NeuralNetConfiguration.Builder().seed(1).updater(adam).list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
    MultiLayerConfiguration scheduleFilledLater() {
        Map<Integer, Double> rates = new HashMap<>();
        rates.put(0, 0.1);
        MapSchedule schedule = new MapSchedule(ScheduleType.EPOCH, rates);
        rates.put(10, 0.01);
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Sgd(schedule)).list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(8).activation(Activation.TANH).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
}
