// Half of a GAN rests with a rate of 0 while the other learns; the generator ends in tanh.
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
import org.deeplearning4j.nn.conf.layers.misc.*;

public class GanGraph {
    public static void main(String[] args) throws Exception {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(42)
            .updater(new Adam(2e-4, 0.5, 0.999, 1e-8))
            .weightInit(WeightInit.XAVIER)
            .activation(Activation.IDENTITY)
            .list()
            .layer(new DenseLayer.Builder().nIn(100).nOut(256).activation(Activation.LEAKYRELU).weightInit(WeightInit.RELU).build())
            .layer(new DenseLayer.Builder().nIn(256).nOut(784).activation(Activation.TANH).build())
            .layer(new FrozenLayerWithBackprop(new DenseLayer.Builder().nIn(784).nOut(256).activation(Activation.LEAKYRELU).weightInit(WeightInit.RELU).build()))
            .layer(new FrozenLayerWithBackprop(new OutputLayer.Builder(LossFunctions.LossFunction.XENT).nIn(256).nOut(1).activation(Activation.SIGMOID).build()))
            .build();
    }
}
