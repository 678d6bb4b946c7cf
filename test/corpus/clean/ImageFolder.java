// Images from folders, scaled by an ImagePreProcessingScaler, whose fit learns nothing and may be the test's too.
import java.io.File;
import java.util.Random;
import org.datavec.api.io.labels.ParentPathLabelGenerator;
import org.datavec.api.split.FileSplit;
import org.datavec.image.loader.NativeImageLoader;
import org.datavec.image.recordreader.ImageRecordReader;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class ImageFolder {
    static final int HEIGHT = 64, WIDTH = 64, CHANNELS = 3, CLASSES = 4;

    public static void main(String[] args) throws Exception {
        Random random = new Random(9);
        ParentPathLabelGenerator labels = new ParentPathLabelGenerator();
        ImageRecordReader trainReader = new ImageRecordReader(HEIGHT, WIDTH, CHANNELS, labels);
        trainReader.initialize(new FileSplit(new File("animals/train"), NativeImageLoader.ALLOWED_FORMATS, random));
        ImageRecordReader testReader = new ImageRecordReader(HEIGHT, WIDTH, CHANNELS, labels);
        testReader.initialize(new FileSplit(new File("animals/test"), NativeImageLoader.ALLOWED_FORMATS, random));
        DataSetIterator train = new RecordReaderDataSetIterator(trainReader, 32, 1, CLASSES);
        DataSetIterator test = new RecordReaderDataSetIterator(testReader, 32, 1, CLASSES);
        ImagePreProcessingScaler scaler = new ImagePreProcessingScaler(0, 1);
        scaler.fit(train);
        train.setPreProcessor(scaler);
        test.setPreProcessor(scaler);

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(9)
            .l2(5e-4)
            .updater(new Adam(1e-3))
            .weightInit(WeightInit.RELU)
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(32).activation(Activation.RELU).build())
            .layer(new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(64).activation(Activation.RELU).build())
            .layer(new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
            .layer(new DenseLayer.Builder().nOut(128).activation(Activation.RELU).dropOut(0.5).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nOut(CLASSES)
                .weightInit(WeightInit.XAVIER).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(HEIGHT, WIDTH, CHANNELS))
            .build();
        MultiLayerNetwork net = new MultiLayerNetwork(conf);
        net.init();
        net.fit(train, 25);
        System.out.println(net.evaluate(test).stats());
    }
}
