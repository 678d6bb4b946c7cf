// Everything that matters comes from the outside: nothing is known, and nothing is said.
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

public class Parameters {
    public static void main(String[] args) throws Exception {
        double rate = Double.parseDouble(args[0]);
        int hidden = Integer.parseInt(args[1]);
        Activation activation = Activation.valueOf(args[2]);
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(Long.parseLong(args[3]))
            .updater(new Adam(rate))
            .activation(activation)
            .weightInit(WeightInit.valueOf(args[4]))
            .list()
            .layer(new DenseLayer.Builder().nIn(10).nOut(hidden).build())
            .layer(new DenseLayer.Builder().nIn(hidden).nOut(hidden).build())
            .layer(new DenseLayer.Builder().nIn(hidden).nOut(hidden).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.valueOf(args[5])).nIn(hidden).nOut(2).activation(Activation.valueOf(args[6])).build())
            .build();
    }
}
