package org.example.pretraining;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.variational.*;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

public class Pretraining {
    MultiLayerConfiguration denoising() {
        return new NeuralNetConfiguration.Builder().seed(8).updater(new Adam()).list()
            .layer(0, new AutoEncoder.Builder().nIn(40).nOut(20).corruptionLevel(0.25).sparsity(0.1).lossFunction(LossFunction.MSE).activation(Activation.SIGMOID).build())
            .layer(1, new AutoEncoder.Builder(0.1).nIn(20).nOut(10).activation(Activation.SIGMOID).build())
            .layer(2, new OutputLayer.Builder(LossFunction.RECONSTRUCTION_CROSSENTROPY).nIn(10).nOut(40).activation(Activation.SIGMOID).build())
            .build();
    }

    MultiLayerConfiguration variational() {
        return new NeuralNetConfiguration.Builder().seed(8).updater(new Adam(0.005)).list()
            .layer(new VariationalAutoencoder.Builder().nIn(30).nOut(3)
                .encoderLayerSizes(64, 32).decoderLayerSizes(32, 64).activation(Activation.LEAKYRELU)
                .pzxActivationFunction(Activation.TANH).numSamples(2)
                .reconstructionDistribution(new GaussianReconstructionDistribution(Activation.IDENTITY)).build())
            .layer(new VariationalAutoencoder.Builder().nIn(3).nOut(2).activation(Activation.TANH).build())
            .build();
    }

    MultiLayerConfiguration others() {
        return new NeuralNetConfiguration.Builder().seed(8).updater(new Adam(0.005)).list()
            .layer(new FrozenLayer(new DenseLayer.Builder().nIn(10).nOut(8).activation(Activation.TANH).build()))
            .layer(new FrozenLayer.Builder().layer(new DenseLayer.Builder().nIn(8).nOut(8).activation(Activation.TANH).build()).build())
            .layer(new CenterLossOutputLayer.Builder(LossFunction.MCXENT).nIn(8).nOut(4).activation(Activation.SOFTMAX).alpha(0.2).lambda(5e-4).build())
            .build();
    }
}
