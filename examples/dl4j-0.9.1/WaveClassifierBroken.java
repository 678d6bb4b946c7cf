package examples;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The waves again: a cell that takes sigmoid because nothing else was said, and a rate that is far too high. */
public class WaveClassifierBroken {

    public static MultiLayerConfiguration configuration() {
        return new NeuralNetConfiguration.Builder()
            .seed(9)
            .iterations(1)
            .learningRate(3)
            .updater(Updater.NESTEROVS)
            .list()
            .layer(0, new GravesLSTM.Builder().nIn(1).nOut(16).build())
            .layer(1, new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(16).nOut(3)
                .build())
            .backprop(true).pretrain(false)
            .tBPTTForwardLength(30).tBPTTBackwardLength(30)
            .build();
    }
}
