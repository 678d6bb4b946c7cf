// A variational autoencoder alone: its pretraining is the training, nothing follows its code.
import org.deeplearning4j.datasets.iterator.impl.MnistDataSetIterator;
import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.variational.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.RmsProp;

public class VaeMnist {
    private static final int CODE = 2;

    public static void main(String[] args) throws Exception {
        int minibatchSize = 128;
        int rngSeed = 12345;
        DataSetIterator trainIter = new MnistDataSetIterator(minibatchSize, true, rngSeed);

        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(rngSeed)
            .updater(new RmsProp(1e-3))
            .weightInit(WeightInit.XAVIER)
            .l2(1e-4)
            .list()
            .layer(new VariationalAutoencoder.Builder()
                .activation(Activation.LEAKYRELU)
                .encoderLayerSizes(256, 256)
                .decoderLayerSizes(256, 256)
                .pzxActivationFunction(Activation.IDENTITY)
                .reconstructionDistribution(new BernoulliReconstructionDistribution(Activation.SIGMOID.getActivationFunction()))
                .nIn(28 * 28)
                .nOut(CODE)
                .build())
            .build();

        MultiLayerNetwork net = new MultiLayerNetwork(conf);
        net.init();
        for (int i = 0; i < 30; i++) {
            net.pretrain(trainIter);
            trainIter.reset();
        }
    }
}
