// MNIST images are scaled by their iterator.
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
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

public class MnistDense {
    public static void main(String[] args) throws Exception {
        DataSetIterator train = new MnistDataSetIterator(64, true, 123);
        DataSetIterator test = new MnistDataSetIterator(64, false, 123);
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .seed(123)
            .updater(new Nesterovs(0.006, 0.9))
            .l2(1e-4)
            .list()
            .layer(new DenseLayer.Builder().nIn(28 * 28).nOut(500).activation(Activation.RELU).weightInit(WeightInit.XAVIER).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nIn(500).nOut(10).activation(Activation.SOFTMAX).weightInit(WeightInit.XAVIER).build())
            .build();
        MultiLayerNetwork model = new MultiLayerNetwork(conf);
        model.init();
        model.fit(train, 15);
        System.out.println(model.evaluate(test).stats());
    }
}
