package org.example.series;

import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class SeriesLayers {
    MultiLayerConfiguration cells() {
        return new NeuralNetConfiguration.Builder().seed(7)
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue).gradientNormalizationThreshold(0.5)
            .list()
            .layer(new LSTM.Builder().nIn(5).nOut(10).activation(Activation.TANH).build())
            .layer(new GravesLSTM.Builder().nOut(9).activation(Activation.SOFTSIGN).gateActivationFunction(Activation.HARDSIGMOID).forgetGateBiasInit(0.5).build())
            .layer(new SimpleRnn.Builder().nOut(8).build())
            .layer(new Bidirectional(Bidirectional.Mode.ADD, new LSTM.Builder().nOut(7).build()))
            .layer(new Bidirectional(new SimpleRnn.Builder().nOut(6).activation(Activation.TANH).build()))
            .layer(new LastTimeStep(new LSTM.Builder().nOut(5).activation(Activation.TANH).build()))
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(4).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.recurrent(5))
            .build();
    }

    MultiLayerConfiguration convolutions() {
        return new NeuralNetConfiguration.Builder().seed(7).convolutionMode(ConvolutionMode.Same).activation(Activation.RELU).list()
            .layer(new Convolution1DLayer.Builder(3).nOut(6).build())
            .layer(new Convolution1D.Builder(5, 2).nOut(8).build())
            .layer(new Subsampling1DLayer.Builder(2, 2).build())
            .layer(new Upsampling1D.Builder(2).build())
            .layer(new ZeroPadding1DLayer(1, 2))
            .layer(new Cropping1D(1, 1))
            .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.recurrent(4, 24))
            .build();
    }

    MultiLayerConfiguration truncated() {
        int length = 40;
        return new NeuralNetConfiguration.Builder().seed(7).list()
            .layer(0, new LSTM.Builder().nIn(5).nOut(10).activation(Activation.TANH).build())
            .layer(1, new LSTM.Builder().nIn(10).nOut(10).activation(Activation.TANH).build())
            .layer(2, new RnnOutputLayer.Builder().lossFunction(LossFunctions.LossFunction.MCXENT).nIn(10).nOut(5).activation(Activation.SOFTMAX).build())
            .backpropType(BackpropType.TruncatedBPTT).tBPTTLength(length)
            .build();
    }

    MultiLayerConfiguration words() {
        return new NeuralNetConfiguration.Builder().seed(7).list()
            .layer(new EmbeddingSequenceLayer.Builder().nIn(500).nOut(16).inputLength(20).build())
            .layer(new GravesBidirectionalLSTM.Builder().nIn(16).nOut(6).activation(Activation.TANH).build())
            .layer(new RnnLossLayer.Builder(LossFunctions.LossFunction.MSE).activation(Activation.IDENTITY).build())
            .build();
    }

    MultiLayerConfiguration word() {
        return new NeuralNetConfiguration.Builder().seed(7).activation(Activation.SIGMOID).list()
            .layer(new EmbeddingLayer.Builder().nIn(50).nOut(8).hasBias(true).build())
            .layer(new ElementWiseMultiplicationLayer.Builder().nIn(8).nOut(8).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(8).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
}
