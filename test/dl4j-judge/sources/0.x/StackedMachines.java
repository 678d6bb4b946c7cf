package org.example.pretraining;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RBM;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Layers that are pretrained one after another. */
public class StackedMachines {

    /** Squeezes an image to a few numbers and back. */
    static MultiLayerConfiguration deepAutoEncoder() {
        final int numRows = 28;
        final int numColumns = 28;
        int seed = 123;
        int iterations = 1;

        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .iterations(iterations)
                .optimizationAlgo(OptimizationAlgorithm.LINE_GRADIENT_DESCENT)
                .list()
                .layer(0, new RBM.Builder().nIn(numRows * numColumns).nOut(1000).lossFunction(LossFunctions.LossFunction.KL_DIVERGENCE).build())
                .layer(1, new RBM.Builder().nIn(1000).nOut(250).lossFunction(LossFunctions.LossFunction.KL_DIVERGENCE).build())
                .layer(2, new RBM.Builder().nIn(250).nOut(30).lossFunction(LossFunctions.LossFunction.KL_DIVERGENCE).build())
                .layer(3, new RBM.Builder().nIn(30).nOut(250).build())
                .layer(4, new OutputLayer.Builder(LossFunctions.LossFunction.MSE).activation(Activation.SIGMOID).nIn(250).nOut(numRows*numColumns).build())
                .pretrain(true).backprop(true)
                .build();
    }

    static MultiLayerConfiguration beliefNet() {
        return new NeuralNetConfiguration.Builder()
                .seed(42L)
                .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                .gradientNormalizationThreshold(1.0)
                .iterations(10)
                .updater(Updater.NESTEROVS).momentum(0.5)
                .optimizationAlgo(OptimizationAlgorithm.CONJUGATE_GRADIENT)
                .list()
                .layer(0, new RBM.Builder(RBM.HiddenUnit.RECTIFIED, RBM.VisibleUnit.GAUSSIAN).k(2).nIn(784).nOut(500).activation(Activation.RELU).build())
                .layer(1, new RBM.Builder().hiddenUnit(RBM.HiddenUnit.BINARY).visibleUnit(RBM.VisibleUnit.LINEAR).sparsity(0.05).nIn(500).nOut(200).build())
                .layer(2, new AutoEncoder.Builder().nIn(200).nOut(100).corruptionLevel(0.2).lossFunction(LossFunctions.LossFunction.RECONSTRUCTION_CROSSENTROPY).build())
                .layer(3, new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).activation(Activation.SOFTMAX).nIn(100).nOut(10).build())
                .pretrain(true).backprop(false)
                .build();
    }

    static MultiLayerConfiguration denoising() {
        return new NeuralNetConfiguration.Builder().seed(7).iterations(1).updater(Updater.ADAGRAD).learningRate(0.05).list()
                .layer(0, new AutoEncoder.Builder(0.4).nIn(64).nOut(16).activation(Activation.SIGMOID).sparsity(0.01).build())
                .layer(1, new OutputLayer.Builder(LossFunctions.LossFunction.XENT).activation(Activation.SIGMOID).nIn(16).nOut(64).build())
                .pretrain(true).build();
    }
}
