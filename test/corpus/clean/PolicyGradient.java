// A policy head: softmax over actions, with an init scaled down on purpose so that the first moves are drawn evenly.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class PolicyGradient {
    static final int OBSERVATIONS = 4, ACTIONS = 2;

    static MultiLayerConfiguration policy() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new RmsProp(7e-4))
            .gradientNormalization(GradientNormalization.ClipL2PerLayer)
            .gradientNormalizationThreshold(0.5)
            .list();
        list.layer(0, new DenseLayer.Builder().nIn(OBSERVATIONS).nOut(64).weightInit(WeightInit.XAVIER).activation(Activation.TANH).build());
        list.layer(1, new DenseLayer.Builder().nIn(64).nOut(64).weightInit(WeightInit.XAVIER).activation(Activation.TANH).build());
        list.layer(2, new OutputLayer.Builder().lossFunction(LossFunctions.LossFunction.MCXENT).nIn(64).nOut(ACTIONS)
            .weightInit(new NormalDistribution(0, 0.01)).activation(Activation.SOFTMAX).build());
        return list.build();
    }
}
