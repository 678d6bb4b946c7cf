// Two branches with the same layers, and a distance as the last vertex before the answer.
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

public class Siamese {
    public static void main(String[] args) throws Exception {
        ComputationGraphConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-3))
            .weightInit(WeightInit.RELU)
            .activation(Activation.RELU)
            .graphBuilder()
            .addInputs("left", "right")
            .addVertex("stack", new StackVertex(), "left", "right")
            .addLayer("body", new DenseLayer.Builder().nIn(64).nOut(32).build(), "stack")
            .addLayer("code", new DenseLayer.Builder().nIn(32).nOut(16).build(), "body")
            .addVertex("l", new UnstackVertex(0, 2), "code")
            .addVertex("r", new UnstackVertex(1, 2), "code")
            .addVertex("distance", new L2Vertex(), "l", "r")
            .addLayer("out", new OutputLayer.Builder(LossFunctions.LossFunction.XENT).nIn(1).nOut(1).activation(Activation.SIGMOID).weightInit(WeightInit.XAVIER).build(), "distance")
            .setOutputs("out")
            .build();
    }
}
