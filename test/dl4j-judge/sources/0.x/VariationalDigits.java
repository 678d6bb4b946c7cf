package org.example.pretraining;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.GaussianReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

public class VariationalDigits {
    public static void main(String... args) {
        int rngSeed = 12345;
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(rngSeed)
            .iterations(1).optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
            .learningRate(1e-2)
            .updater(Updater.RMSPROP).rmsDecay(0.95)
            .weightInit(WeightInit.XAVIER)
            .regularization(true).l2(1e-4)
            .list()
            .layer(0, new VariationalAutoencoder.Builder()
                .activation(Activation.LEAKYRELU)
                .encoderLayerSizes(256, 256)
                .decoderLayerSizes(256, 256)
                .pzxActivationFunction(Activation.IDENTITY)
                .reconstructionDistribution(new BernoulliReconstructionDistribution(Activation.SIGMOID.getActivationFunction()))
                .nIn(28 * 28)
                .nOut(2)
                .build())
            .pretrain(true).backprop(false).build();
        new MultiLayerNetwork(conf).init();

        MultiLayerConfiguration second = new NeuralNetConfiguration.Builder().seed(rngSeed).learningRate(0.05).updater(Updater.ADAM).list()
            .layer(0, new VariationalAutoencoder.Builder().activation(Activation.TANH).encoderLayerSizes(new int[]{20, 10}).decoderLayerSizes(10, 20)
                .pzxActivationFunction(Activation.TANH).numSamples(3)
                .reconstructionDistribution(new GaussianReconstructionDistribution(Activation.TANH)).nIn(30).nOut(4).build())
            .pretrain(true).build();
    }
}
