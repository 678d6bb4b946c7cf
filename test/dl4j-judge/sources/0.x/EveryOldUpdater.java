package org.example.updaters;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class EveryOldUpdater {
    MultiLayerConfiguration sgd() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.SGD).learningRate(0.05).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration adam() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.ADAM).learningRate(1e-3).adamMeanDecay(0.8).adamVarDecay(0.99).epsilon(1e-6).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration adamByDefault() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.ADAM).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration adaDelta() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.ADADELTA).rho(0.9).epsilon(1e-5).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration adaGrad() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.ADAGRAD).learningRate(0.2).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration rmsProp() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.RMSPROP).learningRate(0.02).rmsDecay(0.9).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration none() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.NONE).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration nesterovsWithoutMomentum() {
        return new NeuralNetConfiguration.Builder().seed(1).updater(Updater.NESTEROVS).list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();
    }

    MultiLayerConfiguration nothingSaid() { // judge: unknown train.seed
        return new NeuralNetConfiguration.Builder().list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
            .layer(1, new OutputLayer.Builder().nIn(8).nOut(3).build()).build();
    }
}
