package examples;

import java.io.File;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Fisher's irises, with the API of Deeplearning4j 0.9.1. */
public class IrisClassifier {

    public static void main(String[] args) throws Exception {
        int numInputs = 4;
        int numSpecies = 3;
        int batchSize = 16;
        int epochs = 50;

        RecordReader reader = new CSVRecordReader(1, ",");
        reader.initialize(new FileSplit(new File("../iris.csv")));
        DataSetIterator trainIterator = new RecordReaderDataSetIterator(reader, batchSize, numInputs, numSpecies);

        DataNormalization normalizer = new NormalizerStandardize();
        normalizer.fit(trainIterator);
        trainIterator.reset();
        trainIterator.setPreProcessor(normalizer);

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(42)
            .iterations(1)
            .learningRate(0.05)
            .updater(Updater.NESTEROVS).momentum(0.9)
            .weightInit(WeightInit.RELU)
            .activation(Activation.RELU)
            .regularization(true).l2(1e-4)
            .list()
            .layer(0, new DenseLayer.Builder().nIn(numInputs).nOut(16).build())
            .layer(1, new DenseLayer.Builder().nIn(16).nOut(8).build())
            .layer(2, new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD)
                .activation(Activation.SOFTMAX)
                .nIn(8).nOut(numSpecies)
                .build())
            .backprop(true).pretrain(false)
            .build();

        MultiLayerNetwork model = new MultiLayerNetwork(conf);
        model.init();
        for (int epoch = 0; epoch < epochs; epoch++) {
            model.fit(trainIterator);
        }
    }
}
