package org.example.weights;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.*;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class WeightsOfAllKinds {
    MultiLayerConfiguration constants() {
        return new NeuralNetConfiguration.Builder().seed(3).weightInit(WeightInit.XAVIER_UNIFORM).biasInit(0.1).activation(Activation.SWISH).list()
            .layer(0, new DenseLayer.Builder().nIn(6).nOut(6).build())
            .layer(1, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.ZERO).build())
            .layer(2, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.ONES).build())
            .layer(3, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.SIGMOID_UNIFORM).build())
            .layer(4, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.NORMAL).build())
            .layer(5, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.LECUN_NORMAL).build())
            .layer(6, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.LECUN_UNIFORM).build())
            .layer(7, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.UNIFORM).build())
            .layer(8, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.XAVIER_FAN_IN).build())
            .layer(9, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.XAVIER_LEGACY).build())
            .layer(10, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.RELU_UNIFORM).build())
            .layer(11, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.IDENTITY).build())
            .layer(12, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.VAR_SCALING_NORMAL_FAN_IN).build())
            .layer(13, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(WeightInit.VAR_SCALING_UNIFORM_FAN_AVG).build())
            .layer(14, new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(6).nOut(6).activation(Activation.IDENTITY).weightInit(WeightInit.RELU).biasInit(0).build())
            .build();
    }

    MultiLayerConfiguration distributions() {
        Distribution uniform = new UniformDistribution(-0.1, 0.1);
        return new NeuralNetConfiguration.Builder().seed(3).weightInit(new NormalDistribution(0, 0.02)).list()
            .layer(0, new DenseLayer.Builder().nIn(6).nOut(6).build())
            .layer(1, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(uniform).build())
            .layer(2, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(new TruncatedNormalDistribution(0.0, 0.5)).build())
            .layer(3, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(new OrthogonalDistribution(1.5)).build())
            .layer(4, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(new ConstantDistribution(0.3)).build())
            .layer(5, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(new BinomialDistribution(2, 0.25)).build())
            .layer(6, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(new LogNormalDistribution(0.1, 0.2)).build())
            .layer(7, new DenseLayer.Builder().nIn(6).nOut(6).weightInit(new GaussianDistribution(0, 1e-2)).build())
            .layer(8, new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(6).nOut(6).activation(Activation.IDENTITY).weightInit(WeightInit.XAVIER).build())
            .build();
    }
}
