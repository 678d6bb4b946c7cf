// What the layers of the pretrained network take by default stands in that network.
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
import org.deeplearning4j.nn.transferlearning.*;
import org.deeplearning4j.zoo.model.VGG16;

public class TransferVgg {
    public static void main(String[] args) throws Exception {
        ComputationGraph vgg16 = (ComputationGraph) VGG16.builder().build().initPretrained();
        FineTuneConfiguration fineTuneConf = new FineTuneConfiguration.Builder().updater(new Nesterovs(5e-5, 0.9)).seed(123).build();
        ComputationGraph vgg16Transfer = new TransferLearning.GraphBuilder(vgg16)
            .fineTuneConfiguration(fineTuneConf)
            .setFeatureExtractor("fc2")
            .removeVertexKeepConnections("predictions")
            .addLayer("predictions", new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nIn(4096).nOut(5).weightInit(WeightInit.XAVIER).activation(Activation.SOFTMAX).build(), "fc2")
            .build();
    }
}
