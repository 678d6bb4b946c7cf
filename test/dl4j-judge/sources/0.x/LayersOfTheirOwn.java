package org.example.overrides;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What is said for all layers, and what single layers say against it. */
public class LayersOfTheirOwn {
    static final double L2 = 1e-3;
    static final double RATE = 0.01;

    public static void main(String[] args) {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
                .seed(99)
                .learningRate(RATE)
                .updater(Updater.NESTEROVS)
                .momentum(0.9)
                .regularization(true)
                .l1(1e-5)
                .l2(L2)
                .dropOut(0.8)
                .biasInit(0.01)
                .activation(Activation.TANH)
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(5)
                .list()
                .layer(0, new DenseLayer.Builder().name("wide").nIn(20).nOut(40)
                        .learningRate(RATE / 10)
                        .updater(Updater.ADAM)
                        .l2(L2 * 10)
                        .build())
                .layer(1, new DenseLayer.Builder().name("off").nIn(40).nOut(30)
                        .l1(0).l2(0).dropOut(0)
                        .momentum(0.5)
                        .gradientNormalization(GradientNormalization.None)
                        .build())
                .layer(2, new DenseLayer.Builder().name("own").nIn(30).nOut(20)
                        .activation(Activation.CUBE)
                        .biasInit(1)
                        .biasLearningRate(0.1)
                        .l1Bias(0.02).l2Bias(0.03)
                        .weightInit(WeightInit.DISTRIBUTION).dist(new NormalDistribution(0, 0.5))
                        .gradientNormalization(GradientNormalization.ClipL2PerParamType)
                        .gradientNormalizationThreshold(0.5)
                        .build())
                .layer(3, new OutputLayer.Builder(new LossMSE()).name("out").activation(Activation.IDENTITY).nIn(20).nOut(1).build())
                .pretrain(false).backprop(true)
                .build();
        MultiLayerNetwork net = new MultiLayerNetwork(conf);
        net.init();
    }
}
