// Layers from a loop with constant bounds: one text, several layers.
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

public class LoopLayers {
    public static void main(String[] args) throws Exception {
        int[] sizes = {64, 48, 32};
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-3))
            .weightInit(WeightInit.RELU)
            .activation(Activation.RELU)
            .list();
        int nIn = 20;
        for (int i = 0; i < sizes.length; i++) {
            builder.layer(i, new DenseLayer.Builder().nIn(nIn).nOut(sizes[i]).build());
            nIn = sizes[i];
        }
        builder.layer(sizes.length, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(nIn).nOut(5).activation(Activation.SOFTMAX).build());
        MultiLayerConfiguration conf = builder.build();
    }
}
