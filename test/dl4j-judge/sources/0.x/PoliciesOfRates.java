package org.example.schedules;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.LearningRatePolicy;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

public class PoliciesOfRates {
    MultiLayerConfiguration exponential() {
        return base().learningRateDecayPolicy(LearningRatePolicy.Exponential).lrPolicyDecayRate(0.99).list()
                .layer(0, hidden()).layer(1, output()).build();
    }

    MultiLayerConfiguration inverse() {
        return base().learningRateDecayPolicy(LearningRatePolicy.Inverse).lrPolicyDecayRate(0.5).lrPolicyPower(2).list()
                .layer(0, hidden()).layer(1, output()).build();
    }

    MultiLayerConfiguration momentumChanges() {
        Map<Integer, Double> momentums = new HashMap<Integer, Double>();
        momentums.put(0, 0.5);
        momentums.put(50, 0.9);
        return base().momentumAfter(momentums).list().layer(0, hidden()).layer(1, output()).build();
    }

    private NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder().seed(8).updater(Updater.NESTEROVS).momentum(0.9).learningRate(0.1).iterations(2);
    }

    private DenseLayer hidden() {
        return new DenseLayer.Builder().nIn(6).nOut(5).activation(Activation.TANH).build();
    }

    private OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(5).nOut(2).build();
    }
}
