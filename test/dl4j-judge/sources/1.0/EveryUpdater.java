package org.example.updaters;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

public class EveryUpdater {
    static final double RATE = 0.02;

    public MultiLayerConfiguration objects() {
        IUpdater rms = new RmsProp(0.01, 0.9, 1e-7);
        AdaMax adaMax = new AdaMax(RATE);
        return new NeuralNetConfiguration.Builder().seed(1).updater(new Nesterovs(0.1, 0.95)).activation(Activation.TANH).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(4).build())
            .layer(1, new DenseLayer.Builder().nIn(4).nOut(4).updater(new Sgd(0.5)).build())
            .layer(2, new DenseLayer.Builder().nIn(4).nOut(4).updater(new Adam(1e-3, 0.8, 0.99, 1e-6)).build())
            .layer(3, new DenseLayer.Builder().nIn(4).nOut(4).updater(rms).build())
            .layer(4, new DenseLayer.Builder().nIn(4).nOut(4).updater(adaMax).build())
            .layer(5, new DenseLayer.Builder().nIn(4).nOut(4).updater(new Nadam()).build())
            .layer(6, new DenseLayer.Builder().nIn(4).nOut(4).updater(new AMSGrad(5e-4)).build())
            .layer(7, new DenseLayer.Builder().nIn(4).nOut(4).updater(new AdaGrad(0.3)).build())
            .layer(8, new DenseLayer.Builder().nIn(4).nOut(4).updater(new AdaDelta(0.9, 1e-5)).build())
            .layer(9, new DenseLayer.Builder().nIn(4).nOut(4).updater(new NoOp()).build())
            .layer(10, new DenseLayer.Builder().nIn(4).nOut(4).updater(new Nesterovs(0.7)).biasUpdater(new Sgd(RATE * 2)).build())
            .layer(11, new OutputLayer.Builder(LossFunction.MSE).nIn(4).nOut(2).activation(Activation.IDENTITY).updater(new AdaDelta()).build())
            .build();
    }

    public MultiLayerConfiguration constants() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.ADAM).activation(Activation.TANH).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(4).build())
            .layer(1, new DenseLayer.Builder().nIn(4).nOut(4).updater(Updater.SGD).build())
            .layer(2, new DenseLayer.Builder().nIn(4).nOut(4).updater(Updater.ADADELTA).build())
            .layer(3, new DenseLayer.Builder().nIn(4).nOut(4).updater(Updater.NESTEROVS).build())
            .layer(4, new DenseLayer.Builder().nIn(4).nOut(4).updater(Updater.NADAM).build())
            .layer(5, new DenseLayer.Builder().nIn(4).nOut(4).updater(Updater.ADAGRAD).build())
            .layer(6, new DenseLayer.Builder().nIn(4).nOut(4).updater(Updater.RMSPROP).build())
            .layer(7, new DenseLayer.Builder().nIn(4).nOut(4).updater(Updater.NONE).build())
            .layer(8, new OutputLayer.Builder(LossFunction.MSE).nIn(4).nOut(2).activation(Activation.IDENTITY).updater(Updater.ADAMAX).build())
            .build();
    }

    public MultiLayerConfiguration builders() {
        return new NeuralNetConfiguration.Builder().seed(1)
            .updater(Nesterovs.builder().learningRate(0.2).momentum(0.85).build())
            .activation(Activation.TANH).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(4).build())
            .layer(1, new DenseLayer.Builder().nIn(4).nOut(4).updater(Adam.builder().learningRate(RATE / 4).build()).build())
            .layer(2, new DenseLayer.Builder().nIn(4).nOut(4).updater(new RmsProp.Builder().rmsDecay(0.8).build()).build())
            .layer(3, new OutputLayer.Builder(LossFunction.MSE).nIn(4).nOut(2).activation(Activation.IDENTITY).updater(new Sgd.Builder().build()).build())
            .build();
    }

    public MultiLayerConfiguration none() { // judge: unknown train.seed
        return new NeuralNetConfiguration.Builder().activation(Activation.TANH).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(4).build())
            .layer(1, new OutputLayer.Builder().nIn(4).nOut(2).build())
            .build();
    }
}
