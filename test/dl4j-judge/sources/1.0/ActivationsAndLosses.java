package org.example.activations;

import static org.nd4j.linalg.activations.Activation.*;
import static org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction.*;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.*;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.lossfunctions.impl.*;

/** Spellings of the same things. */
public class ActivationsAndLosses {
    private static final Activation OWN = Activation.HARDTANH;

    static MultiLayerConfiguration staticImports() {
        return new NeuralNetConfiguration.Builder().seed(4).activation(RELU).list()
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(SOFTPLUS).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(OWN).build())
            .layer(new OutputLayer.Builder(NEGATIVELOGLIKELIHOOD).nIn(3).nOut(3).activation(SOFTMAX).build())
            .build();
    }

    static MultiLayerConfiguration objects() {
        IActivation leaky = new ActivationLReLU(0.3);
        return new NeuralNetConfiguration.Builder().seed(4).activation(leaky).list()
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(new ActivationELU(0.5)).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(new ActivationTanH()).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.fromString("softsign")).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.SELU.getActivationFunction()).build())
            .layer(new ActivationLayer.Builder().activation(new ActivationCube()).build())
            .layer(new ActivationLayer(Activation.RATIONALTANH))
            .layer(new OutputLayer.Builder(new LossMCXENT(Nd4j.create(new double[] {1, 2, 3}))).nIn(3).nOut(3).activation(new ActivationSoftmax()).build())
            .build();
    }

    static MultiLayerConfiguration everyConstant() {
        return new NeuralNetConfiguration.Builder().seed(4).list()
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.CUBE).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.ELU).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.HARDSIGMOID).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.IDENTITY).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.LEAKYRELU).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.RECTIFIEDTANH).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.RRELU).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.SIGMOID).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.THRESHOLDEDRELU).build())
            .layer(new DenseLayer.Builder().nIn(3).nOut(3).activation(Activation.RELU6).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.XENT).nIn(3).nOut(3).activation(Activation.SIGMOID).build())
            .build();
    }

    static MultiLayerConfiguration loss(LossFunctions.LossFunction loss) {
        return new NeuralNetConfiguration.Builder().seed(4).list()
            .layer(new OutputLayer.Builder(loss).nIn(3).nOut(3).activation(Activation.SIGMOID).build()) // judge: unknown layers.0.loss
            .build();
    }

    static MultiLayerConfiguration hinge() {
        return new NeuralNetConfiguration.Builder().seed(4).list()
            .layer(new OutputLayer.Builder().lossFunction(HINGE).nIn(3).nOut(3).activation(TANH).build()).build();
    }

    static MultiLayerConfiguration kullback() {
        return new NeuralNetConfiguration.Builder().seed(4).list()
            .layer(new OutputLayer.Builder().lossFunction(new LossKLD()).nIn(3).nOut(3).activation(SOFTMAX).build()).build();
    }

    static MultiLayerConfiguration weighted() {
        return new NeuralNetConfiguration.Builder().seed(4).list()
            .layer(new OutputLayer.Builder(new LossMSE(Nd4j.create(new double[]{0.5, 1.5}))).nIn(3).nOut(2).activation(IDENTITY).build()).build();
    }

    public static void main(String[] args) {
        staticImports();
        objects();
        everyConstant();
        for (LossFunctions.LossFunction one : new LossFunctions.LossFunction[] {COSINE_PROXIMITY, POISSON, SQUARED_HINGE, L1, MEAN_ABSOLUTE_PERCENTAGE_ERROR}) loss(one);
        hinge();
        kullback();
        weighted();
    }
}
