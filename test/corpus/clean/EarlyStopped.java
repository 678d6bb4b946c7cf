// Early stopping on held-out data, with a limit.
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
import org.deeplearning4j.datasets.iterator.impl.MnistDataSetIterator;
import org.deeplearning4j.earlystopping.*;
import org.deeplearning4j.earlystopping.saver.*;
import org.deeplearning4j.earlystopping.scorecalc.*;
import org.deeplearning4j.earlystopping.termination.*;
import org.deeplearning4j.earlystopping.trainer.*;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import java.util.concurrent.TimeUnit;

public class EarlyStopped {
    public static void main(String[] args) throws Exception {
        DataSetIterator train = new MnistDataSetIterator(64, true, 1);
        DataSetIterator test = new MnistDataSetIterator(64, false, 1);
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Nesterovs(0.01, 0.9))
            .list()
            .layer(new DenseLayer.Builder().nIn(784).nOut(100).activation(Activation.RELU).weightInit(WeightInit.RELU).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(100).nOut(10).activation(Activation.SOFTMAX).weightInit(WeightInit.XAVIER).build())
            .build();
        EarlyStoppingConfiguration<MultiLayerNetwork> esConf = new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
            .epochTerminationConditions(new MaxEpochsTerminationCondition(200), new ScoreImprovementEpochTerminationCondition(5))
            .iterationTerminationConditions(new MaxTimeIterationTerminationCondition(20, TimeUnit.MINUTES))
            .scoreCalculator(new DataSetLossCalculator(test, true))
            .evaluateEveryNEpochs(1)
            .modelSaver(new LocalFileModelSaver("models"))
            .build();
        EarlyStoppingTrainer trainer = new EarlyStoppingTrainer(esConf, conf, train);
        EarlyStoppingResult<MultiLayerNetwork> result = trainer.fit();
    }
}
