package org.example.digits;

import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

// Activations by their old string names, a call per line, trailing comments.
public class DigitsWithStrings {

    private static final int ROWS = 28, COLUMNS = 28;

    MultiLayerConfiguration conf() {
        return new NeuralNetConfiguration.Builder()
                .seed(123)                       // always the same start
                .iterations(5)
                .learningRate(0.006)
                .updater(Updater.ADAGRAD)
                //.momentum(0.9)
                .activation("relu")
                .weightInit(WeightInit.RELU)
                .list()
                .layer(0, new DenseLayer.Builder()
                        .nIn(ROWS * COLUMNS)
                        .nOut(1000)
                        .activation("leakyrelu")
                        .build())
                .layer(1, new DenseLayer.Builder().nIn(1000).nOut(500).build())
                .layer(2, new OutputLayer.Builder(LossFunction.MCXENT).nIn(500).nOut(10).activation("softmax").weightInit(WeightInit.XAVIER).build())
                .pretrain(false).backprop(true)
                .build();
    }
}
