// Layers, activations and losses of the user's own are unknown, and are passed over.
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

public class CustomParts {
    public static void main(String[] args) throws Exception {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-3))
            .list()
            .layer(new MyAttentionLayer.Builder().nIn(16).nOut(32).build())
            .layer(new DenseLayer.Builder().nIn(32).nOut(16).activation(new MyActivation()).build())
            .layer(new OutputLayer.Builder(new MyLoss()).nIn(16).nOut(2).activation(Activation.IDENTITY).build())
            .build();
    }
}
