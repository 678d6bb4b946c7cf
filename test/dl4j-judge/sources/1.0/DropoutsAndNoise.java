package org.example.dropout;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.constraint.UnitNormConstraint;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class DropoutsAndNoise {
    MultiLayerConfiguration dropouts() {
        double keep = 1 - 0.25;
        return new NeuralNetConfiguration.Builder().seed(5).dropOut(0.9).activation(Activation.RELU).list()
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).dropOut(keep).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).dropOut(0.0).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).dropOut(new Dropout(0.6)).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).dropOut(new GaussianDropout(0.2)).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).dropOut(new GaussianNoise(0.1)).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).dropOut(new AlphaDropout(0.5)).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).dropOut(new SpatialDropout(0.7)).build())
            .layer(new DropoutLayer.Builder(0.3).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(8).nOut(1).activation(Activation.IDENTITY).build())
            .build();
    }

    MultiLayerConfiguration noise() {
        return new NeuralNetConfiguration.Builder().seed(5).weightNoise(new DropConnect(0.8)).activation(Activation.RELU).list()
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).weightNoise(new DropConnect(0.5, true)).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).weightNoise(new WeightNoise(new NormalDistribution(0, 0.01))).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(8).nOut(1).activation(Activation.IDENTITY).build())
            .build();
    }

    MultiLayerConfiguration constraints() {
        return new NeuralNetConfiguration.Builder().seed(5).constrainWeights(new MaxNormConstraint(2.0, 1)).activation(Activation.RELU).list()
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).constrainWeights(new UnitNormConstraint(1)).build())
            .layer(new DenseLayer.Builder().nIn(8).nOut(8).constrainAllParameters(new NonNegativeConstraint()).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(8).nOut(1).activation(Activation.IDENTITY).build())
            .build();
    }
}
