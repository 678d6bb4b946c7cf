package examples;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The waves again: tBPTT lengths that are never used, a cell without tanh, a rate a hundred times too high. */
public class WaveClassifierBroken {

    public static MultiLayerConfiguration configuration() {
        return new NeuralNetConfiguration.Builder()
            .seed(9)
            .updater(new Adam(0.9))
            .list()
            .layer(new LSTM.Builder().nOut(16).activation(Activation.RELU).build())
            .layer(new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(3)
                .build())
            .setInputType(InputType.recurrent(1, 60))
            .tBPTTForwardLength(30)
            .tBPTTBackwardLength(30)
            .build();
    }
}
