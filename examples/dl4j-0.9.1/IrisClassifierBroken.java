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
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The irises again: raw inputs, five updates in a row, l2 that is never applied, layers that do not fit. */
public class IrisClassifierBroken {

    public static void main(String[] args) throws Exception {
        int numInputs = 4;
        int numSpecies = 3;
        int batchSize = 16;
        int epochs = 50;

        RecordReader reader = new CSVRecordReader(1, ",");
        reader.initialize(new FileSplit(new File("../iris.csv")));
        DataSetIterator trainIterator = new RecordReaderDataSetIterator(reader, batchSize, numInputs, numSpecies);

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(42)
            .iterations(5)
            .learningRate(2.0)
            .updater(Updater.NESTEROVS).momentum(0.9)
            .l2(1e-4)
            .list()
            .layer(0, new DenseLayer.Builder().nIn(numInputs).nOut(16).build())
            .layer(1, new DenseLayer.Builder().nIn(12).nOut(8).dropOut(0.2).build())
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
