// 0.7: iterations(1), regularization switched on, momentum beside its rate, strings for activations.
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.util.ClassPathResource;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.Updater;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.SplitTestAndTrain;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class IrisOld {
    public static void main(String[] args) throws Exception {
        RecordReader recordReader = new CSVRecordReader(0, ",");
        recordReader.initialize(new FileSplit(new ClassPathResource("iris.txt").getFile()));
        DataSetIterator iterator = new RecordReaderDataSetIterator(recordReader, 150, 4, 3);
        DataSet all = iterator.next();
        all.shuffle(12345);
        SplitTestAndTrain parts = all.splitTestAndTrain(0.65);
        DataSet training = parts.getTrain();
        DataSet test = parts.getTest();
        DataNormalization scaler = new NormalizerStandardize();
        scaler.fit(training);
        scaler.transform(training);
        scaler.transform(test);

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(6)
            .iterations(1)
            .activation("relu")
            .weightInit(WeightInit.RELU)
            .learningRate(0.05)
            .updater(Updater.NESTEROVS).momentum(0.9)
            .regularization(true).l2(1e-4)
            .list()
            .layer(0, new DenseLayer.Builder().nIn(4).nOut(16).build())
            .layer(1, new DenseLayer.Builder().nIn(16).nOut(16).build())
            .layer(2, new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD)
                .weightInit(WeightInit.XAVIER).activation("softmax").nIn(16).nOut(3).build())
            .backprop(true).pretrain(false)
            .build();
        MultiLayerNetwork model = new MultiLayerNetwork(conf);
        model.init();
        for (int i = 0; i < 500; i++) model.fit(training);
    }
}
