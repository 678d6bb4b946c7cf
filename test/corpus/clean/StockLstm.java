// A regression over a series with truncation: identity and MSE at every step, gates as they are by default.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class StockLstm {
    private static final double LEARNING_RATE = 0.002;
    private static final int WINDOW = 40;

    public static MultiLayerNetwork build(int nIn, int nOut) {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(12345)
            .optimizationAlgo(org.deeplearning4j.nn.api.OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
            .weightInit(WeightInit.XAVIER)
            .updater(new Adam(LEARNING_RATE))
            .l2(1e-4)
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
            .gradientNormalizationThreshold(1.0)
            .list()
            .layer(0, new LSTM.Builder().nIn(nIn).nOut(128).activation(Activation.TANH).gateActivationFunction(Activation.HARDSIGMOID).dropOut(0.8).build())
            .layer(1, new LSTM.Builder().nIn(128).nOut(128).activation(Activation.TANH).gateActivationFunction(Activation.HARDSIGMOID).dropOut(0.8).build())
            .layer(2, new DenseLayer.Builder().nIn(128).nOut(32).activation(Activation.RELU).weightInit(WeightInit.RELU).build())
            .layer(3, new RnnOutputLayer.Builder().nIn(32).nOut(nOut).activation(Activation.IDENTITY).lossFunction(LossFunctions.LossFunction.MSE).build())
            .backpropType(BackpropType.TruncatedBPTT)
            .tBPTTForwardLength(WINDOW)
            .tBPTTBackwardLength(WINDOW)
            .build();
        MultiLayerNetwork net = new MultiLayerNetwork(conf);
        net.init();
        return net;
    }
}
