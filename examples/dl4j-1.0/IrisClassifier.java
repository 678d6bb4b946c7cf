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
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Fisher's irises, with the API of Deeplearning4j 1.0. */
public class IrisClassifier {

    private static final int FEATURES = 4;
    private static final int SPECIES = 3;

    public static void main(String[] args) throws Exception {
        int batchSize = 16;
        int labelIndex = 4;

        RecordReader reader = new CSVRecordReader(1, ',');
        reader.initialize(new FileSplit(new File("../iris.csv")));
        DataSetIterator trainIterator = new RecordReaderDataSetIterator(reader, batchSize, labelIndex, SPECIES);

        DataNormalization normalizer = new NormalizerStandardize();
        normalizer.fit(trainIterator);
        trainIterator.reset();
        trainIterator.setPreProcessor(normalizer);

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(42)
            .updater(new Nesterovs(0.05, 0.9))
            .weightInit(WeightInit.RELU)
            .activation(Activation.RELU)
            .l2(1e-4)
            .list()
            .layer(new DenseLayer.Builder().nIn(FEATURES).nOut(16).build())
            .layer(new DenseLayer.Builder().nOut(8).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(SPECIES)
                .build())
            .build();

        MultiLayerNetwork model = new MultiLayerNetwork(conf);
        model.init();
        model.fit(trainIterator, 50);
    }
}
