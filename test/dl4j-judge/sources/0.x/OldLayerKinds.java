package org.example.kinds;

import static org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType.AVG;

import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

public class OldLayerKinds {

    public MultiLayerConfiguration images() {
        return new NeuralNetConfiguration.Builder().seed(11).learningRate(0.01).convolutionMode(ConvolutionMode.Same).activation(Activation.RELU).list()
            .layer(0, new ZeroPaddingLayer.Builder(1, 2).build())
            .layer(1, new ConvolutionLayer.Builder(3, 3).nOut(8).build())
            .layer(2, new BatchNormalization.Builder().decay(0.95).eps(1e-4).build())
            .layer(3, new ActivationLayer.Builder().activation(Activation.ELU).build())
            .layer(4, new SubsamplingLayer.Builder(AVG, new int[]{2, 2}, new int[]{2, 2}).build())
            .layer(5, new ConvolutionLayer.Builder(new int[]{3, 3}, new int[]{2, 2}).nOut(16).convolutionMode(ConvolutionMode.Truncate).cudnnAlgoMode(ConvolutionLayer.AlgoMode.NO_WORKSPACE).build())
            .layer(6, new LocalResponseNormalization.Builder().k(1).n(3).alpha(1e-3).beta(0.5).build())
            .layer(7, new DropoutLayer.Builder(0.5).build())
            .layer(8, new GlobalPoolingLayer.Builder(PoolingType.PNORM).pnorm(3).build())
            .layer(9, new CenterLossOutputLayer.Builder(LossFunctions.LossFunction.MCXENT).activation(Activation.SOFTMAX).alpha(0.1).lambda(1e-3).nOut(5).build())
            .setInputType(InputType.convolutional(16, 16, 3))
            .build();
    }

    public MultiLayerConfiguration series() {
        return new NeuralNetConfiguration.Builder().seed(12).learningRate(0.01).list()
            .layer(0, new Convolution1DLayer.Builder(3, 1, 1).nIn(4).nOut(6).activation(new ActivationLReLU(0.2)).build())
            .layer(1, new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 2, 2).build())
            .layer(2, new GravesBidirectionalLSTM.Builder().nIn(6).nOut(5).activation(Activation.TANH).gateActivationFunction(Activation.HARDSIGMOID).forgetGateBiasInit(2.0).build())
            .layer(3, new DenseLayer.Builder().nIn(5).nOut(5).activation(new ActivationELU()).build())
            .layer(4, new RnnOutputLayer.Builder(new LossMCXENT()).activation(Activation.SOFTMAX).nIn(5).nOut(3).build())
            .inputPreProcessor(3, new org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor())
            .inputPreProcessor(4, new org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor())
            .build();
    }

    public MultiLayerConfiguration words() {
        return new NeuralNetConfiguration.Builder().seed(13).learningRate(0.01).list()
            .layer(0, new EmbeddingLayer.Builder().nIn(1000).nOut(32).activation(Activation.IDENTITY).build())
            .layer(1, new DenseLayer.Builder().nIn(32).nOut(16).activation(Activation.SIGMOID).build())
            .layer(2, new DenseLayer.Builder().nIn(16).nOut(2).activation(Activation.IDENTITY).build())
            .layer(3, new LossLayer.Builder(LossFunctions.LossFunction.MCXENT).activation(Activation.SOFTMAX).build())
            .build();
    }
}
