package org.example.small;

import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.distribution.*;
import org.deeplearning4j.nn.conf.dropout.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.*;
import org.nd4j.linalg.schedule.*;

/** One network for each question. */
public class ManySmallNets {
    private static final long SEED = 0x7BL;

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder().seed(SEED).updater(new Adam(1e-3)).weightInit(WeightInit.XAVIER);
    }

    private static OutputLayer softmax(int in, int out) {
        return new OutputLayer.Builder(LossFunction.MCXENT).nIn(in).nOut(out).activation(Activation.SOFTMAX).build();
    }

    MultiLayerConfiguration globalOverridden() {
        return base().updater(new Sgd(0.5)).l1(1e-4).list().layer(new DenseLayer.Builder().nIn(3).nOut(3).updater(new Adam(2e-3)).l1(1e-2).activation(Activation.RELU).build()).layer(softmax(3, 2)).build();
    }

    MultiLayerConfiguration repeatedCalls() {
        return base().seed(1).seed(2).list().layer(new DenseLayer.Builder().nIn(3).nIn(4).nOut(5).nOut(6).activation(Activation.TANH).activation(Activation.RELU).build()).layer(softmax(6, 2)).build();
    }

    MultiLayerConfiguration replacedLayer() {
        return base().list().layer(0, new DenseLayer.Builder().nIn(3).nOut(9).activation(Activation.RELU).build()).layer(0, new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build()).layer(1, softmax(4, 2)).build();
    }

    MultiLayerConfiguration withoutBias() {
        return base().list().layer(new DenseLayer.Builder().nIn(3).nOut(4).hasBias(false).activation(Activation.RELU).build()).layer(new OutputLayer.Builder(LossFunction.MSE).hasBias(false).nIn(4).nOut(1).activation(Activation.IDENTITY).build()).build();
    }

    MultiLayerConfiguration biasRate() {
        return base().biasUpdater(new Sgd(0.02)).biasInit(0.1).l1Bias(1e-5).l2Bias(1e-6).list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration droppedOut() {
        return base().dropOut(0.9).list().layer(new DenseLayer.Builder().nIn(3).nOut(4).dropOut(new GaussianDropout(0.3)).activation(Activation.RELU).build()).layer(new DenseLayer.Builder().nIn(4).nOut(4).dropOut(new AlphaDropout(0.7)).activation(Activation.SELU).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration lossObjects() {
        return base().list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(new OutputLayer.Builder(new LossBinaryXENT()).nIn(4).nOut(5).activation(Activation.SIGMOID).build()).build();
    }

    MultiLayerConfiguration lossByCall() {
        return base().list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(new OutputLayer.Builder().lossFunction(new LossMAE()).nIn(4).nOut(1).activation(Activation.IDENTITY).build()).build();
    }

    MultiLayerConfiguration lossByQualifiedName() {
        return base().list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(new OutputLayer.Builder(org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction.L2).nIn(4).nOut(1).activation(Activation.IDENTITY).build()).build();
    }

    MultiLayerConfiguration weightsByDistribution() {
        return base().weightInit(new UniformDistribution(-1e-2, 1e-2)).list().layer(new DenseLayer.Builder().nIn(3).nOut(4).weightInit(new NormalDistribution(0.0, 0.2)).activation(Activation.RELU).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration exponentialRate() {
        return base().updater(new Sgd(new ExponentialSchedule(ScheduleType.ITERATION, 0.1, 0.99))).list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration builtUpdater() {
        return base().updater(Adam.builder().learningRate(4e-4).beta1(0.8).epsilon(1e-7).build()).list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration updaterInVariable() {
        IUpdater updater = new Nesterovs.Builder().momentum(0.8).learningRate(0.03).build();
        return base().updater(updater).list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration multiplied() {
        return base().list().layer(new ElementWiseMultiplicationLayer.Builder().nIn(4).nOut(4).activation(Activation.IDENTITY).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration frozen() {
        return base().list().layer(new FrozenLayer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build())).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration padded() {
        return base().list().layer(new ZeroPaddingLayer.Builder(1, 1).build()).layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build()).layer(new Upsampling2D.Builder().size(2).build()).layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()).setInputType(InputType.convolutional(6, 6, 2)).build();
    }

    MultiLayerConfiguration strict() {
        return base().convolutionMode(ConvolutionMode.Strict).list().layer(new ConvolutionLayer.Builder(2, 2).stride(2, 2).nOut(4).activation(Activation.RELU).build()).layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}).convolutionMode(ConvolutionMode.Same).build()).layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()).setInputType(InputType.convolutional(8, 8, 1)).build();
    }

    MultiLayerConfiguration dilated() {
        return base().list().layer(new ConvolutionLayer.Builder(3, 3).dilation(2, 2).nOut(4).activation(Activation.RELU).build()).layer(new GlobalPoolingLayer()).layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()).setInputType(InputType.convolutional(9, 9, 1)).build();
    }

    MultiLayerConfiguration renormalized() {
        return base().gradientNormalization(GradientNormalization.RenormalizeL2PerLayer).list().layer(new DenseLayer.Builder().nIn(3).nOut(4).gradientNormalization(GradientNormalization.ClipL2PerLayer).gradientNormalizationThreshold(0.25).activation(Activation.RELU).build()).layer(softmax(4, 2)).build();
    }

    MultiLayerConfiguration weighted() {
        return base().list().layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.RELU).build()).layer(new LossLayer.Builder(LossFunctions.LossFunction.SQUARED_LOSS).activation(Activation.SIGMOID).build()).build();
    }
}
