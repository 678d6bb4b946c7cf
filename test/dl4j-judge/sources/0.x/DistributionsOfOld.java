package org.example.weights;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class DistributionsOfOld {
    MultiLayerConfiguration distributionThenDist() {
        return new NeuralNetConfiguration.Builder().seed(3)
            .weightInit(WeightInit.DISTRIBUTION).dist(new NormalDistribution(0, 0.01))
            .activation(Activation.TANH)
            .list()
            .layer(0, new DenseLayer.Builder().nIn(6).nOut(6).build())
            .layer(1, new DenseLayer.Builder().nIn(6).nOut(6).dist(new UniformDistribution(-0.3, 0.3)).build())
            .layer(2, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.RELU).build())
            .layer(3, new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(6).nOut(6).activation(Activation.IDENTITY).build())
            .build();
    }

    MultiLayerConfiguration distAlone() {
        return new NeuralNetConfiguration.Builder().seed(3)
            .dist(new NormalDistribution(0, 0.01))
            .activation(Activation.TANH)
            .list()
            .layer(0, new DenseLayer.Builder().nIn(6).nOut(6).build())
            .layer(1, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.XAVIER).dist(new UniformDistribution(-0.3, 0.3)).build())
            .layer(2, new DenseLayer.Builder().nIn(6).nOut(6).dist(new UniformDistribution(-0.3, 0.3)).weightInit(WeightInit.XAVIER).build())
            .layer(3, new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(6).nOut(6).activation(Activation.IDENTITY).build())
            .build();
    }
}
