package examples;

import java.io.File;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The irises again, with mistakes that compile, run, and train badly. */
public class IrisClassifierBroken {

    private static final int FEATURES = 4;
    private static final int SPECIES = 3;

    public static void main(String[] args) throws Exception {
        int batchSize = 16;
        int labelIndex = 4;

        RecordReader reader = new CSVRecordReader(1, ',');
        reader.initialize(new FileSplit(new File("../iris.csv")));
        DataSetIterator trainIterator = new RecordReaderDataSetIterator(reader, batchSize, labelIndex, SPECIES);

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(42)
            .updater(new Nesterovs(0.01))
            .l2(0.1)
            .list()
            .layer(new DenseLayer.Builder().nIn(FEATURES).nOut(16).build())
            .layer(new DenseLayer.Builder().nOut(8).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                .activation(Activation.SOFTMAX)
                .nOut(4)
                .build())
            .build();

        MultiLayerNetwork model = new MultiLayerNetwork(conf);
        model.init();
        model.fit(trainIterator);
    }
}
