// A GlobalPooling layer takes the series together, and a mask is no mistake.
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.graph.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class SentimentRnn {
    public static void main(String[] args) throws Exception {
        ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(0)
            .updater(new Adam(5e-3))
            .l2(1e-5)
            .weightInit(WeightInit.XAVIER)
            .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue).gradientNormalizationThreshold(1.0)
            .graphBuilder()
            .addInputs("words")
            .addLayer("lstm", new LSTM.Builder().nIn(300).nOut(256).activation(Activation.TANH).build(), "words")
            .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.MAX).build(), "lstm")
            .addLayer("out", new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(256).nOut(2).activation(Activation.SOFTMAX).build(), "pool")
            .setOutputs("out")
            .build();
    }
}
