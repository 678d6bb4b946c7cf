package org.example.loops;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class LoopOverSizes {
    private static final int[] SIZES = {64, 32, 16};

    public static void main(String[] args) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(3)
                .learningRate(0.01)
                .updater(Updater.RMSPROP)
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.RELU)
                .list();
        int in = 10;
        for (int i = 0; i < SIZES.length; i++) {
            list.layer(i, new DenseLayer.Builder().nIn(i == 0 ? in : SIZES[i - 1]).nOut(SIZES[i]).build());
        }
        list.layer(SIZES.length, new OutputLayer.Builder(LossFunctions.LossFunction.MSE).activation(Activation.IDENTITY).nIn(SIZES[SIZES.length - 1]).nOut(1).build());
        MultiLayerConfiguration conf = list.pretrain(false).backprop(true).build();
        System.out.println(conf.getConfs().size());
    }
}
