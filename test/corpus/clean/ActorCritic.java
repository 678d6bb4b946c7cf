// Policy and value in one graph.
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

public class ActorCritic {
    public static void main(String[] args) throws Exception {
        ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(123)
            .updater(new Adam(7e-4))
            .weightInit(WeightInit.XAVIER)
            .graphBuilder()
            .addInputs("state")
            .setInputTypes(InputType.feedForward(8))
            .addLayer("body", new DenseLayer.Builder().nOut(64).activation(Activation.RELU).weightInit(WeightInit.RELU).build(), "state")
            .addLayer("value", new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nOut(1).activation(Activation.IDENTITY).build(), "body")
            .addLayer("policy", new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(4).activation(Activation.SOFTMAX).build(), "body")
            .setOutputs("value", "policy")
            .build();
    }
}
