package org.example.dropout;

import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class ConnectionsDropped {
    public static void main(String[] args) {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
                .seed(17).useDropConnect(true).dropOut(0.5).learningRate(0.02)
                .list(
                        new DenseLayer.Builder().nIn(12).nOut(24).activation(Activation.RELU).build(),
                        new DenseLayer.Builder().nIn(24).nOut(12).activation(Activation.RELU).dropOut(0.7).build(),
                        new OutputLayer.Builder(LossFunctions.LossFunction.XENT).activation(Activation.SIGMOID).nIn(12).nOut(1).build())
                .backprop(true)
                .build();
    }
}
