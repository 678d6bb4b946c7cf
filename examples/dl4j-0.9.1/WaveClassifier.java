package examples;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Three kinds of waves, told apart by an LSTM; the data is handed in by the caller. */
public class WaveClassifier {

    public static MultiLayerConfiguration configuration() {
        return new NeuralNetConfiguration.Builder()
            .seed(9)
            .iterations(1)
            .learningRate(0.05)
            .updater(Updater.NESTEROVS)
            .weightInit(WeightInit.XAVIER)
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
            .gradientNormalizationThreshold(1.0)
            .list()
            .layer(0, new GravesLSTM.Builder().nIn(1).nOut(16).activation(Activation.TANH).build())
            .layer(1, new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(16).nOut(3)
                .build())
            .backprop(true).pretrain(false)
            .build();
    }
}
