package org.example.updaters;

import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Updater objects in 0.9.1, whose rates are overwritten. */
public class ObjectsBeforeTheirTime {
    public static void main(String[] args) {
        IUpdater nesterovs = new Nesterovs(0.01, 0.95);
        MultiLayerConfiguration conf1 = new NeuralNetConfiguration.Builder().seed(1).updater(nesterovs).list()
                .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
                .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();

        MultiLayerConfiguration conf2 = new NeuralNetConfiguration.Builder().seed(1).learningRate(0.003).updater(Adam.builder().beta1(0.8).build()).list()
                .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
                .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build()).build();

        MultiLayerConfiguration conf3 = new NeuralNetConfiguration.Builder().seed(1).learningRate(0.3).updater(new Sgd(0.02)).list()
                .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).updater(new RmsProp(0.5, 0.9, 1e-7)).build())
                .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).learningRate(0.7).build()).build();

        MultiLayerConfiguration conf4 = new NeuralNetConfiguration.Builder().seed(1).updater(new AdaDelta()).list()
                .layer(0, new LSTM.Builder().nIn(4).nOut(8).updater(new AdaGrad(0.2, 1e-5)).build())
                .layer(1, new RnnOutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).updater(Updater.NADAM).build())
                .backpropType(BackpropType.TruncatedBPTT).tBPTTLength(25)
                .build();

        MultiLayerConfiguration conf5 = new NeuralNetConfiguration.Builder().seed(1).updater(new Nesterovs(0.6)).list()
                .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).updater(Updater.ADAMAX).build())
                .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).updater(new NoOp()).build()).build();
    }
}
