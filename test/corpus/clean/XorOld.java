// Full-batch training of four hand-made examples: many iterations in a row are right here.
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
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

public class XorOld {
    public static void main(String[] args) throws Exception {
        INDArray input = Nd4j.zeros(4, 2);
        INDArray labels = Nd4j.zeros(4, 2);
        DataSet ds = new DataSet(input, labels);
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .iterations(10000)
            .learningRate(0.1)
            .seed(123)
            .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
            .biasInit(0)
            .miniBatch(false)
            .list()
            .layer(0, new DenseLayer.Builder().nIn(2).nOut(4).activation(Activation.TANH).weightInit(WeightInit.DISTRIBUTION).dist(new UniformDistribution(0, 1)).build())
            .layer(1, new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD).nIn(4).nOut(2).activation(Activation.SOFTMAX).weightInit(WeightInit.DISTRIBUTION).dist(new UniformDistribution(0, 1)).build())
            .pretrain(false).backprop(true).build();
        MultiLayerNetwork net = new MultiLayerNetwork(conf);
        net.init();
        net.fit(ds);
    }
}
