// Fine-tuning: a small rate, frozen features, and a fresh output of another size.
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.zoo.model.ResNet50;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class FineTuned {
    public static ComputationGraph flowers(int classes) throws Exception {
        ComputationGraph resnet = (ComputationGraph) ResNet50.builder().build().initPretrained();
        FineTuneConfiguration fine = new FineTuneConfiguration.Builder()
            .updater(new Nesterovs(3e-5, 0.9))
            .seed(12)
            .build();
        return new TransferLearning.GraphBuilder(resnet)
            .fineTuneConfiguration(fine)
            .setFeatureExtractor("flatten_1")
            .removeVertexKeepConnections("fc1000")
            .addLayer("fc", new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD)
                .nIn(2048).nOut(classes)
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.SOFTMAX)
                .build(), "flatten_1")
            .setOutputs("fc")
            .build();
    }
}
