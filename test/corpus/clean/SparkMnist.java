// The training happens on a cluster; what is said of it is an info.
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
import org.deeplearning4j.spark.api.TrainingMaster;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;

public class SparkMnist {
    public static void main(String[] args) throws Exception {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(12345)
            .activation(Activation.LEAKYRELU)
            .weightInit(WeightInit.RELU)
            .updater(new Nesterovs(0.1, 0.9))
            .l2(1e-4)
            .list()
            .layer(new DenseLayer.Builder().nIn(28 * 28).nOut(500).build())
            .layer(new DenseLayer.Builder().nOut(100).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).activation(Activation.SOFTMAX).nOut(10).weightInit(WeightInit.XAVIER).build())
            .build();
        TrainingMaster tm = new ParameterAveragingTrainingMaster.Builder(16).averagingFrequency(5).workerPrefetchNumBatches(2).batchSizePerWorker(16).build();
        SparkDl4jMultiLayer sparkNet = new SparkDl4jMultiLayer(sc, conf, tm);
        for (int i = 0; i < 15; i++) {
            sparkNet.fit(trainData);
        }
    }
}
