package org.example.images;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class ImageLayers {
    MultiLayerConfiguration shrinking() {
        return new NeuralNetConfiguration.Builder().seed(6).convolutionMode(ConvolutionMode.Same).activation(Activation.LEAKYRELU).list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(8).build())
            .layer(new BatchNormalization())
            .layer(new BatchNormalization.Builder().decay(0.95).eps(1e-3).gamma(2).beta(0.5).build())
            .layer(new BatchNormalization.Builder(true).build())
            .layer(new SeparableConvolution2D.Builder(3, 3).depthMultiplier(2).nOut(12).build())
            .layer(new DepthwiseConvolution2D.Builder(3, 3).depthMultiplier(2).build()) // judge: unknown layers.5.nOut layers.5.parameters
            .layer(new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(6).build())
            .layer(new ZeroPaddingLayer(1, 2, 3, 4))
            .layer(new Cropping2D(1, 1))
            .layer(new Upsampling2D.Builder(2).build())
            .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG, new int[]{3, 3}, new int[]{2, 2}).build())
            .layer(new LocalResponseNormalization.Builder().build())
            .layer(new SpaceToDepthLayer.Builder(2).build())
            .layer(new ConvolutionLayer.Builder().kernelSize(3, 3).stride(2, 2).padding(1, 1).dilation(2, 2).hasBias(false).convolutionMode(ConvolutionMode.Truncate).nOut(4).build())
            .layer(new GlobalPoolingLayer(PoolingType.AVG))
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(5).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(32, 32, 3))
            .build();
    }

    MultiLayerConfiguration plain() {
        return new NeuralNetConfiguration.Builder().seed(6).list()
            .layer(new Convolution2D.Builder(new int[]{5, 5}, new int[]{2, 2}, new int[]{1, 1}).nIn(3).nOut(4).activation(Activation.RELU).build())
            .layer(new Pooling2D.Builder(SubsamplingLayer.PoolingType.PNORM).pnorm(3).kernelSize(2, 2).stride(1, 1).build())
            .layer(new SpaceToBatchLayer.Builder(new int[] {2, 2}).build())
            .layer(new LocallyConnected2D.Builder().kernelSize(3, 3).nOut(5).activation(Activation.RELU).build())
            .layer(new Upsampling2D.Builder(3).build())
            .layer(new ZeroPaddingLayer.Builder(1, 1).build())
            .layer(new DenseLayer.Builder().nOut(7).activation(Activation.RELU).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(5).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(20, 20, 3))
            .build();
    }

    MultiLayerConfiguration segments() {
        return new NeuralNetConfiguration.Builder().seed(6).list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).padding(1, 1).activation(Activation.RELU).build())
            .layer(new ConvolutionLayer.Builder(1, 1).nOut(2).activation(Activation.IDENTITY).build())
            .layer(new CnnLossLayer.Builder(LossFunctions.LossFunction.XENT).activation(Activation.SIGMOID).build())
            .setInputType(InputType.convolutional(16, 16, 1))
            .build();
    }
}
